package com.pivotino.crm.calendar.internal.ical;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.calendar.internal.recurrence.OccurrenceOverride;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import com.pivotino.crm.calendar.internal.recurrence.Window;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Files of other calendars. */
public class ReaderTest {

    private static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static IcsFile read(String... lines) {
        return IcsReader.read("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n", BERLIN, NOW);
    }

    private static IcsFile event(String... lines) {
        return read("BEGIN:VEVENT\r\nUID:u1\r\nDTSTAMP:20260101T000000Z\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT");
    }

    private static Series only(IcsFile file) {
        assertEquals(file.problems().toString(), 1, file.events().size());
        return file.events().get(0).series();
    }

    private static List<String> starts(Series series) {
        Window year = new Window(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"), BERLIN);
        return series.occurrences(year).stream().map(one -> one.slot().shownStart().toString()).toList();
    }

    private static List<String> codes(IcsFile file) {
        return file.problems().stream().map(IcsFile.Problem::code).toList();
    }

    @Test
    public void what_is_written_is_read() {
        Series series = Series.stored(TimeSlot.timed(LocalDateTime.parse("2026-03-03T09:00"),
                LocalDateTime.parse("2026-03-03T10:30"), BERLIN), "FREQ=WEEKLY;COUNT=5", List.of(LocalDateTime.parse("2026-03-10T09:00")),
                List.of(new OccurrenceOverride(LocalDateTime.parse("2026-03-17T09:00"), null,
                        Map.of("title", "Own, \"this\"; \\n"))),
                Map.of("title", "Weekly", "location", "A, b", "showAs", "free", "privacy", "private"));
        IcsEvent event = new IcsEvent("u1", 2, NOW, series, new IcsPerson("ada@example.com", "Ada", null),
                List.of(new IcsPerson("bob@example.com", "Bob", "tentative")), false);
        IcsFile file = IcsReader.read(IcsWriter.feed("x", List.of(event), NOW), BERLIN, NOW);
        assertEquals(List.of(event), file.events());
        assertEquals(List.of(), file.problems());
    }

    @Test
    public void an_import_without_an_end_is_one_day_or_a_point() {
        Series day = only(event("DTSTART;VALUE=DATE:20260501", "SUMMARY:Holiday"));
        assertTrue(day.slot().allDay());
        assertEquals(1, day.slot().length().toDays());
        assertEquals(0, only(event("DTSTART:20260501T090000")).slot().length().toMinutes());
        assertEquals("an end on the same day is one day too", 1, only(event("DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260501"))
                .slot().length().toDays());
    }

    @Test
    public void durations_are_read() {
        assertEquals(90, only(event("DTSTART:20260501T090000", "DURATION:PT1H30M")).slot().length().toMinutes());
        assertEquals(7, only(event("DTSTART;VALUE=DATE:20260501", "DURATION:P1W")).slot().length().toDays());
        assertEquals(25, only(event("DTSTART:20260501T090000", "DURATION:P1DT1H")).slot().length().toHours());
        assertEquals(0, only(event("DTSTART:20260501T090000", "DURATION:-PT1H")).slot().length().toHours());
    }

    @Test
    public void times_are_in_their_zone_the_readers_or_utc() {
        assertEquals(ZoneId.of("America/New_York"), only(event("DTSTART;TZID=America/New_York:20260501T090000")).slot().zone());
        assertEquals(BERLIN, only(event("DTSTART:20260501T090000")).slot().zone());
        assertEquals("a single one moves to the reader's clock", List.of("2026-05-01T11:00"),
                starts(only(event("DTSTART:20260501T090000Z"))));
        assertEquals("a series in UTC stays there", List.of("2026-03-24T09:00", "2026-03-31T09:00"),
                starts(only(event("DTSTART:20260324T090000Z", "RRULE:FREQ=WEEKLY;COUNT=2"))));
    }

    @Test
    public void zones_of_other_programs_are_known() {
        for (String zone : List.of("W. Europe Standard Time", "/freeassociation.sourceforge.net/Europe/Berlin", "\"Europe/Berlin\"")) {
            assertEquals(zone, BERLIN, only(event("DTSTART;TZID=" + zone + ":20260501T090000")).slot().zone());
        }
        IcsFile own = read("BEGIN:VTIMEZONE", "TZID:Ours", "X-LIC-LOCATION:Asia/Tokyo", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:u",
                "DTSTART;TZID=Ours:20260501T090000", "END:VEVENT");
        assertEquals(ZoneId.of("Asia/Tokyo"), only(own).slot().zone());
        IcsFile offset = read("BEGIN:VTIMEZONE", "TZID:Plus 5", "BEGIN:STANDARD", "TZOFFSETTO:+0500", "END:STANDARD", "END:VTIMEZONE",
                "BEGIN:VEVENT", "UID:u", "DTSTART;TZID=Plus 5:20260501T090000", "END:VEVENT");
        assertEquals(ZoneId.of("+05:00"), only(offset).slot().zone());
        IcsFile unknown = event("DTSTART;TZID=Middle Earth:20260501T090000");
        assertEquals(BERLIN, only(unknown).slot().zone());
        assertEquals(List.of("unknown_zone"), codes(unknown));
    }

    @Test
    public void deletions_hit_however_they_are_written() {
        for (String exdate : List.of("EXDATE:20260407T070000Z", "EXDATE;TZID=Europe/Berlin:20260407T090000", "EXDATE;VALUE=DATE:20260407",
                "EXDATE;TZID=America/New_York:20260407T030000", "EXDATE;TZID=Europe/Berlin:20200101T090000,20260407T090000")) {
            assertEquals(exdate, List.of("2026-03-24T09:00", "2026-03-31T09:00"),
                    starts(only(event("DTSTART;TZID=Europe/Berlin:20260324T090000", "RRULE:FREQ=WEEKLY;COUNT=3", exdate))));
        }
    }

    @Test
    public void overrides_cancelled_and_additional_dates_are_kept() {
        IcsFile file = read("BEGIN:VEVENT", "UID:u", "DTSTART;TZID=Europe/Berlin:20260303T090000",
                "DTEND;TZID=Europe/Berlin:20260303T100000",
                "RRULE:FREQ=WEEKLY;COUNT=3", "RDATE;TZID=Europe/Berlin:20260305T120000", "SUMMARY:A", "LOCATION:Here", "END:VEVENT",
                "BEGIN:VEVENT", "UID:u", "RECURRENCE-ID:20260310T080000Z", "DTSTART;TZID=Europe/Berlin:20260311T090000",
                "DTEND;TZID=Europe/Berlin:20260311T100000", "SUMMARY:B", "END:VEVENT",
                "BEGIN:VEVENT", "UID:u", "RECURRENCE-ID;TZID=Europe/Berlin:20260317T090000", "DTSTART;TZID=Europe/Berlin:20260317T090000",
                "STATUS:CANCELLED", "END:VEVENT");
        Series series = only(file);
        assertEquals(List.of("2026-03-03T09:00", "2026-03-05T12:00", "2026-03-11T09:00"), starts(series));
        assertEquals("B", series.occurrence(LocalDateTime.parse("2026-03-10T09:00")).orElseThrow().details().get("title"));
        assertNull("what it does not say is empty", series.occurrence(LocalDateTime.parse("2026-03-10T09:00")).orElseThrow().details()
                .get("location"));
    }

    @Test
    public void an_override_without_its_series_is_an_event() {
        IcsFile file = event("RECURRENCE-ID:20260310T080000Z", "DTSTART:20260311T090000", "SUMMARY:Alone");
        assertEquals(List.of("2026-03-11T09:00"), starts(only(file)));
    }

    @Test
    public void r1_rules_beyond_ours_are_kept_verbatim_and_told() {
        IcsFile file = event("DTSTART:20260511T090000", "RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO");
        assertEquals("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", only(file).rrule());
        assertEquals(List.of("unsupported_rule"), codes(file));
        IcsFile broken = event("DTSTART:20260511T090000", "RRULE:FREQ=NEVER");
        assertEquals(List.of("2026-05-11T09:00"), starts(only(broken)));
        assertEquals(List.of("invalid_rule"), codes(broken));
        IcsFile moved = event("DTSTART:20260511T090000", "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2");
        assertEquals(List.of("2026-05-12T09:00", "2026-05-19T09:00"), starts(only(moved)));
        assertEquals(List.of("start_adjusted"), codes(moved));
    }

    @Test
    public void an_event_that_cannot_be_read_does_not_stop_the_others() {
        IcsFile file = read("BEGIN:VEVENT", "UID:a", "SUMMARY:No start", "END:VEVENT", "BEGIN:VEVENT", "UID:b", "DTSTART:yesterday",
                "END:VEVENT",
                "BEGIN:VEVENT", "UID:c", "DTSTART:20260511T090000", "BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM", "END:VEVENT",
                "nonsense");
        assertEquals("c", file.events().get(0).uid());
        assertEquals(1, file.events().size());
        assertEquals(List.of("no_start", "invalid_time"), codes(file));
        assertTrue(file.problems().stream().allMatch(IcsFile.Problem::skipped));
    }

    @Test
    public void folded_escaped_and_odd_line_ends_are_read() {
        String text = "\uFEFFBEGIN:VCALENDAR\nMETHOD:request\nBEGIN:VEVENT\nUID:u\nDTSTART:20260511T090000\nSUMMARY:One\\, two\\n three\n "
                + " and "
                + "\n\tfour\nORGANIZER;CN=\"Ada; ^'A^'\":MAILTO:ada@example.com\nEND:VEVENT\nEND:VCALENDAR";
        IcsFile file = IcsReader.read(text, BERLIN, NOW);
        assertEquals("REQUEST", file.method());
        assertEquals("One, two\n three and four", only(file).details().get("title"));
        assertEquals(new IcsPerson("ada@example.com", "Ada; \"A\"", null), file.events().get(0).organizer());
    }

    @Test
    public void files_are_bounded() {
        assertEquals("validation_failed", code("hello"));
        assertEquals("too_large", code("x".repeat(IcsComponent.MAX_LENGTH + 1)));
        assertEquals("too_large", code("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(50)));
        assertEquals("too_large", code("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n".repeat(30_000)));
        IcsFile many = event("DTSTART:20260511T090000;A=B", "DTSTART" + ";A=B".repeat(200_000) + ":20260511T090000",
                "EXDATE:" + "1,".repeat(500_000) + "1");
        assertTrue(many.problems().size() <= 1_000);
    }

    private static String code(String text) {
        return assertThrows(CrmException.class, () -> IcsReader.read(text, BERLIN, NOW)).code();
    }
}
