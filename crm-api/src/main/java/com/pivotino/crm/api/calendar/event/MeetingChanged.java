package com.pivotino.crm.api.calendar.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.event.EventType;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An event of the calendar that stands for an activity was made or changed (SEMANTICS A14); the record is that of the
 * activity. The open activity takes all of this over: the title as its summary, the description as its note, the organizer
 * as its assignee if they may read the record, and the day on which it starts in the assignee's zone as its due date. What
 * it takes over it tells by {@code activity.ActivityChanged}; who made the change finds nothing new in that: a timed meeting
 * fits its activity if it starts between {@code todayFrom} and {@code lateFrom}, and is moved by whole days only if not.
 *
 * @param eventId     the event
 * @param activityId  the activity that it stands for; the first of these events joins the two
 * @param title       or null if the event is private: then its words are not told, and those of the activity stay
 * @param description or null for none
 * @param organizer   or null for no change
 * @param start       when it starts, of a series the next occurrence; null for an all-day event
 * @param date        the day of an all-day event, the same in every zone; null for a timed one
 * @param previousEventId the event that the activity stood for until now, if a series was split and goes on as this event
 *                    (SEMANTICS E2), else null
 */
@EventType("calendar.MeetingChanged")
public record MeetingChanged(long eventId, long activityId, String title, String description, NamedRef organizer,
        Instant start, LocalDate date, Long previousEventId) {

    /** Of the event that the activity stands for already, or of the first one. */
    public MeetingChanged(long eventId, long activityId, String title, String description, NamedRef organizer,
            Instant start, LocalDate date) {
        this(eventId, activityId, title, description, organizer, start, date, null);
    }
}
