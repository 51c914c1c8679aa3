package com.pivotino.crm.calendar.internal.recurrence;

import com.pivotino.crm.api.CrmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * When something takes place: what was agreed on the clock of a zone, or days for an all-day event (SEMANTICS T1). Instants
 * are derived with the zone rules of now: a time in a gap moves on by the gap (T2), of a time that comes twice the first is
 * meant (T3).
 *
 * @param start  local start as it was agreed, even if that day's clock skips it; 00:00 for an all-day event
 * @param length elapsed time, of an all-day event whole days
 * @param zone   IANA zone, or null for an all-day event
 */
public record TimeSlot(LocalDateTime start, Duration length, ZoneId zone) {

    /**
     * A timed slot.
     *
     * @throws CrmException {@code validation_failed} on {@code end} if it ends before it starts
     */
    public static TimeSlot timed(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        // A start in a gap moves on; to keep the length that was agreed, the end moves with it.
        boolean inGap = zone.getRules().getValidOffsets(start).isEmpty();
        Duration length = inGap ? Duration.between(start, end) : Duration.between(start.atZone(zone), end.atZone(zone));
        return new TimeSlot(start, notNegative(length), zone);
    }

    /**
     * An all-day slot.
     *
     * @param end the day after the last one
     * @throws CrmException {@code validation_failed} on {@code end} if it has no day
     */
    public static TimeSlot allDay(LocalDate start, LocalDate end) {
        if (!end.isAfter(start)) {
            throw CrmException.invalid("end", "invalid", "An all-day event ends after the day on which it starts.");
        }
        return new TimeSlot(start.atStartOfDay(), Duration.between(start.atStartOfDay(), end.atStartOfDay()), null);
    }

    private static Duration notNegative(Duration length) {
        if (length.isNegative()) {
            throw CrmException.invalid("end", "invalid", "An event cannot end before it starts.");
        }
        return length;
    }

    public boolean allDay() {
        return zone == null;
    }

    /** Start as an instant; of an all-day event 00:00 UTC, see {@link #startInstant(ZoneId)}. */
    public Instant startInstant() {
        return startInstant(ZoneOffset.UTC);
    }

    /** End as an instant, exclusive; of an all-day event 00:00 UTC. */
    public Instant endInstant() {
        return endInstant(ZoneOffset.UTC);
    }

    /** Start as an instant; the zone of the reader says when an all-day event starts. */
    public Instant startInstant(ZoneId reader) {
        return start.atZone(allDay() ? reader : zone).toInstant();
    }

    /** End as an instant, exclusive; the zone of the reader says when an all-day event ends. */
    public Instant endInstant(ZoneId reader) {
        return allDay() ? start.plus(length).atZone(reader).toInstant() : startInstant().plus(length);
    }

    /** Local start as the clock shows it that day; differs from {@link #start()} in a gap only (T2). */
    public LocalDateTime shownStart() {
        return allDay() ? start : LocalDateTime.ofInstant(startInstant(), zone);
    }

    /** Local end, exclusive, as the clock shows it that day (T4). */
    public LocalDateTime shownEnd() {
        return allDay() ? start.plus(length) : LocalDateTime.ofInstant(endInstant(), zone);
    }

    /** The same length from another local start on (T4). */
    public TimeSlot startingAt(LocalDateTime other) {
        return new TimeSlot(other, length, zone);
    }

    /** The same time of day and length on another day. */
    public TimeSlot on(LocalDate date) {
        return startingAt(date.atTime(timeOfDay()));
    }

    LocalTime timeOfDay() {
        return start.toLocalTime();
    }
}
