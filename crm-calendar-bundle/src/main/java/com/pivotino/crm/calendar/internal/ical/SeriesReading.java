package com.pivotino.crm.calendar.internal.ical;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.calendar.internal.recurrence.OccurrenceOverride;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a series of VEVENTs with the same UID. */
final class SeriesReading {

    private static final Pattern DURATION = Pattern.compile("\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(T(?:\\d{1,6}[HMS]){1,3})?");
    private static final int MAX_VALUES = 5_000;
    private static final int MAX_PROBLEMS = 1_000;
    private final String uid;
    private final IcsZones zones;
    private final List<IcsFile.Problem> problems;

    SeriesReading(String uid, IcsZones zones, List<IcsFile.Problem> problems) {
        this.uid = uid;
        this.zones = zones;
        this.problems = problems;
    }

    /** The series, or null if the event has no start that can be read. */
    Series read(IcsComponent master, List<IcsComponent> parts) {
        TimeSlot slot = slot(master).orElse(null);
        if (slot == null) {
            return null;
        }
        Map<String, Object> details = details(master);
        String rrule = master.line("RRULE").map(line -> line.value().strip()).orElse(null);
        // A single time in UTC is shown on the reader's clock; a series in UTC stays there.
        boolean toReader = rrule == null && parts.isEmpty() && ZoneOffset.UTC.equals(slot.zone());
        TimeSlot local = toReader
                ? new TimeSlot(LocalDateTime.ofInstant(slot.startInstant(), zones.reader()), slot.length(), zones.reader()) : slot;
        TreeSet<LocalDateTime> exdates = new TreeSet<>();
        moments(master, "EXDATE").forEach(moment -> exdates.add(moment.idIn(local)));
        Map<LocalDateTime, OccurrenceOverride> overrides = new TreeMap<>();
        moments(master, "RDATE").map(moment -> moment.idIn(local)).filter(id -> !id.equals(local.start()))
                .forEach(id -> overrides.put(id, new OccurrenceOverride(id, local.startingAt(id), Map.of())));
        for (IcsComponent part : parts) {
            moments(part, "RECURRENCE-ID").findFirst().map(moment -> moment.idIn(local)).ifPresent(id -> {
                if (cancelled(part)) {
                    exdates.add(id);
                } else {
                    override(part, id, local, details).ifPresent(override -> overrides.put(id, override));
                }
            });
        }
        return series(local, overrides.isEmpty() || rrule != null ? rrule : "FREQ=DAILY;COUNT=1", exdates, overrides, details);
    }

    private Series series(TimeSlot slot, String rrule, TreeSet<LocalDateTime> exdates, Map<LocalDateTime, OccurrenceOverride> overrides,
            Map<String, Object> details) {
        if (rrule == null) {
            return Series.single(slot, details);
        }
        try {
            Series series = Series.imported(slot, rrule, exdates, overrides.values(), details);
            if (!series.rule().editable()) {
                problem("unsupported_rule", "The rule is kept, but cannot be edited: " + rrule);
            }
            if (!series.slot().equals(slot)) {
                problem("start_adjusted", "The start was moved to the first day that fits the rule.");
            }
            return series;
        } catch (CrmException e) {
            problem("invalid_rule", "The event does not repeat, its rule cannot be read: " + rrule);
            return Series.single(slot, details);
        }
    }

    private Optional<OccurrenceOverride> override(IcsComponent part, LocalDateTime id, TimeSlot master, Map<String, Object> details) {
        Map<String, Object> differing = details(part);
        details.keySet().forEach(name -> differing.putIfAbsent(name, null));
        differing.entrySet().removeIf(member -> Objects.equals(details.get(member.getKey()), member.getValue()));
        TimeSlot slot = slot(part).orElse(null);
        if (part.line("RECURRENCE-ID").filter(line -> line.parameters().containsKey("RANGE")).isPresent()) {
            problem("single_occurrence", "A change of all following occurrences was read for the first of them only.");
        }
        TimeSlot own = slot == null || sameTime(slot, master.startingAt(id)) ? null : slot;
        return own == null && differing.isEmpty() ? Optional.empty() : Optional.of(new OccurrenceOverride(id, own, differing));
    }

