package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code start}, {@code end}, {@code zone} and {@code allDay} (SEMANTICS T1); what is not sent stays as it was. */
final class TimeFields {

    static final Set<String> NAMES = Set.of("start", "end", "zone", "allDay");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9000;
    private static final Duration LONGEST = Duration.ofDays(366);

    private TimeFields() {
    }

    /** Of a new event. */
    static TimeSlot read(MergePatch members, ZoneId own) {
        for (String name : List.of("start", "end")) {
            if (members.value(name) == null) {
                throw CrmException.invalid(name, "required", "This must not be empty.");
            }
        }
        return read(members, null, own);
    }

    /** @param before what is edited, or null for a new event */
    static TimeSlot read(MergePatch members, TimeSlot before, ZoneId own) {
        Boolean wanted = members.flag("allDay");
        boolean dated = members.value("start") instanceof String text && text.length() == 10;
        boolean allDay = wanted != null ? wanted : before != null && !members.has("start") ? before.allDay() : dated;
        TimeSlot slot = allDay ? days(members, before) : timed(members, before, zone(members, before, own));
        if (slot.length().compareTo(LONGEST) > 0) {
            throw CrmException.invalid("end", "too_long", "An event lasts a year at most.");
        }
        return slot;
    }

    private static ZoneId zone(MergePatch members, TimeSlot before, ZoneId own) {
        String zone = members.text("zone", 60);
        if (zone == null) {
            return before == null || before.zone() == null ? own : before.zone();
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw CrmException.invalid("zone", "invalid", "Use an IANA zone such as Europe/Berlin.");
        }
        return ZoneId.of(zone);
    }

    private static TimeSlot days(MergePatch members, TimeSlot before) {
        LocalDate start = members.value("start") == null ? before.start().toLocalDate() : day(members, "start");
        if (members.value("end") != null) {
            return TimeSlot.allDay(start, day(members, "end"));
        }
        long days = before.allDay() ? before.length().toDays() : Math.max(1, before.length().plusHours(23).toDays());
        return TimeSlot.allDay(start, start.plusDays(days));
    }

    private static TimeSlot timed(MergePatch members, TimeSlot before, ZoneId zone) {
        if (members.value("start") == null && members.value("end") == null) {
            return before.allDay() ? TimeSlot.timed(before.start(), before.start().plusHours(1), zone)
                    : new TimeSlot(before.start(), before.length(), zone);
        }
        LocalDateTime start = members.value("start") == null ? before.start() : time(members, "start");
        return members.value("end") != null ? TimeSlot.timed(start, time(members, "end"), zone)
                : new TimeSlot(start, before.allDay() ? Duration.ofHours(1) : before.length(), zone);
    }

    private static LocalDate day(MergePatch members, String name) {
        return read(members, name, text -> text.length() > 10 && LocalDateTime.parse(text).toLocalTime().toSecondOfDay() == 0
                ? LocalDateTime.parse(text).toLocalDate() : LocalDate.parse(text), "Use a date such as 2026-06-10 for an all-day event.");
    }

    private static LocalDateTime time(MergePatch members, String name) {
        return read(members, name, text -> LocalDateTime.parse(text).withNano(0),
                "Use a local time such as 2026-06-10T09:00, and the zone beside it.");
    }

    private static <T extends Temporal> T read(MergePatch members, String name, Function<String, T> parse,
            String message) {
        String text = members.text(name, 40);
        try {
            T value = parse.apply(text == null ? "" : text);
            int year = value.get(ChronoField.YEAR);
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw CrmException.invalid(name, "out_of_range", "A year from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
            }
            return value;
        } catch (DateTimeException e) {
            throw new CrmException(CrmException.Kind.VALIDATION, "validation_failed", message,
                    List.of(new FieldProblem(name, "invalid", message)), Map.of(), e);
        }
    }
}
