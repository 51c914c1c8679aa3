package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.event.EventType;

/**
 * An activity was planned, by a person or automatically (SEMANTICS A1).
 *
 * @param cause   why automation planned it, one sentence; null if a person did
 * @param because the same for readers of other languages; null if a person did, or with an event of an earlier version
 */
@EventType("activity.ActivityScheduled")
public record ActivityScheduled(ActivityState activity, String cause, ActivityCause because) {

    /** With the sentence alone. */
    public ActivityScheduled(ActivityState activity, String cause) {
        this(activity, cause, null);
    }

    /** By a person. */
    public ActivityScheduled(ActivityState activity) {
        this(activity, null, null);
    }
}
