package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.event.EventType;

/**
 * A user left, and their open activities went to somebody (SEMANTICS A11); the record is {@code user:id} of the user who left. One
 * event for each who got any, so that each is told once; the records' feeds hear of each activity by
 * {@link ActivityChanged}.
 *
 * @param from  who left
 * @param to    who has them now
 * @param count how many, at least 1
 */
@EventType("activity.ActivitiesHandedOver")
public record ActivitiesHandedOver(NamedRef from, NamedRef to, int count) {
}
