package com.pivotino.crm.calendar.internal.ical;

import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * VTIMEZONE (RFC 5545 3.6.5), made from the zone rules of the Java runtime: yearly clock changes as rules, others one by one
 * from the first event on.
 */
final class VTimeZone {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final int YEARS_AHEAD = 15;

    private final IcsOutput output;
    private final ZoneId zone;
    private final ZoneRules rules;

    private VTimeZone(IcsOutput output, ZoneId zone) {
        this.output = output;
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** One for each zone that the events use. */
    static void writeAll(IcsOutput output, Collection<IcsEvent> events, Instant now) {
        Map<String, Instant> zones = new TreeMap<>();
        for (IcsEvent event : events) {
            note(zones, event.series().slot().zone(), event.series().firstStart());
            for (Occurrence one : IcsWriter.exceptions(event, now)) {
                note(zones, one.slot().zone(), one.slot().startInstant());
            }
        }
        zones.forEach((id, first) -> new VTimeZone(output, ZoneId.of(id)).write(first));
    }

    private static void note(Map<String, Instant> zones, ZoneId zone, Instant start) {
        if (zone != null && !IcsTimes.isUtc(zone)) {
            zones.merge(zone.getId(), start, (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    private void write(Instant first) {
        output.line("BEGIN", "VTIMEZONE").line("TZID", zone.getId());
        // What holds at the first event began with the change before it; some zones never had one.
        ZoneOffsetTransition before = rules.previousTransition(first);
        if (before == null) {
            observance(LocalDateTime.of(1970, 1, 1, 0, 0), rules.getOffset(first), rules.getOffset(first), false, first, null);
        } else {
            changes(before, first);
        }
        output.line("END", "VTIMEZONE");
    }

    private void changes(ZoneOffsetTransition first, Instant event) {
        List<ZoneOffsetTransition> listed = rules.getTransitions();
        boolean yearly = !rules.getTransitionRules().isEmpty();
        Instant ruled = yearly && !listed.isEmpty() ? listed.get(listed.size() - 1).getInstant() : Instant.MIN;
        Instant end = event.atOffset(ZoneOffset.UTC).plusYears(YEARS_AHEAD).toInstant();
        boolean told = yearly && rules.getTransitionRules().stream().allMatch(rule -> YearlyChange.rrule(rule) != null);
        ZoneOffsetTransition change = first;
        for (; change != null && change.getInstant().isBefore(end) && !(told && change.getInstant().isAfter(ruled));
                change = rules.nextTransition(change.getInstant())) {
            observance(change, null);
        }
        if (told && change != null) {
            int year = change.getDateTimeBefore().getYear();
            for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
                ZoneOffsetTransition inYear = rule.createTransition(year);
                observance(inYear.getInstant().isBefore(change.getInstant()) ? rule.createTransition(year + 1) : inYear,
                        YearlyChange.rrule(rule));
            }
        }
    }

    private void observance(ZoneOffsetTransition change, String rrule) {
        Instant at = change.getInstant();
        observance(change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter(), rules.isDaylightSavings(at), at, rrule);
    }

    private void observance(LocalDateTime start, ZoneOffset from, ZoneOffset to, boolean daylight, Instant at, String rrule) {
        String kind = daylight ? "DAYLIGHT" : "STANDARD";
        output.line("BEGIN", kind).line("DTSTART", IcsTimes.local(start)).line("TZOFFSETFROM", offset(from))
                .line("TZOFFSETTO", offset(to)).text("TZNAME", NAME.format(at.atZone(zone)));
        if (rrule != null) {
            output.line("RRULE", rrule);
        }
        output.line("END", kind);
    }

    private static String offset(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String rest = seconds % 60 == 0 ? "" : String.format(Locale.ROOT, "%02d", seconds % 60);
        return String.format(Locale.ROOT, "%s%02d%02d%s", offset.getTotalSeconds() < 0 ? "-"
                : "+", seconds / 3600, seconds / 60 % 60, rest);
    }
}
