package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.activity.internal.domain.LineParser;
import com.pivotino.crm.activity.internal.domain.LineParser.Result;
import com.pivotino.crm.activity.internal.domain.LineParser.Span;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Test;

/** A line of text becomes an activity; seen from Wednesday 3 June 2026. */
public class LineParserTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-03");
    private static final Map<String, Long> TYPES = Map.of("todo", 1L, "call", 2L, "email", 3L, "meet", 4L, "letter", 5L);

    private final LineParser parser = new LineParser(TYPES, TODAY);

    @Test
    public void a_whole_line() {
        Result line = parser.parse("call Ann fri 2pm @bob.smith");
        assertEquals(Long.valueOf(2), line.typeId());
        assertEquals("Call Ann", line.summary());
        assertEquals(LocalDate.parse("2026-06-05"), line.date());
        assertEquals(LocalTime.of(14, 0), line.time());
        assertEquals("bob.smith", line.handle());
        assertEquals(List.of(new Span("type", 0, 4), new Span("date", 9, 12), new Span("time", 13, 16),
                new Span("assignee", 17, 27)), line.spans());
    }

    @Test
    public void days() {
        Map.ofEntries(Map.entry("today", "2026-06-03"), Map.entry("tomorrow", "2026-06-04"),
                Map.entry("day after tomorrow", "2026-06-05"), Map.entry("fri", "2026-06-05"),
                Map.entry("Friday", "2026-06-05"), Map.entry("on fri", "2026-06-05"), Map.entry("wed", "2026-06-10"),
                Map.entry("this wed", "2026-06-03"), Map.entry("next wed", "2026-06-10"),
                Map.entry("next fri", "2026-06-12"), Map.entry("next week", "2026-06-08"),
                Map.entry("next month", "2026-07-03"), Map.entry("in 3 days", "2026-06-06"),
                Map.entry("in a week", "2026-06-10"), Map.entry("in 2 weeks", "2026-06-17"),
                Map.entry("in 1 month", "2026-07-03"), Map.entry("2026-12-01", "2026-12-01"),
                Map.entry("1 dec", "2026-12-01"), Map.entry("1st of December", "2026-12-01"),
                Map.entry("dec 1", "2026-12-01"), Map.entry("December 1st, 2027", "2027-12-01"),
                Map.entry("2 jun", "2027-06-02"), Map.entry("3 jun", "2026-06-03"), Map.entry("29 feb", "2028-02-29"),
                Map.entry("by 5 sept", "2026-09-05")).forEach((text, date) ->
                    assertEquals(text, LocalDate.parse(date), parser.parse("call them " + text).date()));
    }

    @Test
    public void times() {
        Map.of("2pm", "14:00", "2:30pm", "14:30", "2.30 PM", "14:30", "12am", "00:00", "12pm", "12:00", "14:05", "14:05",
                "at 9", "09:00", "noon", "12:00", "at 9am", "09:00", "7 p.m.", "19:00").forEach((text, time) ->
                    assertEquals(text, LocalTime.parse(time), parser.parse("call them " + text).time()));
    }

    @Test
    public void what_is_no_date_stays_in_the_summary() {
        for (String text : List.of("31 feb", "2026-02-31", "2026-13-01", "in 3 houses", "may I", "25:00", "13pm", "at 77",
                "in 99999999999 days", "next door", "version 2", "100 boxes", "ann@example.com")) {
            Result line = parser.parse(text);
            assertNull(text, line.date());
            assertNull(text, line.time());
            assertNull(text, line.handle());
            assertEquals(Character.toUpperCase(text.charAt(0)) + text.substring(1), line.summary());
        }
    }

    @Test
    public void the_summary_is_a_sentence_or_nothing() {
        assertNull(parser.parse("call").summary());
        assertNull(parser.parse("call fri 2pm").summary());
        assertNull(parser.parse("").summary());
        assertNull(parser.parse("  -- ").summary());
        assertEquals("Send the offer", parser.parse("tomorrow: send the offer").summary());
        assertEquals("Send the offer", parser.parse("send the offer, fri").summary());
        assertEquals("Letter to Zoë about (2)", parser.parse("letter to Zoë about (2) next week").summary());
        assertEquals("first of each kind", "Call fri or Mon", parser.parse("call thu fri or Mon").summary());
    }

    @Test
    public void any_text_is_understood_in_spans_that_lie_in_it_apart_and_in_order() {
        Random random = new Random(7);
        List<String> pieces = List.of("call", "fri", "next", "in", "3", "days", "at", "2", "pm", "2pm", "@", "@ann", "dec",
                "1", "of", "2026-02-30", "2026-12-01", ":", "-", "\u0000", "\ud83d\ude00", "\ud83d", "é", "\n", "  ", "İ", "ß",
                "this", "day", "after", "tomorrow", "999999999999", "12:60", "noon", "'", "...", "\u202e", "feb", "29");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            check(text.toString(), parser.parse(text.toString()));
        }
        for (int round = 0; round < 20_000; round++) {
            char[] text = new char[random.nextInt(40)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (char) random.nextInt(random.nextBoolean() ? 128 : 65_536);
            }
            check(new String(text), parser.parse(new String(text)));
        }
    }

    @Test(timeout = 5_000)
    public void long_texts_take_linear_time() {
        for (String piece : List.of("a", "1", "@", "in 3 ", "next next ", "dec dec ", "'.-:", "2:2:2", "    ", ", ", "@a@a ")) {
            String text = piece.repeat(20_000 / piece.length());
            long start = System.nanoTime();
            check(text, parser.parse(text));
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(piece + " took " + millis + " ms", millis < 1_000);
        }
    }

    private static void check(String text, Result line) {
        int from = 0;
        for (Span span : line.spans()) {
            assertTrue(text, span.start() >= from && span.end() > span.start() && span.end() <= text.length());
            from = span.end();
        }
        assertTrue(text, line.summary() == null || !line.summary().isBlank());
    }
}
