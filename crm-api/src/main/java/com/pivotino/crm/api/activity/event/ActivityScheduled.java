package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.event.EventType;

/**
 * An activity was planned, by a person or automatically (SEMANTICS A1).
 *
 * @param cause why automation planned it, one sentence; null if a person did
 */
@EventType("activity.ActivityScheduled")
public record ActivityScheduled(ActivityState activity, String cause) {

    /** By a person. */
    public ActivityScheduled(ActivityState activity) {
        this(activity, null);
    }
}
