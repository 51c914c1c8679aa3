package com.pivotino.crm.pipeline.internal.domain;

/** A member with its old and its new value, in the shape of the contract. */
public record OpportunityFieldChange(OpportunityField member, Object from, Object to) {
}
