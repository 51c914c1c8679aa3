package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.event.EventType;
import java.util.List;

/**
 * Tracked fields of an opportunity were edited; one event a save (SEMANTICS C5).
 *
 * @param state               as edited
 * @param changes             what changed, never empty
 * @param previousSalesperson who was responsible before, if that changed (SEMANTICS A3), else null
 */
@EventType("pipeline.OpportunityChanged")
public record OpportunityChanged(OpportunityState state, List<FieldChange> changes, NamedRef previousSalesperson,
        boolean salespersonChanged) {
}
