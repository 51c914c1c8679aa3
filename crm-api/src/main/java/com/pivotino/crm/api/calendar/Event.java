package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Versioned;
import java.util.List;

/**
 * A single event, or a series by its first occurrence (REST "Calendar").
 *
 * @param zone          IANA id in which the wall time stays (SEMANTICS T1), or null for an all-day event
 * @param activityId    the activity that it belongs to (SEMANTICS A14), or null
 * @param startAdjusted whether the start was moved to the rule's first match (SEMANTICS R5)
 * @param sentence      the rule in the reader's language (SEMANTICS R10), or null
 */
public record Event(long id, long version, String title, EventTime start, EventTime end, String zone, boolean allDay,
        String rrule, List<Reminder> reminders, List<Attendee> attendees, String location, String description,
        RecordRef record, Long activityId, NamedRef organizer, String privacy, String showAs, boolean startAdjusted,
        String sentence) implements Versioned {

    public Event {
        reminders = List.copyOf(reminders);
        attendees = List.copyOf(attendees);
    }
}
