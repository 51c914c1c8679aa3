package com.pivotino.crm.api.event;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.RecordRef;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/**
 * An act that is about to run: its actor, its cause and the records that it locks.
 *
 * @param actor who acts
 * @param cause {@code drag, button, automation, import, api, mail, undo}
 * @param locks records that no other act may touch until this one has ended; taken in one global order, so that acts
 *              never deadlock on each other
 * @param undoWindow how long the act may be taken back (SEMANTICS P19); zero if it may not. Holds for an act of a user
 *              that is not part of another act
 */
public record Act(Actor actor, String cause, Set<RecordRef> locks, Duration undoWindow) {

    public Act {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(undoWindow, "undoWindow");
        locks = Set.copyOf(locks);
    }

    /** An act that cannot be taken back. */
    public Act(Actor actor, String cause, Set<RecordRef> locks) {
        this(actor, cause, locks, Duration.ZERO);
    }

    /** The same act, to be taken back within so many seconds; 0 for never. */
    public Act undoable(int seconds) {
        return new Act(actor, cause, locks, Duration.ofSeconds(seconds));
    }

    /** An act by API on these records. */
    public static Act of(Actor actor, RecordRef... locks) {
        return new Act(actor, "api", Set.of(locks));
    }

    /** The act that a call asks for, on these records. */
    public static Act of(Call call, RecordRef... locks) {
        return new Act(call.actor(), call.cause(), Set.of(locks));
    }

    /** An act with another cause on these records. */
    public static Act of(Actor actor, String cause, Collection<RecordRef> locks) {
        return new Act(actor, cause, Set.copyOf(locks));
    }
}
