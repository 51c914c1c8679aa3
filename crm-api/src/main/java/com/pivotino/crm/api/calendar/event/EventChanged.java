package com.pivotino.crm.api.calendar.event;

import com.pivotino.crm.api.event.EventType;

/**
 * An event of the calendar was made, changed, answered or cancelled, or a reminder of it was due or closed; the record is
 * {@code event:id}. Holds nothing of what the event says, so that it can be told to everybody: read again what you show.
 *
 * @param eventId the event
 * @param what    {@code created, changed, answered, cancelled, reminder}
 */
@EventType("calendar.EventChanged")
public record EventChanged(long eventId, String what) {
}
