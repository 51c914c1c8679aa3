package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.event.EventType;

/** An activity was deleted as made by mistake (SEMANTICS A8). */
@EventType("activity.ActivityDeleted")
public record ActivityDeleted(ActivityState activity) {
}
