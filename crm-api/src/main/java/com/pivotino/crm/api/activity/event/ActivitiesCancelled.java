package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.event.EventType;
import java.util.List;

/**
 * Activities of one record were cancelled together (SEMANTICS A8, P14).
 *
 * @param activities one or more
 * @param reason     or null
 * @param byClosing  cancelled because the record was closed
 * @param meetings   {@code cancel} if the meetings that they stand for are to be cancelled with them, else {@code keep}
 *                   (SEMANTICS A14)
 * @param cause      why automation did it, one sentence; null if a person did
 * @param because    the same for readers of other languages; null if a person did, or with an event of an earlier version
 */
@EventType("activity.ActivitiesCancelled")
public record ActivitiesCancelled(List<ActivityState> activities, String reason, boolean byClosing, String meetings,
        String cause, ActivityCause because) {

    /** With the sentence alone. */
    public ActivitiesCancelled(List<ActivityState> activities, String reason, boolean byClosing, String meetings, String cause) {
        this(activities, reason, byClosing, meetings, cause, null);
    }

    /** Without a word why. */
    public ActivitiesCancelled(List<ActivityState> activities, String reason, boolean byClosing, String meetings) {
        this(activities, reason, byClosing, meetings, null);
    }

    /** Meetings stay. */
    public ActivitiesCancelled(List<ActivityState> activities, String reason, boolean byClosing) {
        this(activities, reason, byClosing, "keep");
    }
}
