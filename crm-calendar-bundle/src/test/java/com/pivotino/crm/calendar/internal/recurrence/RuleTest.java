package com.pivotino.crm.calendar.internal.recurrence;

import static com.pivotino.crm.calendar.internal.recurrence.Slots.BERLIN;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.at;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.dates;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.day;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.refusal;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.series;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.slot;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.starts;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.window;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** Rules and their occurrences (SEMANTICS R1 to R9). */
public class RuleTest {

    @Test
    public void r1_every_supported_part_reads_and_writes() {
        for (String rrule : List.of("FREQ=DAILY", "FREQ=DAILY;INTERVAL=3;COUNT=5", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
                "FREQ=MONTHLY;BYMONTHDAY=15,-1", "FREQ=MONTHLY;BYDAY=3TU", "FREQ=MONTHLY;BYDAY=-1WE;UNTIL=20270101T080000Z",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU")) {
            assertEquals(rrule, series("2026-01-05T09:00", rrule).rrule());
        }
    }

    @Test
    public void r1_other_rules_are_refused_as_input_and_kept_verbatim_on_import() {
        for (String rrule : List.of("FREQ=HOURLY;INTERVAL=4", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYYEARDAY=-1",
                "FREQ=MONTHLY;BYMONTHDAY=-2", "RSCALE=CHINESE;FREQ=YEARLY", "FREQ=DAILY;BYHOUR=9,15", "FREQ=DAILY;X-A=1")) {
            assertEquals("rrule:unsupported", refusal("2026-01-05T09:00", rrule));
            Rule kept = RuleText.readImported(rrule, slot("2026-01-05T09:00", 60, BERLIN));
            assertEquals(rrule, kept.verbatim());
            assertFalse(kept.editable());
        }
        assertEquals(List.of("2026-05-11", "2027-05-17"), dates(imported("2026-05-11T09:00", "FREQ=YEARLY;BYWEEKNO=20"),
                "2026-05-01", "2027-06-01"));
        assertEquals("an hourly rule stands for its first occurrence", List.of("2026-05-11"),
                dates(imported("2026-05-11T09:00", "FREQ=HOURLY"), "2026-05-01", "2027-06-01"));
    }

    private static Series imported(String start, String rrule) {
        return Series.stored(slot(start, 60, BERLIN), rrule, List.of(), List.of(), Map.of());
    }

    @Test
    public void r2_meaningless_rules_are_refused() {
        for (String rrule : List.of("", "nonsense", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-1",
                "FREQ=DAILY;INTERVAL=99999999999", "FREQ=FORTNIGHTLY", "INTERVAL=2", "FREQ=DAILY;FREQ=DAILY", "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=WEEKLY;BYDAY=1MO", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=WEEKLY;BYMONTHDAY=1",
                "FREQ=DAILY;UNTIL=20261301", "FREQ=DAILY;UNTIL=soon", "FREQ=YEARLY;BYMONTH=13", "FREQ=DAILY;COUNT=10000")) {
            assertEquals(rrule, "rrule:invalid", refusal("2026-01-05T09:00", rrule));
        }
        assertEquals("rrule:count_and_until", refusal("2026-01-05T09:00", "FREQ=DAILY;COUNT=2;UNTIL=20270101"));
        assertEquals("rrule:until_before_start", refusal("2026-01-05T09:00", "FREQ=DAILY;UNTIL=20260104"));
        assertEquals("rrule:never", refusal("2026-01-05T09:00", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"));
        assertEquals("rrule:never", refusal("2026-01-05T09:00", "FREQ=WEEKLY;BYDAY=SU;UNTIL=20260107"));
    }

    @Test
    public void r2_a_length_over_the_gap_is_a_hint_only() {
        assertEquals(Set.of(Hint.OVERLAPS_ITSELF), series(slot("2026-01-05T09:00", 1500, BERLIN), "FREQ=DAILY").hints());
        assertEquals(Set.of(), series("2026-01-05T09:00", "FREQ=DAILY").hints());
    }

    @Test
    public void r3_dates_that_a_month_lacks_are_skipped_and_do_not_count() {
        Series monthly = series("2026-08-31T09:00", "FREQ=MONTHLY;COUNT=4");
        assertEquals(List.of("2026-08-31", "2026-10-31", "2026-12-31", "2027-01-31"), dates(monthly, "2026-08-01", "2027-06-01"));
        assertEquals(Set.of(Hint.SKIPS_SHORT_MONTHS), monthly.hints());
        Series leap = series("2024-02-29T09:00", "FREQ=YEARLY;COUNT=2");
        assertEquals(List.of("2028-02-29"), dates(leap, "2028-01-01", "2028-12-31"));
        assertEquals(List.of(), dates(leap, "2032-01-01", "2032-12-31"));
        assertEquals(Set.of(Hint.SKIPS_COMMON_YEARS), leap.hints());
        assertEquals(List.of("2026-02-28", "2026-03-31"),
                dates(series("2026-02-10T09:00", "FREQ=MONTHLY;BYMONTHDAY=-1"), "2026-02-01", "2026-04-01"));
    }

    @Test
    public void r4_weekly_without_days_takes_the_start_and_counts_weeks_from_its_week() {
        assertEquals(List.of("2026-01-06", "2026-01-20"),
                dates(series("2026-01-06T09:00", "FREQ=WEEKLY;INTERVAL=2"), "2026-01-01", "2026-01-30"));
        assertEquals("the week ends on Sunday", List.of("2026-01-06", "2026-01-11", "2026-01-20", "2026-01-25"),
                dates(series("2026-01-06T09:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU"), "2026-01-01", "2026-01-30"));
        assertEquals("the week starts on Sunday", List.of("2026-01-06", "2026-01-18", "2026-01-20"),
                dates(series("2026-01-06T09:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU"), "2026-01-01", "2026-01-30"));
        assertEquals("FREQ=WEEKLY;WKST=SU", RuleText.write(RuleText.read("FREQ=WEEKLY;WKST=SU", day("2026-01-06")), true));
    }

    @Test
    public void r5_three_tuesdays_from_a_monday_start_on_tuesday() {
        Series tuesdays = series("2026-01-05T09:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=3");
        assertEquals(at("2026-01-06T09:00"), tuesdays.slot().start());
        assertEquals(List.of("2026-01-06", "2026-01-13", "2026-01-20"), dates(tuesdays, "2026-01-01", "2026-03-01"));
    }

    @Test
    public void r6_count_counts_deleted_ones() {
        Series daily = Series.stored(slot("2026-01-05T09:00", 60, BERLIN), "FREQ=DAILY;COUNT=3", List.of(at("2026-01-06T09:00")),
                List.of(), Map.of());
        assertEquals(List.of("2026-01-05", "2026-01-07"), dates(daily, "2026-01-01", "2026-03-01"));
    }

    @Test
    public void r7_until_as_a_date_holds_to_the_end_of_the_local_day() {
        Series late = series(slot("2026-01-05T23:30", 60, Slots.NEW_YORK), "FREQ=DAILY;UNTIL=20260107");
        assertEquals("FREQ=DAILY;UNTIL=20260108T043000Z", late.rrule());
        assertEquals(List.of("2026-01-05", "2026-01-06", "2026-01-07"), dates(late, "2026-01-01", "2026-03-01"));
        assertEquals("FREQ=WEEKLY;UNTIL=20260112T080000Z", series("2026-01-05T09:00", "FREQ=WEEKLY;UNTIL=20260118").rrule());
        assertEquals("FREQ=DAILY;UNTIL=20260107T080000Z", series("2026-01-05T09:00", "FREQ=DAILY;UNTIL=20260107T090000").rrule());
        assertEquals("FREQ=DAILY;UNTIL=20260107", series(day("2026-01-05"), "FREQ=DAILY;UNTIL=20260107").rrule());
        assertEquals(3, series(day("2026-01-05"), "FREQ=DAILY;UNTIL=20260107").occurrences(window("2026-01-01", "2026-02-01")).size());
    }

    @Test
    public void r8_endless_rules_have_no_limit_and_windows_do() {
        Series endless = series("2026-01-05T09:00", "FREQ=DAILY");
        assertEquals(List.of("2999-06-01", "2999-06-02"), dates(endless, "2999-06-01", "2999-06-03"));
        assertEquals(Optional.empty(), endless.lastEnd());
        assertThrows(CrmException.class, () -> window("2026-01-01", "2027-03-01"));
        assertEquals(Optional.of(Instant.parse("2026-01-07T09:00:00Z")), series("2026-01-05T09:00", "FREQ=DAILY;COUNT=3").lastEnd());
    }

    @Test
    public void r9_a_moved_occurrence_keeps_its_identity() {
        OccurrenceOverride moved = new OccurrenceOverride(at("2026-01-12T09:00"), slot("2026-02-02T15:00", 60, BERLIN),
                Map.of("title", "Moved"));
        Series weekly = Series.stored(slot("2026-01-05T09:00", 60, BERLIN), "FREQ=WEEKLY", List.of(), List.of(moved), Map.of());
        assertEquals(List.of("2026-01-05T09:00", "2026-01-19T09:00"), starts(weekly, "2026-01-01", "2026-01-25"));
        Occurrence shown = weekly.occurrences(window("2026-02-01", "2026-02-08")).get(1);
        assertEquals(at("2026-01-12T09:00"), shown.id());
        assertEquals("Moved", shown.details().get("title"));
        assertTrue(shown.overridden());
        assertEquals("2026-01-12T09:00", weekly.idText(weekly.id("2026-01-12T09:00")));
        assertThrows(CrmException.class, () -> weekly.id("tomorrow"));
    }

    @Test
    public void ordinals_count_in_the_year_and_positions_from_the_end() {
        assertEquals(List.of("2026-01-12", "2027-01-11"), dates(series("2026-01-12T09:00", "FREQ=YEARLY;BYDAY=2MO"), "2026-01-01",
                "2027-01-31"));
        assertEquals("the last but one working day", List.of("2026-01-29", "2026-02-26"),
                dates(series("2026-01-29T09:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"), "2026-01-01", "2026-03-01"));
    }

    @Test
    public void the_last_end_is_that_of_a_moved_one_if_it_is_later() {
        OccurrenceOverride moved = new OccurrenceOverride(at("2026-01-06T09:00"), slot("2026-03-02T15:00", 60, BERLIN), Map.of());
        Series daily = Series.stored(slot("2026-01-05T09:00", 60, BERLIN), "FREQ=DAILY;COUNT=3", List.of(), List.of(moved), Map.of());
        assertEquals(Optional.of(Instant.parse("2026-03-02T15:00:00Z")), daily.lastEnd());
    }

    @Test
    public void next_passes_over_deleted_and_finds_moved_ones() {
        OccurrenceOverride moved = new OccurrenceOverride(at("2026-01-26T09:00"), slot("2026-01-14T15:00", 60, BERLIN), Map.of());
        Series weekly = Series.stored(slot("2026-01-05T09:00", 60, BERLIN), "FREQ=WEEKLY;COUNT=4", List.of(at("2026-01-12T09:00")),
                List.of(moved), Map.of());
        assertEquals(at("2026-01-26T09:00"), weekly.next(Instant.parse("2026-01-05T08:00:00Z"), BERLIN).orElseThrow().id());
        assertEquals(at("2026-01-19T09:00"), weekly.next(Instant.parse("2026-01-14T14:00:00Z"), BERLIN).orElseThrow().id());
        assertEquals(Optional.empty(), weekly.next(Instant.parse("2026-01-19T08:00:00Z"), BERLIN));
    }
}
