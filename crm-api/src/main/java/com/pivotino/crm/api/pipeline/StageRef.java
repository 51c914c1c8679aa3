package com.pivotino.crm.api.pipeline;

/**
 * A reference to a stage.
 *
 * @param kind {@code new, first_activity, normal, won, lost}
 */
public record StageRef(long id, String name, String kind) {
}
