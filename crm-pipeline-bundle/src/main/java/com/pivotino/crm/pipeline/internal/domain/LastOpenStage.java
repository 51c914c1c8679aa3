package com.pivotino.crm.pipeline.internal.domain;

/** The open stage that a closed card came from, as it was then: the stage itself may be gone since. */
public record LastOpenStage(long id, String kind, int sequence) {
}
