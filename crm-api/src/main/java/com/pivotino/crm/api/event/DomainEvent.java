package com.pivotino.crm.api.event;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Something that happened to a record, as it stands in the durable log. Immutable. */
@ProviderType
public interface DomainEvent {

    /** A UUID; the same however often the event is delivered: be idempotent on it. */
    String id();

    /** The stable type, such as {@code pipeline.StageChanged}. */
    String type();

    /** The record that it happened to. Events of one record are delivered in order. */
    RecordRef record();

    /** The acting person, or null for automation without one. */
    PersonRef actor();

    /** The actor's name as of then. */
    String actorName();

    /** When, to the microsecond. */
    Instant at();

    /** One id for the act and all that followed from it. */
    String causeId();

    /** The cause of the act: {@code drag, button, automation, import, api, undo}. */
    String cause();

    /** 0 for the act itself, 1 for the effects of a reaction to it, and so on; at most 8. */
    int hop();

    /** Place in the log, given after the commit; 0 inside the acting transaction. */
    long position();

    /**
     * Until when the act that this event belongs to may be undone by its actor (SEMANTICS P19), or null if it may
     * not. What cannot be unsaid, a mail or a notification, waits for this instant and is dropped if the act was undone
     * meanwhile: a listener with {@link DomainEventListener#SETTLED} has that done for it by the runtime.
     */
    default Instant undoUntil() {
        return null;
    }

    /** The cause id of the act that this event's act takes back, or null if it takes none back. */
    default String undoes() {
        return null;
    }

    /**
     * The body as a record. Unknown members are ignored, missing ones are null, so any record with the wanted member
     * names will do.
     */
    <T extends Record> T body(Class<T> type);

    /** The body as JSON text. */
    String json();
}
