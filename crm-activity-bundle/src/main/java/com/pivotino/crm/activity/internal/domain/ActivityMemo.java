package com.pivotino.crm.activity.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What acts that can be undone change of an activity, at one moment (SEMANTICS P19).
 *
 * @param dueDate only to be compared: an undo never moves it, but does not remove a new activity that somebody has moved
 */
public record ActivityMemo(long id, Status status, Ending ending, Integer firstGeneration, Long assigneeId,
        Instant todayFrom, Instant lateFrom, LocalDate dueDate) {

    /** How it ended; null members while it is open. */
    public record Ending(Instant at, Long by, String feedback, String outcome, Integer minutes, String cancelReason,
            String closingCause) {

        static final Ending NONE = new Ending(null, null, null, null, null, null, null);
    }

    public static ActivityMemo of(PlannedActivity activity) {
        return new ActivityMemo(activity.id(), activity.status(), new Ending(activity.endedAt(), activity.endedBy(),
                activity.feedback(), activity.outcome(), activity.durationMinutes(), activity.cancelReason(),
                activity.closingCause()), activity.firstGeneration(), activity.assigneeId(),
                activity.todayFrom(), activity.lateFrom(), activity.dueDate());
    }

    /** Whether what an act made is as it left it; a day that a policy has said since is nobody's change. */
    public boolean isStill(ActivityMemo now, boolean saidSince) {
        return now.equals(!saidSince ? this : new ActivityMemo(id, status, ending, firstGeneration, assigneeId, now.todayFrom,
                now.lateFrom, now.dueDate));
    }

    /** Whether what an act changed between this state and another is still as the act left it. */
    public boolean canComeBack(ActivityMemo after, ActivityMemo now) {
        boolean ended = status == after.status && ending.equals(after.ending)
                || after.status == now.status && after.ending.equals(now.ending);
        boolean given = same(assigneeId, after.assigneeId) || same(after.assigneeId, now.assigneeId);
        boolean role = same(firstGeneration, after.firstGeneration) || same(after.firstGeneration, now.firstGeneration);
        return ended && given && role;
    }

    boolean endedBetween(ActivityMemo after) {
        return status != after.status || !ending.equals(after.ending);
    }

    /** Whether an act gave the activity to somebody else. */
    public boolean givenBetween(ActivityMemo after) {
        return !same(assigneeId, after.assigneeId);
    }

    boolean roleBetween(ActivityMemo after) {
        return !same(firstGeneration, after.firstGeneration);
    }

    private static boolean same(Object one, Object other) {
        return Objects.equals(one, other);
    }
}
