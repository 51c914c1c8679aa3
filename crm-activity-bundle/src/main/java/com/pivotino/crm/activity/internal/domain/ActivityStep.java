package com.pivotino.crm.activity.internal.domain;

/**
 * What one act made of one activity, or of the waiting role of the first one, kept until nobody can undo it any more.
 *
 * @param before    null if the act made the activity
 * @param after     null if this is only about the role
 * @param wasVacant whether the role of the first activity waited before; null if that did not change
 */
public record ActivityStep(ActivityMemo before, ActivityMemo after, Boolean wasVacant) {
}
