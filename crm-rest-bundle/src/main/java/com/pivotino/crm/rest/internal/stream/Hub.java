package com.pivotino.crm.rest.internal.stream;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.api.internal.EventTail;
import com.pivotino.crm.api.record.RecordAccess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Tells every reader of the stream what happens to the records that it may read, in the log's order. The log is read once
 * for all of them, and a record's rule is asked once a turn. Of what somebody may not read nothing leaves, not even that
 * something happened.
 */
final class Hub implements AutoCloseable {

    /** The type of the records that stand for a user's inbox; the id is the user's. */
    static final String INBOX = "inbox";

    /** Records that everyone who is signed in may read. */
    private static final Set<String> EVERYBODYS = Set.of("contact");

    private static final long PING_NS = TimeUnit.SECONDS.toNanos(15);
    /** So many events at once are no news but a reason to load anew. */
    private static final int FLOOD = 500;
    private static final int MAX_PER_USER = 12;
    /** How many readers at most are looked at anew in one turn, for each costs a query. */
    private static final int AT_ONCE = 20;
    /** How far back a reader may say how old is what it shows. */
    private static final long OLDEST_NS = TimeUnit.SECONDS.toNanos(60);

    private final EventTail tail;
    private final Readable readable;
    private final SseFormat frames;
    private final Authenticator authenticator;
    private final LongSupplier nanoTime;
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private final EventTail.Following following;
    /** Where the log ended when, for {@link #OLDEST_NS}. */
    private final Deque<End> ends = new ArrayDeque<>();
    private long position;
    private long pinged = System.nanoTime();

    private record End(long at, long position) {
    }

    /** @param nanoTime as {@code System.nanoTime} */
    Hub(EventTail tail, Readable readable, SseFormat frames, Authenticator authenticator, LongSupplier nanoTime) {
        this.tail = tail;
        this.readable = readable;
        this.frames = frames;
        this.authenticator = authenticator;
        this.nanoTime = nanoTime;
        this.position = tail.last();
        ends.add(new End(nanoTime.getAsLong(), position));
        this.following = tail.follow(this::tell);
    }

    /**
     * Lets a reader in that shows what was read so many milliseconds ago: first what has happened since, then what comes. When that is no
     * longer known, the reader loads anew.
     */
    void joinAt(Subscriber subscriber, long age) {
        OptionalLong since = endAt(nanoTime.getAsLong() - TimeUnit.MILLISECONDS.toNanos(age));
        join(subscriber, since.isPresent() ? since.getAsLong() : null);
        if (since.isEmpty()) {
            subscriber.send(frames.reset(position()));
        }
    }

    private synchronized OptionalLong endAt(long at) {
        for (Iterator<End> back = ends.descendingIterator(); back.hasNext();) {
            End end = back.next();
            if (end.at() - at <= 0) {
                return OptionalLong.of(end.position());
            }
        }
        return OptionalLong.empty();
    }

    private synchronized long position() {
        return position;
    }

    /**
     * Lets a reader in: first what it missed since a place, then what comes.
     *
     * @param since the place, or null for from now on
     */
    void join(Subscriber subscriber, Long since) {
        long now;
        synchronized (this) {
            List<Subscriber> own = subscribers.stream()
                    .filter(other -> other.actor().user().equals(subscriber.actor().user())).toList();
            own.stream().limit(Math.max(0, own.size() - MAX_PER_USER + 1)).forEach(this::drop);
            subscribers.add(subscriber);
            now = position;
        }
        try {
            subscriber.begin(past(subscriber, since, now));
        } catch (RuntimeException e) {
            // What it missed cannot be read: it is refused, and nothing is kept for it.
            synchronized (this) {
                subscribers.remove(subscriber);
            }
            throw e;
        }
    }

    private List<byte[]> past(Subscriber subscriber, Long since, long now) {
        List<byte[]> past = new ArrayList<>(List.of(frames.hello(since == null || since > now ? now : since)));
        if (since != null && since < now) {
            List<DomainEvent> missed = tail.after(since, FLOOD).stream().filter(event -> event.position() <= now).toList();
            if (missed.size() >= FLOOD) {
                past.add(frames.reset(now));
            } else {
                told(missed, news -> {
                    byte[] piece = news.to(subscriber.actor());
                    if (piece != null) {
                        past.add(piece);
                    }
                });
            }
        }
        return past;
    }

    private void tell(List<DomainEvent> events) {
        List<Subscriber> readers;
        synchronized (this) {
            subscribers.removeIf(Subscriber::hasGone);
            readers = List.copyOf(subscribers);
            if (!events.isEmpty()) {
                moveTo(events.get(events.size() - 1).position());
            }
        }
        if (readers.isEmpty()) {
            return;
        }
        boolean late = System.nanoTime() - pinged > PING_NS;
        recognise(events, readers);
        if (late) {
            pinged = System.nanoTime();
            readers.forEach(reader -> reader.send(frames.ping()));
        }
        if (events.size() >= FLOOD) {
            byte[] reset = frames.reset(events.get(events.size() - 1).position());
            readers.forEach(reader -> reader.send(reset));
            return;
        }
        told(events, news -> readers.forEach(reader -> {
            byte[] piece = news.to(reader.actor());
            if (piece != null) {
                reader.send(piece);
            }
        }));
    }

    private void moveTo(long end) {
        long now = nanoTime.getAsLong();
        position = end;
        ends.add(new End(now, end));
        while (ends.size() > 1 && now - ends.peek().at() > OLDEST_NS) {
            ends.remove();
        }
    }

    /** Looks again who readers are: at once those whom events concern, and at each turn some of those not looked at for long. */
    private void recognise(List<DomainEvent> events, List<Subscriber> readers) {
        boolean all = events.stream().anyMatch(event -> event.record().type().equals("team"));
        Set<Long> users = events.stream().filter(event -> event.record().type().equals("user"))
                .map(event -> event.record().id()).collect(Collectors.toSet());
        long now = System.nanoTime();
        readers.stream().filter(reader -> all || users.contains(reader.actor().userId()))
                .forEach(reader -> reader.recognise(authenticator, now));
        readers.stream().filter(reader -> now - reader.recognised() > PING_NS)
                .sorted(Comparator.comparingLong((Subscriber reader) -> reader.recognised() - now))
                .limit(AT_ONCE).forEach(reader -> reader.recognise(authenticator, now));
    }

    /** Goes through events with the rule of who hears of each. */
    private void told(List<DomainEvent> events, Consumer<StreamUpdate> each) {
        Map<RecordRef, Optional<RecordAccess>> known = new HashMap<>();
        for (DomainEvent event : events) {
            each.accept(news(event, known));
        }
    }

    private StreamUpdate news(DomainEvent event, Map<RecordRef, Optional<RecordAccess>> known) {
        String type = event.record().type();
        if (type.equals(INBOX)) {
            return StreamUpdate.ofInbox(event, frames);
        }
        return EVERYBODYS.contains(type) ? StreamUpdate.ofEverybody(event, frames)
                : StreamUpdate.of(event, known.computeIfAbsent(event.record(), readable::access).orElse(null), frames);
    }

    synchronized int readers() {
        return subscribers.size();
    }

    private void drop(Subscriber subscriber) {
        subscribers.remove(subscriber);
        subscriber.end();
    }

    @Override
    public void close() {
        List<Subscriber> readers;
        synchronized (this) {
            readers = List.copyOf(subscribers);
            subscribers.clear();
        }
        following.close();
        readers.forEach(Subscriber::end);
    }
}
