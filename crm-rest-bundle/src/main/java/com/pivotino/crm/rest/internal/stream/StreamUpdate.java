package com.pivotino.crm.rest.internal.stream;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.record.RecordAccess;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** An event, and what each reader is told of it; each piece is made once, when the first reader may have it. */
final class StreamUpdate {

    private static final String FOLLOWER_REMOVED = "chatter.FollowerRemoved";

    private final Predicate<Actor> hears;
    private final Predicate<Actor> loses;
    private final Supplier<byte[]> change;
    private final Supplier<byte[]> gone;
    private byte[] changePiece;
    private byte[] gonePiece;

    /** Who could read a record until an event took it away from some, in the body of such an event. */
    private record Reach(RecordAccess readersBefore) {
    }

    /** Whose following has ended, and with it perhaps the sight of the record. */
    private record Left(PersonRef person) {

        boolean is(Actor actor) {
            return person != null && person.equals(actor.user());
        }
    }

    /** How many notices wait for a user, in an event of the inbox. */
    private record Unread(long unread) {
    }

    private StreamUpdate(Predicate<Actor> hears, Predicate<Actor> loses, Supplier<byte[]> change, Supplier<byte[]> gone) {
        this.hears = hears;
        this.loses = loses;
        this.change = change;
        this.gone = gone;
    }

    /** The user whose inbox it is hears of it, nobody else. */
    static StreamUpdate ofInbox(DomainEvent event, SseFormat frames) {
        return new StreamUpdate(actor -> Long.valueOf(event.record().id()).equals(actor.userId()), actor -> false,
                () -> frames.notification(event.position(), event.body(Unread.class).unread()), () -> null);
    }

    /** Everybody hears of it. */
    static StreamUpdate ofEverybody(DomainEvent event, SseFormat frames) {
        return new StreamUpdate(actor -> true, actor -> false, () -> frames.change(event), () -> null);
    }

    /**
     * Who may read the record hears of it, and whom the event concerns anyway; whom it takes the record away from hears that it
     * has gone.
     *
     * @param access who may read the record now, or null if nobody speaks for it
     */
    static StreamUpdate of(DomainEvent event, RecordAccess access, SseFormat frames) {
        Concern concern = Concern.of(event);
        RecordAccess before = event.body(Reach.class).readersBefore();
        Left left = event.type().equals(FOLLOWER_REMOVED) ? event.body(Left.class) : null;
        return new StreamUpdate(actor -> access != null && access.readableBy(actor) || concern != null && concern.includes(actor),
                actor -> before != null && before.readableBy(actor) || left != null && left.is(actor), () -> frames.change(event),
                () -> frames.gone(event));
    }

    /** What this reader is told, or null. */
    byte[] to(Actor reader) {
        if (hears.test(reader)) {
            changePiece = changePiece == null ? change.get() : changePiece;
            return changePiece;
        }
        if (loses.test(reader)) {
            gonePiece = gonePiece == null ? gone.get() : gonePiece;
            return gonePiece;
        }
        return null;
    }
}
