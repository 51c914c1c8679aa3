package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.Versioned;
import java.time.LocalTime;
import java.util.List;

/**
 * A user's defaults for new events, and their working hours.
 *
 * @param reminders of new events without a set of their own (SEMANTICS N1)
 * @param privacy   {@code public} or {@code private}, of new events (SEMANTICS I5)
 * @param weekStart two letter day on which a week begins, kept in new weekly rules (SEMANTICS R4)
 * @param workFrom  wall time at which slots begin
 * @param workTo    wall time at which slots end
 */
public record CalendarPreferences(long version, List<Reminder> reminders, String privacy, String weekStart,
        LocalTime workFrom, LocalTime workTo) implements Versioned {

    public CalendarPreferences {
        reminders = List.copyOf(reminders);
    }
}
