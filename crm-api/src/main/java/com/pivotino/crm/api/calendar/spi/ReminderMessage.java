package com.pivotino.crm.api.calendar.spi;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.calendar.EventTime;
import java.time.Instant;

/**
 * A reminder for one person, who takes part in the event and may therefore see what it says.
 *
 * @param key          the same however often it is delivered
 * @param reminderId   its id in {@code GET /reminders}
 * @param person       user or contact, or null for somebody known by address only
 * @param email        the address of an invitee who is neither user nor contact, else null
 * @param name         of an invitee who is neither user nor contact, else null
 * @param recurrenceId the occurrence, or null for a single event
 * @param location     or null
 * @param fireAt       when it was due
 * @param late         whether it comes more than a minute after that
 */
public record ReminderMessage(String key, long reminderId, PersonRef person, String email, String name, long eventId,
        String recurrenceId, String title, String location, EventTime start, Instant fireAt, boolean late) {
}
