package com.pivotino.crm.calendar.internal.ical;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.calendar.RecurrenceScope;
import com.pivotino.crm.calendar.internal.recurrence.Edit;
import com.pivotino.crm.calendar.internal.recurrence.EditScope;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import com.pivotino.crm.calendar.internal.recurrence.SeriesEditor;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.Test;

/** What is written, and that ical4j reads and validates it (RFC 5545, RFC 5546). */
public class WriterTest {

    private static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final IcsPerson ADA = new IcsPerson("ada@example.com", "Ada \"the\" Lovelace; Countess", null);
    private static final IcsPerson BOB = new IcsPerson("bob@example.com", "Bob", "accepted");

    private static Series series(String start, String rrule) {
        LocalDateTime from = LocalDateTime.parse(start);
        return Series.starting(TimeSlot.timed(from, from.plusHours(1), BERLIN), rrule, Map.of("title", "Review", "location", "Room 1, left",
                "description", "First line\nsecond; \\ third", "showAs", "busy", "privacy", "public"));
    }

    private static IcsEvent event(Series series) {
        return new IcsEvent("event-7@crm.example.com", 3, NOW, series, ADA,
                List.of(BOB, new IcsPerson("eve@example.com", null, "needs-action")),
                false);
    }

    private static EditScope one(String id) {
        return new EditScope(RecurrenceScope.THIS, LocalDateTime.parse(id), false, false, NOW, BERLIN);
    }

    private static Calendar read(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        ValidationResult result = calendar.validate(true);
        assertFalse(result.getEntries().toString(), result.hasErrors());
        return calendar;
    }

    private static List<CalendarComponent> events(Calendar calendar) {
        return calendar.<CalendarComponent>getComponents().stream().filter(one -> one.getName().equals(Component.VEVENT)).toList();
    }

    private static String value(CalendarComponent component, String name) {
        return component.<Property>getProperty(name).map(Property::getValue).orElse(null);
    }

    @Test
    public void a_series_with_deleted_moved_and_changed_occurrences_is_read_back() throws Exception {
        Series weekly = series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=5");
        weekly = SeriesEditor.delete(weekly, one("2026-02-10T09:00")).series();
        LocalDateTime moved = LocalDateTime.parse("2026-02-18T15:00");
        weekly = SeriesEditor.edit(weekly, new Edit(TimeSlot.timed(moved, moved.plusHours(2), BERLIN), Edit.RuleChange.KEEP, null,
                Map.of("title", "Own")), one("2026-02-17T09:00")).series();
        String text = IcsWriter.feed("Ada", List.of(event(weekly)), NOW);
        Calendar calendar = read(text);
        assertEquals(2, events(calendar).size());
        CalendarComponent master = events(calendar).get(0);
        assertEquals("FREQ=WEEKLY;COUNT=5", value(master, "RRULE"));
        assertEquals("First line\nsecond; \\ third", value(master, "DESCRIPTION"));
        assertEquals("3", value(master, "SEQUENCE"));
        assertTrue(text, text.contains("EXDATE;TZID=Europe/Berlin:20260210T090000\r\n"));
        CalendarComponent override = events(calendar).get(1);
        assertEquals("Own", value(override, "SUMMARY"));
        assertEquals("20260217T090000", value(override, "RECURRENCE-ID"));
        assertEquals("20260218T170000", value(override, "DTEND"));
        assertEquals(value(master, "UID"), value(override, "UID"));
    }

    @Test
    public void lines_end_with_crlf_and_fold_at_75_octets_between_characters() throws Exception {
        Series long_ = series("2026-02-03T09:00", null);
        Series titled = Series.single(long_.slot(), Map.of("title", "Überprüfung 🎉,".repeat(30)));
        String text = IcsWriter.feed("x", List.of(event(titled)), NOW);
        assertTrue(text.contains("\r\n "));
        for (String line : text.split("\r\n")) {
            assertTrue(line, line.getBytes(StandardCharsets.UTF_8).length <= 75);
            assertFalse(line.contains("\n") || line.contains("\r"));
        }
        assertTrue(text.endsWith("END:VCALENDAR\r\n"));
        assertEquals("Überprüfung 🎉,".repeat(30), value(events(read(text)).get(0), "SUMMARY"));
    }

