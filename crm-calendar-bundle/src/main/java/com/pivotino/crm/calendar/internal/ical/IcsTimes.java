package com.pivotino.crm.calendar.internal.ical;

import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as iCalendar writes them (RFC 5545 3.3.4, 3.3.5). */
final class IcsTimes {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private IcsTimes() {
    }

    static String utc(Instant instant) {
        return local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
    }

    static String local(LocalDateTime time) {
        return LOCAL.format(time);
    }

    /** Whether times of that zone are written as UTC; they need no VTIMEZONE. */
    static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    /** A property with a local time: as a date, as UTC, or with TZID. */
    static void write(IcsOutput output, String name, LocalDateTime time, ZoneId zone) {
        if (zone == null) {
            output.line(name + ";VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(time.toLocalDate()));
        } else if (isUtc(zone)) {
            output.line(name, local(time) + "Z");
        } else {
            output.line(name + ";TZID=" + zone.getId(), local(time));
        }
    }

    /** DTSTART and DTEND, or DURATION where the local end would be read as another instant. */
    static void write(IcsOutput output, TimeSlot slot, LocalDateTime start) {
        write(output, "DTSTART", start, slot.zone());
        LocalDateTime end = slot.shownEnd();
        boolean plain = slot.allDay() || end.atZone(slot.zone()).toInstant().equals(slot.endInstant());
        if (plain) {
            write(output, "DTEND", end, slot.zone());
        } else {
            output.line("DURATION", "PT" + slot.length().toSeconds() + "S");
        }
    }
}
