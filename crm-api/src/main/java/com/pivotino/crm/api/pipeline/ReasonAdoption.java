package com.pivotino.crm.api.pipeline;

/**
 * Turns a proposal into a reason and points the records that bear it to that reason.
 *
 * @param proposedReason the proposal
 * @param name           name of the new reason; null for the proposal's own text
 * @param reasonId       an existing reason to use instead of a new one, or null
 */
public record ReasonAdoption(String proposedReason, String name, Long reasonId) {
}