    @Test
    public void nothing_that_somebody_typed_breaks_out_of_its_line() throws Exception {
        Series nasty = Series.single(series("2026-02-03T09:00", null).slot(), Map.of("title", "a\r\nATTENDEE:mailto:x@example.com\u0000b"));
        IcsPerson person = new IcsPerson("a@example.com\r\nX-EVIL:1", "N\r\nX-EVIL:\"1", "accepted");
        String text = IcsWriter.request(new IcsEvent("u\r\nX-EVIL:1", 0, NOW, nasty, ADA, List.of(person), false));
        assertTrue(text, Arrays.stream(text.split("\r\n")).noneMatch(line -> line.startsWith("X-EVIL") || line.startsWith("ATTENDEE:")));
        assertEquals("a\nATTENDEE:mailto:x@example.comb", value(events(read(text)).get(0), "SUMMARY"));
    }

    @Test
    public void t2_an_occurrence_in_a_gap_is_said_one_by_one() throws Exception {
        LocalDateTime start = LocalDateTime.parse("2026-03-07T02:30");
        Series daily = Series.starting(TimeSlot.timed(start, start.plusHours(1), ZoneId.of("America/New_York")), "FREQ=DAILY;COUNT=3",
                Map.of("title", "Night"));
        String text = IcsWriter.feed("x", List.of(event(daily)), NOW);
        List<CalendarComponent> events = events(read(text));
        assertEquals(2, events.size());
        assertTrue(text, text.contains("RECURRENCE-ID;TZID=America/New_York:20260308T023000\r\n"));
        assertEquals("20260308T033000", value(events.get(1), "DTSTART"));
        assertEquals("20260308T043000", value(events.get(1), "DTEND"));
    }

    @Test
    public void all_day_events_are_dates() throws Exception {
        Series days = Series.starting(TimeSlot.allDay(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-03")),
                "FREQ=YEARLY;UNTIL=20300501", Map.of("title", "Fair"));
        days = SeriesEditor.delete(days, one("2027-05-01T00:00")).series();
        String text = IcsWriter.feed("x", List.of(event(days)), NOW);
        assertTrue(text, text.contains("DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260503\r\n"));
        assertTrue(text, text.contains("EXDATE;VALUE=DATE:20270501"));
        assertTrue(text, text.contains("RRULE:FREQ=YEARLY;UNTIL=20300501\r\n"));
        assertFalse(text.contains("VTIMEZONE"));
        assertEquals(1, events(read(text)).size());
    }

    @Test
    public void private_events_are_busy_without_a_word() throws Exception {
        Series secret = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=2"), Edit.ofDetails(Map.of("title", "Secret")),
                one("2026-02-10T09:00")).series();
        String text = IcsWriter.feed("x", List.of(event(secret).busy()), NOW);
        for (String word : List.of("Review", "Room", "First line", "Secret", "ada@", "bob@", "Lovelace")) {
            assertFalse(word, text.contains(word));
        }
        assertEquals("Busy", value(events(read(text)).get(0), "SUMMARY"));
    }

