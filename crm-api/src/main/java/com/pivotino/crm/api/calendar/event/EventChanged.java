package com.pivotino.crm.api.calendar.event;

import com.pivotino.crm.api.event.EventType;

/**
 * An event of the calendar was made, changed, answered or cancelled, or a reminder of it was due or closed; the record is
 * {@code event:id}. Holds no content of the event, so that everybody may receive it: read the event again before showing it.
 *
 * @param eventId the event
 * @param what    {@code created, changed, answered, cancelled, reminder}
 */
@EventType("calendar.EventChanged")
public record EventChanged(long eventId, String what) {
}
