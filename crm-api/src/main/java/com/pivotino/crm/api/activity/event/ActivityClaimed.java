package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.event.EventType;

/**
 * A team's activity has found its person, or was given back to the team.
 *
 * @param activity  as it stands; its {@code team} is set
 * @param claimedBy who took it, or null if it was given back and waits for the team again
 */
@EventType("activity.ActivityClaimed")
public record ActivityClaimed(ActivityState activity, NamedRef claimedBy) {
}
