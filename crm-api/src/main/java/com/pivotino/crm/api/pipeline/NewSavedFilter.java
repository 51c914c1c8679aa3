package com.pivotino.crm.api.pipeline;

/**
 * A filter to be saved.
 *
 * @param sequence  null for after the last one
 * @param isDefault null for false
 */
public record NewSavedFilter(String name, String view, String query, Integer sequence, Boolean isDefault) {
}
