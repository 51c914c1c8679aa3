package com.pivotino.crm.api.event;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.RecordRef;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** The running act, handed to the service's work and to reactions. Not to be kept. */
@ProviderType
public interface Transaction {

    Actor actor();

    /** One id for this act and all that follows from it. */
    String causeId();

    /** The cause of the act; {@code automation} inside a reaction. */
    String cause();

    /** The one instant of this act, to the microsecond. */
    Instant now();

    /**
     * Whether a reaction is hearing in this transaction of events from before, that it missed or that it may have heard
     * already. Otherwise the event has just happened, and its consequences cannot exist yet.
     */
    default boolean catchingUp() {
        return false;
    }

    /**
     * Records that something happened. When this returns, every reaction to it has run in this transaction; a reaction
     * that throws ends the act.
     *
     * @param record what it happened to
     * @param body   a record annotated with {@link EventType}
     * @return the event as it stands in the log
     */
    DomainEvent publish(RecordRef record, Record body);

    /** Until when this act may be taken back, or null if it may not (SEMANTICS P19). */
    default Instant undoUntil() {
        return null;
    }

    /**
     * Keeps what is needed to take back what was just done to a record, if this act may be undone; else nothing. When it
     * is undone, {@link ActUndone} brings it back to the reactions, last step first.
     *
     * @param record the record whose {@link ActUndone} brings the step: the aggregate that people see, such as the
     *               opportunity of an activity
     * @param owner  whose step this is, such as {@code pipeline}: letters only
     * @param step   a record that holds the state before and after
     */
    default void undoStep(RecordRef record, String owner, Record step) {
    }

    /** Adds a side effect to the act's answer. */
    void effect(Effect effect);

    /** Runs something after the commit on the same thread; for dropping caches, never for work that must not be lost. */
    void afterCommit(Runnable action);
}
