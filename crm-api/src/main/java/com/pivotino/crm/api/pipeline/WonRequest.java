package com.pivotino.crm.api.pipeline;

/** @param openActivities {@code keep} (default), {@code done} or {@code cancel} (SEMANTICS P13) */
public record WonRequest(String openActivities) {
}
