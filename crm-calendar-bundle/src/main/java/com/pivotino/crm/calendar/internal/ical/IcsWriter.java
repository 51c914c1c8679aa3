package com.pivotino.crm.calendar.internal.ical;

import com.pivotino.crm.calendar.internal.recurrence.Gaps;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.OccurrenceOverride;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes calendars (RFC 5545) and invitations (RFC 5546). Each returns the whole text, in UTF-8 when sent; its type is
 * {@code text/calendar; charset=utf-8}, for invitations with {@code method=...} as well.
 */
public final class IcsWriter {

    private static final String PRODUCT = "-//Pivotino//CRM Calendar//EN";
    /** How far ahead occurrences in a gap are said one by one (SEMANTICS T2). */
    private static final Duration GAPS_AHEAD = Duration.ofDays(3 * 366L);

    private IcsWriter() {
    }

    /**
     * A calendar to subscribe to (SEMANTICS I3).
     *
     * @param name what calendars show as its name
     * @param now  from which on occurrences in a gap are said one by one, for three years
     */
    public static String feed(String name, Collection<IcsEvent> events, Instant now) {
        IcsOutput output = begin(null).text("NAME", name).text("X-WR-CALNAME", name)
                .line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H").line("X-PUBLISHED-TTL", "PT1H");
        VTimeZone.writeAll(output, events, now);
        events.forEach(event -> write(output, event, now));
        return end(output);
    }

    /** An invitation or a change of one: the whole series with its overrides. */
    public static String request(IcsEvent event) {
        return message("REQUEST", event, null, null);
    }

    /** An invitation to one occurrence, or a change of it. */
    public static String request(IcsEvent event, LocalDateTime id) {
        return message("REQUEST", event, Objects.requireNonNull(id), null);
    }

    /**
     * Takes an invitation back. If the event goes on and only some people are removed, hand in the event with those as its
     * attendees and not cancelled (RFC 5546 3.2.5).
     *
     * @param id the occurrence that is meant, or null for all
     */
    public static String cancel(IcsEvent event, LocalDateTime id) {
        return message("CANCEL", event, id, null);
    }

    /**
     * An answer, which goes to the organizer.
     *
     * @param id       the occurrence that is meant, or null for all
     * @param answerer with the answer
     */
    public static String reply(IcsEvent event, LocalDateTime id, IcsPerson answerer) {
        return message("REPLY", event, id, answerer);
    }

    private static String message(String method, IcsEvent event, LocalDateTime id, IcsPerson answerer) {
        IcsEvent told = answerer == null ? event : new IcsEvent(event.uid(), event.sequence(), event.changed(), event.series(),
                event.organizer(), List.of(answerer), event.cancelled());
        IcsOutput output = begin(method);
        VTimeZone.writeAll(output, List.of(told), told.changed());
        if (id == null && !method.equals("REPLY")) {
            write(output, told, told.changed());
        } else if (id == null) {
            master(output, told);
        } else {
            told.series().occurrence(id).ifPresentOrElse(one -> occurrence(output, told, one, false),
                    () -> occurrence(output, told, new Occurrence(id, told.series().slot().startingAt(id), false,
                            told.series().details()), told.series().recurring()));
        }
        return end(output);
    }

    private static IcsOutput begin(String method) {
        IcsOutput output = new IcsOutput().line("BEGIN", "VCALENDAR").line("VERSION", "2.0").line("PRODID", PRODUCT)
                .line("CALSCALE", "GREGORIAN");
        return method == null ? output : output.line("METHOD", method);
    }

    private static String end(IcsOutput output) {
        return output.line("END", "VCALENDAR").toString();
    }

    private static void write(IcsOutput output, IcsEvent event, Instant now) {
        master(output, event);
        exceptions(event, now).forEach(one -> occurrence(output, event, one, false));
    }

