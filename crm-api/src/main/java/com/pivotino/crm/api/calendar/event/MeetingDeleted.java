package com.pivotino.crm.api.calendar.event;

import com.pivotino.crm.api.event.EventType;

/**
 * An event of the calendar that stood for an activity is gone (SEMANTICS A14); the record is that of the activity. The
 * activity, if it is open, is cancelled.
 *
 * @param eventId    the event
 * @param activityId the activity that it stood for
 */
@EventType("calendar.MeetingDeleted")
public record MeetingDeleted(long eventId, long activityId) {
}
