package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.event.EventType;
import java.util.List;

/**
 * An open activity was edited; one event a save.
 *
 * @param changes what changed, in display values; empty if only the instants of the due date did, because the assignee's
 *                zone is another one
 */
@EventType("activity.ActivityChanged")
public record ActivityChanged(ActivityState activity, List<FieldChange> changes) {
}
