package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.pipeline.StageRef;

/**
 * An opportunity was won (SEMANTICS P13).
 *
 * @param state          after it
 * @param from           where it stood
 * @param openActivities {@code keep}, {@code done} or {@code cancel}; the open first activity is done in any case
 * @param secondsInFrom  how long it stood there
 */
@EventType("pipeline.OpportunityWon")
public record OpportunityWon(OpportunityState state, StageRef from, String openActivities, long secondsInFrom) implements OpportunityEvent {
}
