package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.event.EventType;
import java.util.List;

/**
 * An activity is done (SEMANTICS A7, P9, P10).
 *
 * @param note            the plan's note, or null
 * @param feedback        what the doer wrote, or null
 * @param outcome         key of the outcome, or null
 * @param durationMinutes or null
 * @param byMove          done because the card moved, not by a person's tick
 * @param cause           why automation did it, one sentence; null if a person did
 * @param attachmentIds   files that its entry in the feed shows: those that it held and those that its doer adds
 * @param because         the cause for readers of other languages; null if a person did it, or with an event of an earlier version
 */
@EventType("activity.ActivityCompleted")
public record ActivityCompleted(ActivityState activity, String note, String feedback, String outcome,
        Integer durationMinutes, boolean byMove, String cause, List<Long> attachmentIds, ActivityCause because) {

    public ActivityCompleted {
        attachmentIds = attachmentIds == null ? List.of() : List.copyOf(attachmentIds);
    }

    /** With the sentence alone. */
    public ActivityCompleted(ActivityState activity, String note, String feedback, String outcome, Integer durationMinutes,
            boolean byMove, String cause, List<Long> attachmentIds) {
        this(activity, note, feedback, outcome, durationMinutes, byMove, cause, attachmentIds, null);
    }

    /** Without files. */
    public ActivityCompleted(ActivityState activity, String note, String feedback, String outcome, Integer durationMinutes,
            boolean byMove, String cause) {
        this(activity, note, feedback, outcome, durationMinutes, byMove, cause, List.of());
    }

    /** By a person, or without a word why. */
    public ActivityCompleted(ActivityState activity, String note, String feedback, String outcome, Integer durationMinutes,
            boolean byMove) {
        this(activity, note, feedback, outcome, durationMinutes, byMove, null);
    }
}
