package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.pipeline.StageRef;

/**
 * A card moved between two stages of one outcome: open ones, or two won or two lost ones (SEMANTICS P7). Won, lost and
 * restored have events of their own.
 *
 * @param state         after the move
 * @param from          where it stood
 * @param forwards      whether the target comes later in the pipeline
 * @param secondsInFrom how long it stood there
 */
@EventType("pipeline.StageChanged")
public record StageChanged(OpportunityState state, StageRef from, boolean forwards, long secondsInFrom) implements OpportunityEvent {
}
