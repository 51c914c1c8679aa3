package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.pipeline.StageRef;

/**
 * An act on an opportunity was taken back (SEMANTICS P19): it stands where it stood. Follow the state; what you did
 * yourself because of the act is brought back by {@code runtime.ActUndone}.
 *
 * @param state         as before the act, except for changes by others since
 * @param from          the stage that the act had led to
 * @param undoneCauseId the cause id of the act
 */
@EventType("pipeline.OpportunityReverted")
public record OpportunityReverted(OpportunityState state, StageRef from, String undoneCauseId) implements OpportunityEvent {
}
