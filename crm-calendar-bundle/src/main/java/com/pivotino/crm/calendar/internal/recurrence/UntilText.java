package com.pivotino.crm.calendar.internal.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Reads UNTIL (SEMANTICS R7): a date, a local date-time in the event's zone, or UTC. */
final class UntilText {

    private static final DateTimeFormatter DATE = strict("uuuuMMdd");
    private static final DateTimeFormatter LOCAL = strict("uuuuMMdd'T'HHmmss");
    private static final int DATE_LENGTH = 8;

    private UntilText() {
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The latest start; a date counts to the end of its day in the event's zone. */
    static Instant read(String text, TimeSlot slot) {
        try {
            boolean utc = text.endsWith("Z");
            LocalDateTime local = text.length() == DATE_LENGTH ? LocalDate.parse(text, DATE).atTime(LocalTime.of(23, 59, 59))
                    : LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, LOCAL);
            if (slot.allDay()) {
                return local.toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return utc ? local.toInstant(ZoneOffset.UTC) : local.atZone(slot.zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw RuleText.invalid("invalid", "UNTIL is a date as in 20261231, or a date-time as in 20261231T083000Z.");
        }
    }
}