    /** Overrides, and occurrences in a gap, which other calendars would leave out. */
    static Collection<Occurrence> exceptions(IcsEvent event, Instant now) {
        Series series = event.series();
        Map<LocalDateTime, Occurrence> exceptions = new TreeMap<>();
        Instant end = now.plus(GAPS_AHEAD);
        Stream.concat(Gaps.of(series, series.slot().startInstant().minusSeconds(1), end).stream(),
                series.overrides().keySet().stream().flatMap(id -> series.occurrence(id).stream()))
                .forEach(one -> exceptions.put(one.id(), one));
        return exceptions.values();
    }

    private static void master(IcsOutput output, IcsEvent event) {
        Series series = event.series();
        common(output.line("BEGIN", "VEVENT"), event);
        IcsTimes.write(output, series.slot(), series.recurring() ? series.slot().start() : series.slot().shownStart());
        if (series.recurring()) {
            output.line("RRULE", series.rrule());
        }
        series.exdates().forEach(id -> IcsTimes.write(output, "EXDATE", id, series.slot().zone()));
        // An override beside the rule is an additional date, or others would not show it.
        series.overrides().values().stream().map(OccurrenceOverride::id).filter(id -> !series.ruleHas(id))
                .forEach(id -> IcsTimes.write(output, "RDATE", id, series.slot().zone()));
        details(output, event, series.details(), event.cancelled());
    }

    private static void occurrence(IcsOutput output, IcsEvent event, Occurrence one, boolean deleted) {
        common(output.line("BEGIN", "VEVENT"), event);
        if (event.series().recurring()) {
            ZoneId zone = event.series().slot().zone();
            IcsTimes.write(output, "RECURRENCE-ID", one.id(), zone);
        }
        IcsTimes.write(output, one.slot(), one.slot().shownStart());
        details(output, event, one.details(), deleted || event.cancelled());
    }

    private static void common(IcsOutput output, IcsEvent event) {
        output.text("UID", event.uid()).line("DTSTAMP", IcsTimes.utc(event.changed()))
                .line("LAST-MODIFIED", IcsTimes.utc(event.changed())).line("SEQUENCE", String.valueOf(event.sequence()));
    }

    private static void details(IcsOutput output, IcsEvent event, Map<String, Object> details, boolean cancelled) {
        output.text("SUMMARY", details.get("title")).text("LOCATION", details.get("location"))
                .text("DESCRIPTION", details.get("description"))
                .line("STATUS", cancelled ? "CANCELLED" : "CONFIRMED")
                .line("TRANSP", "free".equals(details.get("showAs")) ? "TRANSPARENT" : "OPAQUE");
        if ("private".equals(details.get("privacy"))) {
            output.line("CLASS", "PRIVATE");
        }
        if (event.organizer() != null) {
            person(output, "ORGANIZER", new LinkedHashMap<>(), event.organizer());
        }
        attendees(event, details).forEach(one -> {
            Map<String, String> parameters = new LinkedHashMap<>(Map.of("PARTSTAT", one.partStat()));
            parameters.put("ROLE", "REQ-PARTICIPANT");
            parameters.put("RSVP", one.partStat().equals("NEEDS-ACTION") ? "TRUE" : "FALSE");
            person(output, "ATTENDEE", parameters, one);
        });
        output.line("END", "VEVENT");
    }

    private static List<IcsPerson> attendees(IcsEvent event, Map<String, Object> details) {
        return event.attendees().isEmpty() || !(details.get("attendees") instanceof List<?> own) ? event.attendees()
                : own.stream().filter(IcsPerson.class::isInstance).map(IcsPerson.class::cast).toList();
    }

    private static void person(IcsOutput output, String name, Map<String, String> parameters, IcsPerson person) {
        StringBuilder property = new StringBuilder(name);
        parameters.forEach((parameter, value) -> property.append(';').append(parameter).append('=').append(value));
        if (person.name() != null && !person.name().isBlank()) {
            property.append(";CN=").append(IcsOutput.parameter(person.name()));
        }
        output.line(property.toString(), "mailto:" + person.email().replaceAll("\\s", ""));
    }
}
