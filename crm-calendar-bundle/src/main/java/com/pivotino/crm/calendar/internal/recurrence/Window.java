package com.pivotino.crm.calendar.internal.recurrence;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.calendar.CalendarService;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The stretch of time that somebody looks at (SEMANTICS R8).
 *
 * @param from   inclusive
 * @param to     exclusive, at most 400 days later
 * @param reader zone of the reader, which says where the days of all-day events lie
 */
public record Window(Instant from, Instant to, ZoneId reader) {

    /** @throws CrmException {@code validation_failed} on {@code to} if it is before {@code from} or more than 400 days later */
    public Window {
        if (to.isBefore(from)) {
            throw CrmException.invalid("to", "invalid", "The window ends before it starts.");
        }
        if (Duration.between(from, to).compareTo(Duration.ofDays(CalendarService.MAX_WINDOW_DAYS)) > 0) {
            throw CrmException.invalid("to", "window_too_long", "A window has 400 days at most.");
        }
    }

    /** Whether the slot shares more than a point with the window; one without length counts if it starts inside. */
    boolean touches(TimeSlot slot) {
        Instant start = slot.startInstant(reader);
        Instant end = slot.endInstant(reader);
        return start.isBefore(to) && (end.isAfter(from) || (start.equals(end) && !start.isBefore(from)));
    }
}
