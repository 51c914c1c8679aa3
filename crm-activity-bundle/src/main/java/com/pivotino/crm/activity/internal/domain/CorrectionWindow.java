package com.pivotino.crm.activity.internal.domain;

import java.time.Duration;
import java.time.Instant;

/** For how long what was done to an activity may be had otherwise: 15 minutes (SEMANTICS A6, A8). */
public final class CorrectionWindow {

    private static final Duration TIME = Duration.ofMinutes(15);

    private CorrectionWindow() {
    }

    /** Whether its doer may still change the text (SEMANTICS A6). */
    public static boolean mayReword(PlannedActivity activity, Long user, Instant now) {
        return activity.isDone() && user != null && user.equals(activity.endedBy())
                && !now.isAfter(activity.endedAt().plus(TIME));
    }

    /** Whether its creator may still take the plan back (SEMANTICS A8). */
    public static boolean mayRetract(PlannedActivity activity, Long user, Instant now) {
        return activity.isOpen() && user != null && user.equals(activity.createdBy())
                && !now.isAfter(activity.createdAt().plus(TIME));
    }
}
