package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import java.util.List;

/**
 * One occurrence of an event in a window (REST "Calendar"). Of a private event, all but its attendees see the times and
 * {@code Busy} (SEMANTICS I5).
 *
 * @param recurrenceId the original local start, which names the occurrence for good (SEMANTICS R9); null if not a series
 * @param rrule        RFC 5545 rule without {@code RRULE:}, or null
 * @param record       the record that the event belongs to, or null; null also for readers who may not see that record
 * @param myAnswer     the caller's own, or null
 * @param privacy      {@code public} or {@code private}
 * @param showAs       {@code busy} or {@code free}
 * @param override     whether this occurrence differs from its series
 * @param calendars    those of the people asked for in whose calendars it stands
 * @param editable     whether the caller may change it
 * @param activityId   the activity that it stands for (SEMANTICS A14), or null
 */
public record Occurrence(long eventId, String recurrenceId, String title, EventTime start, EventTime end, boolean allDay,
        String rrule, String location, RecordRef record, NamedRef organizer, List<Attendee> attendees, String myAnswer,
        String privacy, String showAs, boolean override, List<PersonRef> calendars, boolean editable, Long activityId) {

    public Occurrence {
        attendees = List.copyOf(attendees);
        calendars = List.copyOf(calendars);
    }
}
