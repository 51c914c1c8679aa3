package com.pivotino.crm.api.pipeline;

/**
 * Marks an opportunity lost (SEMANTICS P14).
 *
 * @param lostReasonId   required
 * @param proposedReason what the user would have chosen, or null (SEMANTICS P15)
 * @param note           required for reasons that say so
 * @param meetings       {@code keep} (default) or {@code cancel}
 */
public record LostRequest(Long lostReasonId, String proposedReason, String note, String meetings) {
}
