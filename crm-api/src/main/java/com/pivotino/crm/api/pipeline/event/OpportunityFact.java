package com.pivotino.crm.api.pipeline.event;

/** The part that every {@code pipeline.Opportunity*} and {@code pipeline.StageChanged} event has; for projections. */
public record OpportunityFact(OpportunityState state) {
}
