package com.pivotino.crm.api.pipeline;

/**
 * The request that creates a lost reason; only the name is required.
 *
 * @param sequence null for after the last one
 */
public record NewLostReason(String name, Integer sequence, Boolean noteRequired) {
}
