package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.calendar.Reminder;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When one reminder of a series is due for one person (SEMANTICS N2): minutes and hours are elapsed time before the start;
 * days and weeks mean the same wall time that many days before in the person's zone. Of all-day events the day begins at
 * 09:00 there.
 */
final class FireTimes {

    private static final LocalTime ALL_DAY_HOUR = LocalTime.of(9, 0);
    /** Wall times that many days before differ from elapsed days by at most the change of the clock, all-day events by zones. */
    private static final Duration ROOM = Duration.ofHours(38);

    private final Series series;
    private final Reminder reminder;
    private final ZoneId zone;

    FireTimes(Series series, Reminder reminder, ZoneId zone) {
        this.series = series;
        this.reminder = reminder;
        this.zone = zone;
    }

    /** One time that a reminder is due. */
    record Fire(Instant at, Occurrence occurrence, Reminder reminder) {
    }

    Fire of(Occurrence occurrence) {
        return new Fire(at(occurrence.slot()), occurrence, reminder);
    }

    private Instant at(TimeSlot slot) {
        if (slot.allDay()) {
            var day = slot.start().toLocalDate().minusDays(days());
            return day.atTime(ALL_DAY_HOUR).atZone(zone).toInstant().minus(elapsed());
        }
        Instant start = slot.startInstant();
        return days() == 0 ? start.minus(elapsed()) : start.atZone(zone).minusDays(days()).toInstant();
    }

    private long days() {
        return switch (reminder.unit()) {
            case "days" -> reminder.offset();
            case "weeks" -> 7L * reminder.offset();
            default -> 0;
        };
    }

    private Duration elapsed() {
        return switch (reminder.unit()) {
            case "minutes" -> Duration.ofMinutes(reminder.offset());
            case "hours" -> Duration.ofHours(reminder.offset());
            default -> Duration.ZERO;
        };
    }

    /** The first that is due after an instant. */
    Optional<Fire> after(Instant instant) {
        Instant from = instant.plus(Duration.ofDays(days())).plus(elapsed()).minus(ROOM);
        Optional<Occurrence> next = series.next(from, zone);
        while (next.isPresent()) {
            Fire fire = of(next.get());
            if (fire.at().isAfter(instant)) {
                return Optional.of(fire);
            }
            next = series.next(next.get().slot().startInstant(zone), zone);
        }
        return Optional.empty();
    }

    /** The next occurrence to begin, if its reminder should have been due by now. */
    Optional<Fire> overdue(Instant now) {
        return series.next(now, zone).map(this::of).filter(fire -> !fire.at().isAfter(now));
    }
}
