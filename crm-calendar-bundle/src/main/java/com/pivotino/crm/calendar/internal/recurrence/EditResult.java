package com.pivotino.crm.calendar.internal.recurrence;

import java.util.List;

/**
 * What becomes of a series.
 *
 * @param series      the event under its own id, maybe without a rule now (SEMANTICS E6); null if it is deleted
 * @param continued   the new event that goes on from the split ("continued as", SEMANTICS E2), a series or a single one;
 *                    null if there was no split
 * @param frozen      occurrences that have ended and stay as they were: each becomes a single event (SEMANTICS E3, E7)
 * @param discarded   exceptions that are lost; the preview of what the caller has to confirm (SEMANTICS E4)
 * @param rescheduled whether a start, an end or the rule changed: answers of others are reset (SEMANTICS I1)
 * @param startAdjusted whether the new start was moved to the new rule's first match (SEMANTICS R5)
 */
public record EditResult(Series series, Series continued, List<Occurrence> frozen, List<SeriesException> discarded,
        boolean rescheduled, boolean startAdjusted) {

    public EditResult {
        frozen = List.copyOf(frozen);
        discarded = List.copyOf(discarded);
    }

    static EditResult of(Series series, boolean rescheduled) {
        return new EditResult(series, null, List.of(), List.of(), rescheduled, false);
    }

    /** Nothing is left under the id of the event. */
    public boolean deleted() {
        return series == null;
    }
}
