package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.event.EventType;

/**
 * Somebody was given an activity by somebody else (SEMANTICS A10): once an assignment, never for one's own, after the
 * event that tells what happened to the activity. What the assignee is told is made from this; an assignment of many at
 * once by a hand-over is told by {@link ActivitiesHandedOver} instead.
 *
 * @param activity    as it stands, with its record, summary and assignee
 * @param recordTitle the record's title, or null if it is not known
 * @param assignee    who has it now
 * @param by          who gave it, or null for the system
 * @param why         {@code scheduled} planned for them, {@code reassigned} given to them by an edit,
 *                    {@code record} their record's activity came along with the record (SEMANTICS A3),
 *                    {@code bulk} one of several given to them at once
 */
@EventType("activity.ActivityAssigned")
public record ActivityAssigned(ActivityState activity, String recordTitle, NamedRef assignee, NamedRef by, String why) {
}
