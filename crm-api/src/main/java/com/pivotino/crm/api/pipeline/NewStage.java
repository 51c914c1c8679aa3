package com.pivotino.crm.api.pipeline;

/**
 * The request that creates a stage; the name and the kind are required.
 *
 * @param sequence    null for after the last one
 * @param probability null for 0, won 100
 * @param folded      null for false
 */
public record NewStage(String name, String kind, Integer sequence, Integer probability, Long teamId, Boolean folded,
        String color) {
}
