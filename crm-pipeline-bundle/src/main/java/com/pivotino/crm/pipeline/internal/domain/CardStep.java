package com.pivotino.crm.pipeline.internal.domain;

/** What one act made of one opportunity, kept until nobody can undo it any more. */
public record CardStep(CardState before, CardState after) {
}
