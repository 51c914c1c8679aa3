package com.pivotino.crm.api.calendar;

import java.time.Instant;

/**
 * A reminder that was due (REST "Reminders").
 *
 * @param recurrenceId the occurrence, or null for a single event
 * @param start        when the occurrence begins
 * @param fireAt       when it was due, after a snooze the new time
 * @param channel      {@code popup, email} or a partner's
 * @param state        {@code pending} until a popup is dismissed or a mail is handed over, then {@code delivered} or
 *                     {@code dismissed}; {@code missed} if the event had ended before it could be delivered
 * @param late         whether it came more than a minute after {@code fireAt}
 */
public record DueReminder(long id, long eventId, String recurrenceId, String title, EventTime start, Instant fireAt,
        String channel, String state, boolean late) {
}
