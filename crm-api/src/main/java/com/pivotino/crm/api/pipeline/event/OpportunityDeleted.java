package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.event.EventType;

/** An opportunity was deleted; the state is the last one. */
@EventType("pipeline.OpportunityDeleted")
public record OpportunityDeleted(OpportunityState state) {
}
