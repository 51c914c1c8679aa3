package com.pivotino.crm.calendar.internal.ical;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.calendar.internal.recurrence.Series;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Recur;
import org.junit.Test;

/** The VTIMEZONE of every zone gives the offsets that the Java runtime has. */
public class VTimeZoneTest {

    private static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");

    private static String written(ZoneId zone, String start) {
        LocalDateTime from = LocalDateTime.parse(start);
        Series weekly = Series.starting(TimeSlot.timed(from, from.plusHours(1), zone), "FREQ=WEEKLY", Map.of("title", "x"));
        return IcsWriter.feed("x", List.of(new IcsEvent("u@example.com", 0, NOW, weekly, null, List.of(), false)), NOW);
    }

    /** Offsets by the instants from which they hold, worked out from the text alone. */
    private static TreeMap<Instant, ZoneOffset> onsets(String text, Instant end) {
        TreeMap<Instant, ZoneOffset> onsets = new TreeMap<>();
        IcsComponent zone = IcsComponent.read(text).children("VCALENDAR").findFirst().orElseThrow().children("VTIMEZONE").findFirst()
                .orElseThrow();
        List<IcsComponent> observances = new ArrayList<>(zone.children("STANDARD").toList());
        observances.addAll(zone.children("DAYLIGHT").toList());
        for (IcsComponent observance : observances) {
            ZoneOffset from = ZoneOffset.of(observance.text("TZOFFSETFROM").orElseThrow());
            ZoneOffset to = ZoneOffset.of(observance.text("TZOFFSETTO").orElseThrow());
            LocalDateTime start = IcsMoment.read(observance.text("DTSTART").orElseThrow(), ZoneOffset.UTC).local();
            List<LocalDateTime> starts = observance.line("RRULE").map(line -> new Recur<LocalDateTime>(line.value())
                    .getDates(start, start, LocalDateTime.ofInstant(end, from))).orElse(List.of(start));
            starts.forEach(at -> onsets.put(at.toInstant(from), to));
        }
        return onsets;
    }

    @Test
    public void every_zone_is_told_as_the_runtime_has_it() {
        Set<ZoneRules> seen = new HashSet<>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            // ical4j registers the zones that it reads with the runtime.
            if (id.startsWith("ical4j") || IcsTimes.isUtc(zone) || !seen.add(zone.getRules())) {
                continue;
            }
            Instant first = ZonedDateTime.of(LocalDateTime.parse("2024-07-05T09:00"), zone).toInstant();
            Instant end = first.plus(Duration.ofDays(6 * 365));
            TreeMap<Instant, ZoneOffset> onsets = onsets(written(zone, "2024-07-05T09:00"), end);
            assertEquals(id, zone.getRules().getOffset(first), onsets.floorEntry(first).getValue());
            for (ZoneOffsetTransition change = zone.getRules().nextTransition(first); change != null && change.getInstant().isBefore(end);
                    change = zone.getRules().nextTransition(change.getInstant())) {
                assertEquals(id + " at " + change, change.getOffsetAfter(), onsets.floorEntry(change.getInstant()).getValue());
                assertEquals(id + " before " + change, change.getOffsetBefore(),
                        onsets.floorEntry(change.getInstant().minusSeconds(1)).getValue());
            }
        }
    }

    @Test
    public void yearly_changes_are_rules() {
        String berlin = written(ZoneId.of("Europe/Berlin"), "2026-02-03T09:00").replace("\r\n", "\n");
        assertEquals("""
                BEGIN:VTIMEZONE
                TZID:Europe/Berlin
                BEGIN:DAYLIGHT
                DTSTART:20260329T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                TZNAME:CEST
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                END:DAYLIGHT
                BEGIN:STANDARD
                DTSTART:20251026T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                TZNAME:CET
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                END:STANDARD
                END:VTIMEZONE
                """, berlin.substring(berlin.indexOf("BEGIN:VTIMEZONE"), berlin.indexOf("BEGIN:VEVENT")));
    }

    @Test
    public void zones_without_changes_are_read_by_others() throws Exception {
        for (String id : List.of("Asia/Kolkata", "Etc/GMT+5", "Africa/Casablanca", "America/Nuuk", "Asia/Gaza")) {
            new CalendarBuilder().build(new StringReader(written(ZoneId.of(id), "2026-02-03T09:00")));
        }
    }
}
