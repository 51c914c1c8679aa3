package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.event.EventType;
import java.util.List;

/**
 * Activities of one record were cancelled together (SEMANTICS A8, P14).
 *
 * @param activities one or more
 * @param reason     or null
 * @param byClosing  cancelled because the record was closed
 */
@EventType("activity.ActivitiesCancelled")
public record ActivitiesCancelled(List<ActivityState> activities, String reason, boolean byClosing) {
}
