package com.pivotino.crm.calendar.internal.recurrence;

import static com.pivotino.crm.calendar.internal.recurrence.Slots.BERLIN;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.refusal;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.series;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.slot;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.window;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** Hostile rules cost a bounded number of steps; a step looks at one day, and 100,000 of them take some milliseconds. */
public class BoundsTest {

    private static final List<String> HOSTILE = List.of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
            "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;BYMONTH=4", "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
            "FREQ=YEARLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=31;BYMONTH=6",
            "FREQ=YEARLY;BYMONTH=1;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366");

    @Test
    public void rules_without_an_occurrence_are_refused_after_one_step_a_day_of_a_century() {
        for (String rrule : HOSTILE) {
            TimeSlot start = slot("2026-01-05T09:00", 60, BERLIN);
            Expansion expansion = new Expansion(start, RuleText.readImported(rrule, start));
            assertEquals(null, expansion.first(start.start().toLocalDate()));
            assertTrue(rrule + " took " + expansion.steps(), expansion.steps() <= 37_000);
            assertEquals(rrule, "rrule:never", refusal("2026-01-05T09:00", rrule));
        }
    }

    @Test
    public void a_window_far_ahead_costs_no_walk_to_it() {
        Series daily = series("2026-01-05T09:00", "FREQ=DAILY");
        Expansion expansion = daily.expansion();
        expansion.walk(LocalDate.parse("9000-01-01"), LocalDate.parse("9000-02-01"), id -> true);
        assertTrue("took " + expansion.steps(), expansion.steps() <= 40);
        Expansion yearly = series("2026-01-05T09:00", "FREQ=YEARLY").expansion();
        yearly.walk(LocalDate.parse("9000-01-01"), LocalDate.parse("9000-02-01"), id -> true);
        assertTrue("took " + yearly.steps(), yearly.steps() <= 366);
    }

    @Test
    public void a_month_view_of_an_old_series_looks_at_two_months() {
        for (String rrule : List.of("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=MONTHLY;BYDAY=-1FR")) {
            Expansion expansion = series("2016-01-04T09:00", rrule).expansion();
            expansion.walk(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28"), id -> true);
            assertTrue(rrule + " took " + expansion.steps(), expansion.steps() <= 62);
        }
    }

    @Test
    public void long_counts_end_after_the_steps_are_used_up() {
        Series yearly = Series.stored(slot("2026-01-05T09:00", 60, BERLIN), "FREQ=YEARLY;COUNT=9999", List.of(), List.of(), Map.of());
        assertEquals(0, yearly.occurrences(window("9000-01-01", "9001-01-01")).size());
        assertEquals(1, yearly.occurrences(window("2226-01-01", "2227-01-01")).size());
        assertTrue(yearly.lastEnd().isPresent());
    }

    @Test
    public void a_window_has_at_most_one_occurrence_a_day_and_those_that_last() {
        Series overlapping = series(slot("2026-01-05T09:00", 60 * 24 * 366, BERLIN), "FREQ=DAILY");
        assertEquals(366 + 400, overlapping.occurrences(window("2028-01-01", "2029-02-04")).size());
        assertEquals("end:too_long", assertThrows(CrmException.class,
                () -> series(slot("2026-01-05T09:00", 60 * 24 * 367, BERLIN), "FREQ=DAILY")).fields().stream()
                .map(problem -> problem.field() + ":" + problem.code()).findFirst().orElseThrow());
    }

    @Test
    public void the_search_for_the_next_one_ends() {
        Series leap = series("2024-02-29T09:00", "FREQ=YEARLY");
        assertEquals("2096-02-29T09:00", leap.next(Instant.parse("2092-03-01T00:00:00Z"), BERLIN).orElseThrow().id().toString());
        Series ended = series("2026-01-05T09:00", "FREQ=DAILY;COUNT=2");
        assertEquals(Optional.empty(), ended.next(Instant.parse("2026-02-01T00:00:00Z"), BERLIN));
    }

    @Test
    public void texts_and_lists_are_bounded() {
        assertEquals("rrule:invalid", refusal("2026-01-05T09:00", "FREQ=DAILY;BYMONTHDAY=" + "1,".repeat(100_000) + "1"));
        assertEquals("rrule:invalid", refusal("2026-01-05T09:00", "FREQ=DAILY" + ";X=1".repeat(1_000)));
        assertEquals("rrule:invalid", refusal("2026-01-05T09:00", "FREQ=MONTHLY;BYMONTHDAY=" + "1,".repeat(450) + "1"));
    }
}
