package com.pivotino.crm.calendar.internal.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import net.fortuna.ical4j.model.Recur;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The starts of a series before an instant, as three engines have them. */
final class Oracles {

    private Oracles() {
    }

    static List<Instant> ours(Series series, Instant end) {
        List<Instant> starts = new ArrayList<>();
        series.expansion().walk(LocalDate.MIN, LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(2), id -> {
            Instant start = series.slot().startingAt(id).startInstant();
            return start.isBefore(end) && starts.add(start);
        });
        return starts;
    }

    static List<Instant> libRecur(Series series, Instant end) {
        String start = series.slot().start().toString().replaceAll("[-:]", "") + "00";
        DateTime first = series.slot().allDay() ? DateTime.parse(start.substring(0, 8))
                : DateTime.parse(TimeZone.getTimeZone(series.slot().zone()), start);
        List<Instant> starts = new ArrayList<>();
        RecurrenceRuleIterator iterator = rule(series).iterator(first);
        while (iterator.hasNext()) {
            Instant next = Instant.ofEpochMilli(iterator.nextMillis());
            if (!next.isBefore(end)) {
                break;
            }
            starts.add(next);
        }
        return starts;
    }

    private static RecurrenceRule rule(Series series) {
        try {
            return new RecurrenceRule(series.rrule());
        } catch (InvalidRecurrenceRuleException e) {
            throw new AssertionError(series.rrule(), e);
        }
    }

    /** Without WKST ical4j takes the first day of the week of the JVM's locale, so it is told Monday, as RFC 5545 has it. */
    static List<Instant> ical4j(Series series, Instant end) {
        String rrule = series.rrule() + (series.rule().weekStart() == null ? ";WKST=MO" : "");
        if (series.slot().allDay()) {
            LocalDate first = series.slot().start().toLocalDate();
            return new Recur<LocalDate>(rrule).getDates(first, first, LocalDate.ofInstant(end, ZoneOffset.UTC)).stream()
                    .map(date -> date.atStartOfDay().toInstant(ZoneOffset.UTC)).filter(end::isAfter).toList();
        }
        ZoneId zone = series.slot().zone();
        ZonedDateTime first = series.slot().start().atZone(zone);
        return new Recur<ZonedDateTime>(rrule).getDates(first, first, end.atZone(zone)).stream().map(ZonedDateTime::toInstant)
                .filter(end::isAfter).toList();
    }
}
