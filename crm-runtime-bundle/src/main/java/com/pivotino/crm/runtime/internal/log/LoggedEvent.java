package com.pivotino.crm.runtime.internal.log;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.DomainEvent;
import java.time.Instant;

/** One event, either just published, with its living body, or read back from the log. */
public final class LoggedEvent implements DomainEvent {

    /** Everything but the body; {@code seq} is 0 until the event is appended. */
    public record Head(String id, String type, RecordRef record, PersonRef actor, String actorName, Instant at,
            String causeId, String cause, int hop, long position, Instant undoUntil, String undoes) {

        /** An event of an act that neither can be undone nor undoes another. */
        public Head(String id, String type, RecordRef record, PersonRef actor, String actorName, Instant at,
                String causeId, String cause, int hop, long position) {
            this(id, type, record, actor, actorName, at, causeId, cause, hop, position, null, null);
        }
    }

    private final long seq;
    private final Head head;
    private final Record living;
    private final String text;
    private final EventJson format;

    LoggedEvent(long seq, Head head, Record living, String text, EventJson format) {
        this.seq = seq;
        this.head = head;
        this.living = living;
        this.text = text;
        this.format = format;
    }

    /** Number in the log, given inside the transaction; 0 before. */
    public long seq() {
        return seq;
    }

    @Override
    public String id() {
        return head.id;
    }

    @Override
    public String type() {
        return head.type;
    }

    @Override
    public RecordRef record() {
        return head.record;
    }

    @Override
    public PersonRef actor() {
        return head.actor;
    }

    @Override
    public String actorName() {
        return head.actorName;
    }

    @Override
    public Instant at() {
        return head.at;
    }

    @Override
    public String causeId() {
        return head.causeId;
    }

    @Override
    public String cause() {
        return head.cause;
    }

    @Override
    public int hop() {
        return head.hop;
    }

    @Override
    public long position() {
        return head.position;
    }

    @Override
    public Instant undoUntil() {
        return head.undoUntil;
    }

    @Override
    public String undoes() {
        return head.undoes;
    }

    @Override
    public <T extends Record> T body(Class<T> type) {
        return type.isInstance(living) ? type.cast(living) : format.read(text, type);
    }

    @Override
    public String json() {
        return text;
    }

    @Override
    public String toString() {
        return head.type + " of " + head.record + " (" + head.id + ")";
    }
}
