package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.event.EventType;

/** An activity was planned, by a person or automatically (SEMANTICS A1). */
@EventType("activity.ActivityScheduled")
public record ActivityScheduled(ActivityState activity) {
}
