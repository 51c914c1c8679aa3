package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.pipeline.StageRef;

/**
 * A closed opportunity is open again (SEMANTICS P16).
 *
 * @param state          after it
 * @param from           the closed stage
 * @param closingCauseId cause id of the closing that is taken back: exactly what it cancelled becomes open again
 */
@EventType("pipeline.OpportunityRestored")
public record OpportunityRestored(OpportunityState state, StageRef from, String closingCauseId,
        long secondsInFrom) implements OpportunityEvent {
}
