package com.pivotino.crm.calendar.internal.ical;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads .ics files. Bounded in size, depth and number; what it cannot read it tells as a problem, and goes on. Series
 * consist of a master and its overrides; an override without a master is an event of its own.
 */
public final class IcsReader {

    private final List<IcsEvent> events = new ArrayList<>();
    private final List<IcsFile.Problem> problems = new ArrayList<>();
    private final Instant now;

    private IcsReader(Instant now) {
        this.now = now;
    }

    /**
     * Reads a file. The details of the events bear the names of REST, see {@link IcsEvent}.
     *
     * @param reader zone of times that name none
     * @param now    stands for a missing DTSTAMP
     * @throws CrmException {@code too_large}, or {@code validation_failed} on {@code body} if it is no calendar
     */
    public static IcsFile read(String text, ZoneId reader, Instant now) {
        IcsReader reading = new IcsReader(now);
        String[] method = {null};
        IcsComponent.read(text).children("VCALENDAR").forEach(calendar -> {
            calendar.text("METHOD").ifPresent(value -> method[0] = value.toUpperCase(Locale.ROOT));
            reading.calendar(calendar, new IcsZones(calendar, reader));
        });
        return new IcsFile(method[0], reading.events, reading.problems);
    }

    private void calendar(IcsComponent calendar, IcsZones zones) {
        Map<String, List<IcsComponent>> byUid = new LinkedHashMap<>();
        calendar.children("VEVENT").forEach(event -> byUid.computeIfAbsent(event.text("UID").orElse(""), uid -> new ArrayList<>())
                .add(event));
        byUid.forEach((uid, parts) -> {
            List<IcsComponent> masters = parts.stream().filter(part -> part.line("RECURRENCE-ID").isEmpty()).toList();
            List<IcsComponent> overrides = parts.stream().filter(part -> part.line("RECURRENCE-ID").isPresent()).toList();
            if (uid.isEmpty() || masters.isEmpty()) {
                parts.forEach(part -> event(uid, part, List.of(), zones));
            } else {
                event(uid, newest(masters), overrides, zones);
            }
        });
    }

    /** Of several with the same UID the one of the highest SEQUENCE counts. */
    private static IcsComponent newest(List<IcsComponent> masters) {
        return masters.stream().reduce((one, other) -> sequence(other) >= sequence(one) ? other : one).orElseThrow();
    }

    private void event(String uid, IcsComponent master, List<IcsComponent> overrides, IcsZones zones) {
        String name = uid.isEmpty() ? null : uid;
        SeriesReading reading = new SeriesReading(name, zones, problems);
        Series series = reading.read(master, overrides);
        if (series != null) {
            List<IcsPerson> attendees = master.lines("ATTENDEE").map(IcsLine::person).filter(person -> person != null).toList();
            IcsPerson organizer = master.line("ORGANIZER").map(IcsLine::person)
                    .map(person -> new IcsPerson(person.email(), person.name(), null)).orElse(null);
            events.add(new IcsEvent(name, sequence(master), changed(master, zones), series, organizer, attendees,
                    SeriesReading.cancelled(master)));
        }
    }

    private Instant changed(IcsComponent event, IcsZones zones) {
        return event.line("DTSTAMP").filter(line -> line.value().matches("\\d{8}T\\d{6}Z"))
                .flatMap(line -> SeriesReading.moment(line, zones)).map(moment -> moment.local().atZone(moment.zone()).toInstant())
                .orElse(now);
    }

    static int sequence(IcsComponent event) {
        return event.text("SEQUENCE").filter(number -> number.matches("\\d{1,9}")).map(Integer::valueOf).orElse(0);
    }
}
