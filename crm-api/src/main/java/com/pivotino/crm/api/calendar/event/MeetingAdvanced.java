package com.pivotino.crm.api.calendar.event;

import com.pivotino.crm.api.event.EventType;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The activity that stood for an occurrence of a meeting that repeats is done, and the meeting has another occurrence
 * (SEMANTICS A14); the record is that of the activity. An activity like the one that is done is planned for the day of that
 * occurrence and stands for the event from now on.
 *
 * @param eventId    the event
 * @param activityId the activity that is done
 * @param start      when the following occurrence starts; null for an all-day event
 * @param date       the day of an all-day one, else null
 */
@EventType("calendar.MeetingAdvanced")
public record MeetingAdvanced(long eventId, long activityId, Instant start, LocalDate date) {
}
