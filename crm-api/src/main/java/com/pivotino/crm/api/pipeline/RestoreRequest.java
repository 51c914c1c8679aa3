package com.pivotino.crm.api.pipeline;

/** @param stageId an open stage, or null for the last open one (SEMANTICS P16) */
public record RestoreRequest(Long stageId) {
}
