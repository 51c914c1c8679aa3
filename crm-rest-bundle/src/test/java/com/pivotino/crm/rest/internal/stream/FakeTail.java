package com.pivotino.crm.rest.internal.stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.internal.EventTail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A log in memory; what happens is told at once. */
final class FakeTail implements EventTail {

    private final List<DomainEvent> log = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<DomainEvent>>> followers = new CopyOnWriteArrayList<>();

    volatile boolean broken;

    void happen(RecordRef record, String type, String body) {
        DomainEvent event = new Happened(log.size() + 1L, record, type, body == null ? "{}" : body);
        log.add(event);
        followers.forEach(follower -> follower.accept(List.of(event)));
    }

    @Override
    public long last() {
        return log.size();
    }

    @Override
    public List<DomainEvent> after(long position, int limit) {
        if (broken) {
            throw CrmException.unavailable("The log cannot be read.", null);
        }
        return log.stream().skip(position).limit(limit).toList();
    }

    @Override
    public Following follow(Consumer<List<DomainEvent>> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    private record Happened(long position, RecordRef record, String type, String json) implements DomainEvent {

        @Override
        public String id() {
            return "event-" + position;
        }

        @Override
        public PersonRef actor() {
            return PersonRef.user(7);
        }

        @Override
        public String actorName() {
            return "Anna";
        }

        @Override
        public Instant at() {
            return Instant.parse("2026-06-03T10:00:00Z");
        }

        @Override
        public String causeId() {
            return "cause-" + position;
        }

        @Override
        public String cause() {
            return "api";
        }

        @Override
        public int hop() {
            return 0;
        }

        @Override
        public Instant undoUntil() {
            return null;
        }

        @Override
        public <T extends Record> T body(Class<T> bodyType) {
            try {
                return JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build().readValue(json, bodyType);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
