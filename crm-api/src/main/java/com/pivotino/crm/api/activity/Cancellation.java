package com.pivotino.crm.api.activity;

/**
 * Why an activity is not going to be done.
 *
 * @param reason  or null
 * @param meeting what becomes of the calendar's meeting that it stands for: {@code keep} or {@code cancel}; null for
 *                {@code keep} (SEMANTICS A14)
 */
public record Cancellation(String reason, String meeting) {

    /** The meeting, if there is one, stays. */
    public Cancellation(String reason) {
        this(reason, null);
    }
}
