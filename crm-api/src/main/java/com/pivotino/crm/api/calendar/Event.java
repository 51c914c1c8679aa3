package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Versioned;
import java.util.List;

/**
 * A single event, or a series by its first or by one named occurrence (REST "Calendar").
 *
 * @param recurrenceId  the occurrence that is shown, or null for the series or single event
 * @param zone          IANA id in which the wall time stays (SEMANTICS T1), or null for an all-day event
 * @param reminders     the caller's own set, else the organizer's (SEMANTICS N1)
 * @param recordTitle   the record's name as of now, or null
 * @param activityId    the activity that it belongs to (SEMANTICS A14), or null
 * @param myAnswer      the caller's own, or null
 * @param override      whether the occurrence shown differs from its series
 * @param continuedFrom the series that this one continues (SEMANTICS E2), or null
 * @param editable      whether the caller may change it
 * @param startAdjusted whether the start was moved to the rule's first match (SEMANTICS R5)
 * @param sentence      the rule in the reader's language (SEMANTICS R10), or null
 * @param hints         what may surprise about the rule (SEMANTICS R2, R3): {@code skips_short_months},
 *                      {@code skips_common_years}, {@code overlaps_itself}
 */
public record Event(long id, long version, String recurrenceId, String title, EventTime start, EventTime end, String zone,
        boolean allDay, String rrule, List<Reminder> reminders, List<Attendee> attendees, String location,
        String description, RecordRef record, String recordTitle, Long activityId, NamedRef organizer, String myAnswer,
        String privacy, String showAs, boolean override, Long continuedFrom, boolean editable, boolean startAdjusted,
        String sentence, List<String> hints) implements Versioned {

    public Event {
        reminders = List.copyOf(reminders);
        attendees = List.copyOf(attendees);
        hints = List.copyOf(hints);
    }

    /** As of version 1.0 of this package: without hints. */
    public Event(long id, long version, String recurrenceId, String title, EventTime start, EventTime end, String zone,
            boolean allDay, String rrule, List<Reminder> reminders, List<Attendee> attendees, String location,
            String description, RecordRef record, String recordTitle, Long activityId, NamedRef organizer, String myAnswer,
            String privacy, String showAs, boolean override, Long continuedFrom, boolean editable, boolean startAdjusted,
            String sentence) {
        this(id, version, recurrenceId, title, start, end, zone, allDay, rrule, reminders, attendees, location, description, record,
                recordTitle, activityId, organizer, myAnswer, privacy, showAs, override, continuedFrom, editable, startAdjusted,
                sentence, List.of());
    }
}