    private static boolean sameTime(TimeSlot one, TimeSlot other) {
        return one.allDay() == other.allDay() && one.startInstant().equals(other.startInstant()) && one.length().equals(other.length());
    }

    private Optional<TimeSlot> slot(IcsComponent event) {
        IcsLine line = event.line("DTSTART").orElse(null);
        if (line == null) {
            problem("no_start", "The event has no start.", true);
            return Optional.empty();
        }
        Optional<ZoneId> zone = zones.of(line);
        if (zone.isEmpty()) {
            problem("unknown_zone", "The zone is not known, yours is used instead: " + line.parameters().get("TZID"));
        }
        Optional<IcsMoment> start = moment(line, zones);
        if (start.isEmpty()) {
            problem("invalid_time", "The start cannot be read: " + line.value(), true);
        }
        return start.map(moment -> moment.isDate() ? days(moment.local().toLocalDate(), event) : times(moment, event));
    }

    /** An all-day event without an end is one day. */
    private TimeSlot days(LocalDate start, IcsComponent event) {
        LocalDate end = event.line("DTEND").flatMap(line -> moment(line, zones)).map(moment -> moment.local().toLocalDate())
                .or(() -> duration(event).map(length -> start.plusDays(length.toDays()))).filter(start::isBefore).orElse(start.plusDays(1));
        return TimeSlot.allDay(start, end);
    }

    private TimeSlot times(IcsMoment start, IcsComponent event) {
        TimeSlot point = new TimeSlot(start.local(), Duration.ZERO, start.zone());
        Duration length = event.line("DTEND").flatMap(line -> moment(line, zones)).filter(moment -> !moment.isDate())
                .map(end -> Duration.between(point.startInstant(), end.local().atZone(end.zone()).toInstant()))
                .or(() -> duration(event)).filter(elapsed -> !elapsed.isNegative()).orElse(Duration.ZERO);
        return new TimeSlot(start.local(), length, start.zone());
    }

    private static Optional<Duration> duration(IcsComponent event) {
        return event.text("DURATION").map(DURATION::matcher).filter(Matcher::matches).map(matcher -> {
            Period days = Period.ofDays(number(matcher.group(1)) * 7 + number(matcher.group(2)));
            return Duration.ofDays(days.getDays()).plus(matcher.group(3) == null ? Duration.ZERO : time(matcher.group(3)));
        });
    }

    private static Duration time(String text) {
        try {
            return Duration.parse("P" + text);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    static Optional<IcsMoment> moment(IcsLine line, IcsZones zones) {
        try {
            return Optional.of(IcsMoment.read(line.value().strip(), zones.of(line).orElse(zones.reader())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** All values of a property; of periods the start. Unreadable ones are told and left out. */
    private Stream<IcsMoment> moments(IcsComponent event, String name) {
        return event.lines(name).flatMap(line -> Stream.of(line.value().split(",", MAX_VALUES))
                .map(value -> value.replaceAll("/.*", "").strip())
                .flatMap(value -> {
                    Optional<IcsMoment> moment = moment(new IcsLine(name, line.parameters(), value), zones);
                    if (moment.isEmpty()) {
                        problem("invalid_time", name + " cannot be read: " + value);
                    }
                    return moment.stream();
                })).limit(MAX_VALUES);
    }

    private static Map<String, Object> details(IcsComponent event) {
        Map<String, Object> details = new LinkedHashMap<>();
        event.text("SUMMARY").ifPresent(text -> details.put("title", text));
        event.text("LOCATION").ifPresent(text -> details.put("location", text));
        event.text("DESCRIPTION").ifPresent(text -> details.put("description", text));
        details.put("showAs", event.text("TRANSP").filter("TRANSPARENT"::equalsIgnoreCase).isPresent() ? "free" : "busy");
        boolean open = event.text("CLASS").map("PUBLIC"::equalsIgnoreCase).orElse(true);
        details.put("privacy", open ? "public" : "private");
        return details;
    }

    static boolean cancelled(IcsComponent event) {
        return event.text("STATUS").filter("CANCELLED"::equalsIgnoreCase).isPresent();
    }

    private void problem(String code, String message) {
        problem(code, message, false);
    }

    private void problem(String code, String message, boolean skipped) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new IcsFile.Problem(uid, code, message, skipped));
        }
    }
}
