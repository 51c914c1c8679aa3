package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.pipeline.StageRef;

/**
 * An opportunity was lost (SEMANTICS P14).
 *
 * @param state          after it
 * @param from           where it stood
 * @param reason         the lost reason
 * @param proposedReason what the user would have chosen, or null (SEMANTICS P15)
 * @param note           closing note, or null
 * @param meetings       {@code keep} or {@code cancel}
 */
@EventType("pipeline.OpportunityLost")
public record OpportunityLost(OpportunityState state, StageRef from, NamedRef reason, String proposedReason, String note,
        String meetings, long secondsInFrom) implements OpportunityEvent {
}
