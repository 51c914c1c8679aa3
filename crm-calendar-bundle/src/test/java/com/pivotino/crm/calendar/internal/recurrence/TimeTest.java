package com.pivotino.crm.calendar.internal.recurrence;

import static com.pivotino.crm.calendar.internal.recurrence.Slots.BERLIN;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.NEW_YORK;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.at;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.dates;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.day;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.series;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.slot;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.starts;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.window;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.CrmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Wall time and clock changes (SEMANTICS T1 to T5). */
public class TimeTest {

    @Test
    public void t1_a_weekly_series_in_new_york_keeps_its_wall_time_over_autumn() {
        Series weekly = series(slot("2026-10-27T09:00", 60, NEW_YORK), "FREQ=WEEKLY;COUNT=2");
        assertEquals(List.of("2026-10-27T09:00", "2026-11-03T09:00"), starts(weekly, "2026-10-01", "2026-12-01"));
        assertEquals(List.of(Instant.parse("2026-10-27T13:00:00Z"), Instant.parse("2026-11-03T14:00:00Z")),
                weekly.occurrences(window("2026-10-01", "2026-12-01")).stream().map(one -> one.slot().startInstant()).toList());
    }

    @Test
    public void t1_weekly_berlin_stays_at_nine_and_a_deletion_after_the_change_hits() {
        Series weekly = Series.stored(slot("2026-03-23T09:00", 60, BERLIN), "FREQ=WEEKLY;COUNT=3", List.of(at("2026-03-30T09:00")),
                List.of(), Map.of());
        assertEquals(List.of("2026-03-23T09:00", "2026-04-06T09:00"), starts(weekly, "2026-03-01", "2026-05-01"));
    }

    @Test
    public void t1_a_monthly_rule_made_after_the_march_change_loses_no_hour() {
        Series monthly = series("2026-03-30T08:00", "FREQ=MONTHLY;BYDAY=-1MO;COUNT=3");
        assertEquals(List.of("2026-03-30T08:00", "2026-04-27T08:00", "2026-05-25T08:00"), starts(monthly, "2026-03-01", "2026-07-01"));
    }

    @Test
    public void t2_a_missing_hour_moves_on_by_the_gap_and_the_occurrence_counts() {
        Series daily = series(slot("2026-03-07T02:30", 60, NEW_YORK), "FREQ=DAILY;COUNT=3");
        List<Occurrence> found = daily.occurrences(window("2026-03-01", "2026-04-01"));
        assertEquals(List.of("2026-03-07T02:30", "2026-03-08T03:30", "2026-03-09T02:30"), starts(daily, "2026-03-01", "2026-04-01"));
        assertEquals(Instant.parse("2026-03-08T07:30:00Z"), found.get(1).slot().startInstant());
        assertEquals("the identity is what was agreed", at("2026-03-08T02:30"), found.get(1).id());
        assertEquals(at("2026-03-08T04:30"), found.get(1).slot().shownEnd());
    }

    @Test
    public void t2_a_single_meeting_at_a_missing_hour_keeps_its_duration() {
        TimeSlot missing = slot("2026-03-08T02:30", 60, NEW_YORK);
        assertEquals(Duration.ofHours(1), missing.length());
        assertEquals(at("2026-03-08T03:30"), missing.shownStart());
        assertEquals(at("2026-03-08T04:30"), missing.shownEnd());
    }

    @Test
    public void t2_a_gap_of_a_whole_day_moves_on_by_it() {
        Series daily = series(slot("2011-12-29T09:00", 60, ZoneId.of("Pacific/Apia")), "FREQ=DAILY;COUNT=3");
        assertEquals("30 December 2011 did not exist in Samoa", List.of("2011-12-29T09:00", "2011-12-31T09:00", "2011-12-31T09:00"),
                starts(daily, "2011-12-01", "2012-01-10"));
    }

    @Test
    public void t3_of_an_hour_that_comes_twice_the_first_is_meant() {
        Series daily = series(slot("2026-10-31T01:30", 60, NEW_YORK), "FREQ=DAILY;COUNT=2");
        Occurrence twice = daily.occurrences(window("2026-10-01", "2026-12-01")).get(1);
        assertEquals(Instant.parse("2026-11-01T05:30:00Z"), twice.slot().startInstant());
        assertEquals("it keeps its duration", Instant.parse("2026-11-01T06:30:00Z"), twice.slot().endInstant());
    }

    @Test
    public void t4_a_night_meeting_keeps_its_elapsed_time() {
        Series nights = series(slot("2026-03-27T22:00", 480, BERLIN), "FREQ=DAILY;COUNT=2");
        List<Occurrence> found = nights.occurrences(window("2026-03-01", "2026-05-01"));
        assertEquals(at("2026-03-28T06:00"), found.get(0).slot().shownEnd());
        assertEquals("over the change in spring", at("2026-03-29T07:00"), found.get(1).slot().shownEnd());
    }

    @Test
    public void all_day_series_keep_their_dates_over_changes() {
        assertEquals(List.of("2026-03-28", "2026-03-29", "2026-03-30"),
                dates(series(day("2026-03-28"), "FREQ=DAILY;COUNT=3"), "2026-03-01", "2026-05-01"));
        assertEquals(List.of("2026-10-24", "2026-10-25", "2026-10-26"),
                dates(series(day("2026-10-24"), "FREQ=DAILY;COUNT=3"), "2026-10-01", "2026-11-01"));
    }

    @Test
    public void an_all_day_event_is_the_same_single_day_in_every_zone() {
        Series event = series(day("2026-05-01"), null);
        for (String zone : List.of("Pacific/Midway", "UTC", "Pacific/Kiritimati")) {
            ZoneId reader = ZoneId.of(zone);
            LocalDate first = LocalDate.parse("2026-05-01");
            Window theDay = new Window(first.atStartOfDay(reader).toInstant(), first.plusDays(1).atStartOfDay(reader).toInstant(), reader);
            Window before = new Window(first.minusDays(1).atStartOfDay(reader).toInstant(), theDay.from(), reader);
            Window after = new Window(theDay.to(), first.plusDays(2).atStartOfDay(reader).toInstant(), reader);
            assertEquals(zone, 1, event.occurrences(theDay).size());
            assertEquals(zone, 0, event.occurrences(before).size() + event.occurrences(after).size());
        }
    }

    @Test
    public void a_window_shows_what_shares_more_than_a_point_with_it() {
        Series midnight = series(slot("2026-05-01T22:00", 240, ZoneId.of("UTC")), null);
        assertEquals(1, midnight.occurrences(window("2026-05-02", "2026-05-03")).size());
        Series touching = series(slot("2026-05-01T22:00", 120, ZoneId.of("UTC")), "FREQ=DAILY;COUNT=1");
        assertEquals(0, touching.occurrences(window("2026-05-02", "2026-05-03")).size());
        Series instant = series(slot("2026-05-02T00:00", 0, ZoneId.of("UTC")), null);
        assertEquals(1, instant.occurrences(window("2026-05-02", "2026-05-03")).size());
        assertEquals(0, instant.occurrences(window("2026-05-01", "2026-05-02")).size());
        Series days = series(TimeSlot.allDay(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-06-01")), "FREQ=YEARLY");
        assertEquals("long ones that started before", 1, days.occurrences(window("2027-05-20", "2027-05-21")).size());
    }

    @Test
    public void an_event_ends_after_it_starts() {
        assertThrows(CrmException.class, () -> slot("2026-05-01T22:00", -1, BERLIN));
        assertThrows(CrmException.class, () -> TimeSlot.allDay(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-01")));
    }
}
