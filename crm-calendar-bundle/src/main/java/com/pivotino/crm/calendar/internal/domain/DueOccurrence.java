package com.pivotino.crm.calendar.internal.domain;

import java.time.Instant;

/**
 * The occurrence that a reminder is of, as it stood when the reminder was due.
 *
 * @param recurrenceId null for a single event
 * @param zone         null for an all-day event
 */
public record DueOccurrence(String recurrenceId, String title, String location, String startLocal, String zone,
        Instant startsAt, Instant endsAt) {
}
