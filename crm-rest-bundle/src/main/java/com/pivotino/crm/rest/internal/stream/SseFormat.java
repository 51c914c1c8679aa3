package com.pivotino.crm.rest.internal.stream;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.rest.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The pieces of the stream as {@code text/event-stream} wants them (WHATWG HTML, server-sent events). */
final class SseFormat {

    /** How long a client waits before it comes again, in milliseconds. */
    private static final int RETRY_MS = 2000;

    private static final String GONE = "record.Gone";

    private final Json json;

    /** What the data of a change looks like. */
    private record Change(com.pivotino.crm.api.RecordRef record, String event, By by, Instant at, String causeId) {
    }

    private record By(long id, String name) {
    }

    private record Place(long position) {
    }

    private record Unread(long unread) {
    }

    SseFormat(Json json) {
        this.json = json;
    }

    byte[] hello(long position) {
        return text("retry: " + RETRY_MS + "\n" + frame(position, "hello", new Place(position)));
    }

    byte[] reset(long position) {
        return text(frame(position, "reset", new Place(position)));
    }

    byte[] change(DomainEvent event) {
        By by = event.actor() == null ? null : new By(event.actor().id(), event.actorName());
        return text(frame(event.position(), "change",
                new Change(event.record(), event.type(), by, event.at(), event.causeId())));
    }

    /** A change after which the reader can no longer read the record: by whom and how is not told. */
    byte[] gone(DomainEvent event) {
        return text(frame(event.position(), "change",
                new Change(event.record(), GONE, null, event.at(), event.causeId())));
    }

    byte[] notification(long position, long unread) {
        return text(frame(position, "notification", new Unread(unread)));
    }

    byte[] ping() {
        return text(": ping\n\n");
    }

    private String frame(long id, String event, Record data) {
        return "id: " + id + "\nevent: " + event + "\ndata: " + new String(json.bytes(data), StandardCharsets.UTF_8) + "\n\n";
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
