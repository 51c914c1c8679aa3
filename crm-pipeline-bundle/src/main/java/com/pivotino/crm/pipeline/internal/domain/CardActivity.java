package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.pipeline.NextActivity;
import java.time.Instant;

/**
 * What a card's open activities come to (SEMANTICS A5).
 *
 * @param next      the one due first, or null
 * @param todayFrom when the first of them begins to be due, in its assignee's zone; null without any
 * @param lateFrom  when the first of them is overdue; null without any
 */
public record CardActivity(NextActivity next, Instant todayFrom, Instant lateFrom) {
    public static final CardActivity NONE = new CardActivity(null, null, null);

    /** {@code overdue} before {@code today} before {@code planned} before {@code none}. */
    public String state(Instant now) {
        if (next == null) {
            return "none";
        }
        if (!lateFrom.isAfter(now)) {
            return "overdue";
        }
        return todayFrom.isAfter(now) ? "planned" : "today";
    }
}