    @Test
    public void a_private_occurrence_of_a_public_series_is_busy_alone() throws Exception {
        LocalDateTime second = LocalDateTime.parse("2026-02-10T09:00");
        Series partly = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=2"),
                Edit.ofDetails(Map.of("title", "Secret", "privacy", "private")), one("2026-02-10T09:00")).series();
        String text = IcsWriter.feed("x", List.of(event(partly).hiding(List.of(second))), NOW);
        List<CalendarComponent> events = events(read(text));
        assertEquals("Review", value(events.get(0), "SUMMARY"));
        assertEquals("Busy", value(events.get(1), "SUMMARY"));
        assertEquals(null, value(events.get(1), "LOCATION"));
        assertFalse(text.contains("Secret"));
    }

    @Test
    public void t2_gaps_are_said_from_now_on_for_a_series_that_changed_long_ago() {
        LocalDateTime start = LocalDateTime.parse("2016-01-07T02:30");
        Series daily = Series.starting(TimeSlot.timed(start, start.plusHours(1), BERLIN), "FREQ=DAILY", Map.of("title", "Night"));
        IcsEvent old = new IcsEvent("u", 0, Instant.parse("2016-01-01T00:00:00Z"), daily, null, List.of(), false);
        assertTrue(IcsWriter.feed("x", List.of(old), NOW).contains("RECURRENCE-ID;TZID=Europe/Berlin:20280326T023000\r\n"));
    }

    @Test
    public void i2_a_request_names_organizer_and_answers() throws Exception {
        String text = IcsWriter.request(event(series("2026-02-03T09:00", "FREQ=WEEKLY")));
        Calendar calendar = read(text);
        assertTrue(text.contains("METHOD:REQUEST\r\n"));
        String unfolded = text.replace("\r\n ", "");
        assertTrue(unfolded, unfolded.contains("ORGANIZER;CN=\"Ada ^'the^' Lovelace; Countess\":mailto:ada@example.com"));
        assertTrue(unfolded,
                unfolded.contains("ATTENDEE;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT;RSVP=FALSE;CN=\"Bob\":mailto:bob@example.com"));
        assertTrue(unfolded, unfolded.contains("ATTENDEE;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:eve@example.com"));
        assertEquals("CONFIRMED", value(events(calendar).get(0), "STATUS"));
    }

    @Test
    public void i2_a_request_for_one_occurrence_names_it_alone() throws Exception {
        List<CalendarComponent> events = events(read(IcsWriter.request(event(series("2026-02-03T09:00", "FREQ=WEEKLY")),
                LocalDateTime.parse("2026-02-10T09:00"))));
        assertEquals(1, events.size());
        assertEquals("20260210T090000", value(events.get(0), "RECURRENCE-ID"));
        assertEquals(null, value(events.get(0), "RRULE"));
    }

    @Test
    public void i2_a_removed_person_gets_a_cancel_of_an_event_that_goes_on() throws Exception {
        IcsEvent all = event(series("2026-02-03T09:00", "FREQ=WEEKLY"));
        IcsEvent removed = new IcsEvent(all.uid(), 4, NOW, all.series(), ADA, List.of(BOB), false);
        Calendar calendar = new CalendarBuilder().build(new StringReader(IcsWriter.cancel(removed, null)));
        assertEquals("CANCEL", calendar.<Property>getProperty("METHOD").orElseThrow().getValue());
        assertEquals("CONFIRMED", value(events(calendar).get(0), "STATUS"));
        IcsEvent gone = new IcsEvent(all.uid(), 4, NOW, all.series(), ADA, all.attendees(), true);
        assertEquals("CANCELLED", value(events(read(IcsWriter.cancel(gone, null))).get(0), "STATUS"));
    }

    @Test
    public void i2_a_deleted_occurrence_is_cancelled_alone() throws Exception {
        Series weekly = SeriesEditor.delete(series("2026-02-03T09:00", "FREQ=WEEKLY"), one("2026-02-10T09:00")).series();
        List<CalendarComponent> events = events(read(IcsWriter.cancel(event(weekly), LocalDateTime.parse("2026-02-10T09:00"))));
        assertEquals(1, events.size());
        assertEquals("CANCELLED", value(events.get(0), "STATUS"));
        assertEquals("20260210T090000", value(events.get(0), "RECURRENCE-ID"));
    }

    @Test
    public void i2_a_reply_comes_back_as_the_answer_that_was_given() throws Exception {
        Series weekly = series("2026-02-03T09:00", "FREQ=WEEKLY");
        IcsPerson declined = new IcsPerson("eve@example.com", "Eve", "declined");
        List<IcsReply> all = IcsReply.read(IcsWriter.reply(event(weekly), null, declined));
        assertEquals(1, all.size());
        assertEquals(declined, all.get(0).attendee());
        assertEquals("event-7@crm.example.com", all.get(0).uid());
        assertEquals(3, all.get(0).sequence());
        assertEquals(null, all.get(0).occurrence(weekly));
        LocalDateTime second = LocalDateTime.parse("2026-02-10T09:00");
        assertEquals(second, IcsReply.read(IcsWriter.reply(event(weekly), second, declined)).get(0).occurrence(weekly));
        assertEquals("a request is no reply", List.of(), IcsReply.read(IcsWriter.request(event(weekly))));
    }

    @Test
    public void i2_a_reply_may_name_the_occurrence_in_utc() {
        String reply = "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:u\nRECURRENCE-ID:20260210T080000Z\n"
                + "ATTENDEE;PARTSTAT=TENTATIVE:MAILTO:eve@example.com\nEND:VEVENT\nEND:VCALENDAR\n";
        IcsReply read = IcsReply.read(reply).get(0);
        assertEquals(LocalDateTime.parse("2026-02-10T09:00"), read.occurrence(series("2026-02-03T09:00", "FREQ=WEEKLY")));
        assertEquals("tentative", read.attendee().answer());
    }
}
