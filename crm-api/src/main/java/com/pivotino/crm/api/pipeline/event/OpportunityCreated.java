package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.event.EventType;

/**
 * An opportunity was made.
 *
 * @param state         as made
 * @param firstActivity whether a first activity is wanted (SEMANTICS A1)
 * @param silent        made by an import: nobody is told
 */
@EventType("pipeline.OpportunityCreated")
public record OpportunityCreated(OpportunityState state, boolean firstActivity, boolean silent) implements OpportunityEvent {
}
