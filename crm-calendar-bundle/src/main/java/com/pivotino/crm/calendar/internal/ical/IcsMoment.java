package com.pivotino.crm.calendar.internal.ical;

import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * A date or time as it was read (RFC 5545 3.3.4, 3.3.5).
 *
 * @param local at 00:00 for a date
 * @param zone  null for a date
 */
record IcsMoment(LocalDateTime local, ZoneId zone) {

    private static final DateTimeFormatter DATE = strict("uuuuMMdd");
    private static final DateTimeFormatter TIME = strict("uuuuMMdd'T'HHmmss");
    private static final int DATE_LENGTH = 8;

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Reads one value.
     *
     * @param zone in which a local time is meant
     * @throws DateTimeException if it is neither
     */
    static IcsMoment read(String value, ZoneId zone) {
        if (value.length() == DATE_LENGTH) {
            return new IcsMoment(LocalDate.parse(value, DATE).atStartOfDay(), null);
        }
        boolean utc = value.endsWith("Z");
        LocalDateTime local = LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, TIME);
        return new IcsMoment(local, utc ? ZoneOffset.UTC : zone);
    }

    boolean isDate() {
        return zone == null;
    }

    /** The original local start that this names in a series; a date in a timed series names its occurrence of that day. */
    LocalDateTime idIn(TimeSlot slot) {
        if (slot.allDay()) {
            return local.toLocalDate().atStartOfDay();
        }
        if (isDate()) {
            return local.toLocalDate().atTime(slot.start().toLocalTime());
        }
        return zone.equals(slot.zone()) ? local : LocalDateTime.ofInstant(local.atZone(zone).toInstant(), slot.zone());
    }
}
