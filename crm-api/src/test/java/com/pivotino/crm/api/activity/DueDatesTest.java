package com.pivotino.crm.api.activity;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.Test;

public class DueDatesTest {

    private static final Set<DayOfWeek> WEEK = EnumSet.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
    private static final Set<LocalDate> NONE = Set.of();

    @Test
    public void A4_calendar_mode_counts_every_day() {
        assertEquals(date("2026-06-06"), calendar("2026-06-03", 3));
        assertEquals(date("2026-06-08"), calendar("2026-06-05", 3));
        assertEquals(date("2027-01-01"), calendar("2026-12-29", 3));
    }

    @Test
    public void A4_zero_days_in_calendar_mode_is_today_even_on_a_sunday() {
        assertEquals(date("2026-06-07"), calendar("2026-06-07", 0));
    }

    @Test
    public void A4_calendar_mode_ignores_holidays() {
        assertEquals(date("2026-06-06"), DueDates.due(date("2026-06-03"), 3, "days", "calendar", WEEK,
                Set.of(date("2026-06-04"), date("2026-06-06"))));
    }

    @Test
    public void A4_business_mode_skips_the_weekend() {
        assertEquals("Wednesday plus 3 is Monday", date("2026-06-08"), business("2026-06-03", 3));
        assertEquals("Friday plus 1 is Monday", date("2026-06-08"), business("2026-06-05", 1));
        assertEquals("Monday plus 5 is Monday", date("2026-06-08"), business("2026-06-01", 5));
    }

    @Test
    public void A4_business_mode_counts_from_a_saturday_as_from_the_friday_before() {
        assertEquals(date("2026-06-08"), business("2026-06-06", 1));
        assertEquals(date("2026-06-09"), business("2026-06-07", 2));
    }

    @Test
    public void A4_zero_days_in_business_mode_is_today_if_worked_else_the_next_working_day() {
        assertEquals(date("2026-06-05"), business("2026-06-05", 0));
        assertEquals(date("2026-06-08"), business("2026-06-06", 0));
        assertEquals(date("2026-06-08"), business("2026-06-07", 0));
        assertEquals("the Monday is a holiday", date("2026-06-09"),
                DueDates.due(date("2026-06-06"), 0, "days", "business", WEEK, Set.of(date("2026-06-08"))));
    }

    @Test
    public void A4_business_mode_skips_holidays() {
        assertEquals(date("2026-06-05"), DueDates.due(date("2026-06-03"), 1, "days", "business", WEEK,
                Set.of(date("2026-06-04"))));
        assertEquals("a holiday on a Saturday costs nothing", date("2026-06-08"),
                DueDates.due(date("2026-06-05"), 1, "days", "business", WEEK, Set.of(date("2026-06-06"))));
        assertEquals("over Christmas and New Year", date("2027-01-04"), DueDates.due(date("2026-12-23"), 6, "days",
                "business", WEEK, Set.of(date("2026-12-25"), date("2027-01-01"))));
    }

    @Test
    public void A4_the_teams_working_days_are_those_that_count() {
        assertEquals("Sunday to Thursday", date("2026-06-07"),
                DueDates.due(date("2026-06-04"), 1, "days", "business", EnumSet.of(SUNDAY, MONDAY, TUESDAY, WEDNESDAY,
                        THURSDAY), NONE));
        assertEquals("Saturdays only", date("2026-06-20"),
                DueDates.due(date("2026-06-06"), 2, "days", "business", EnumSet.of(SATURDAY), NONE));
    }

    @Test
    public void A4_business_days_as_a_unit_skip_the_weekend_in_either_mode() {
        assertEquals(date("2026-06-08"), due("2026-06-05", 1, "businessDays", "calendar"));
        assertEquals(date("2026-06-08"), due("2026-06-05", 1, "businessDays", "business"));
        assertEquals(date("2026-06-08"), due("2026-06-06", 0, "businessDays", "calendar"));
    }

    @Test
    public void A4_a_week_is_seven_days() {
        assertEquals(date("2026-06-17"), due("2026-06-03", 2, "weeks", "calendar"));
        assertEquals(date("2026-06-13"), due("2026-06-06", 1, "weeks", "calendar"));
        assertEquals("moved on from a Saturday", date("2026-06-15"), due("2026-06-06", 1, "weeks", "business"));
    }

    @Test
    public void A4_a_month_is_clipped_to_the_months_end() {
        assertEquals(date("2026-02-28"), due("2026-01-31", 1, "months", "calendar"));
        assertEquals(date("2028-02-29"), due("2028-01-31", 1, "months", "calendar"));
        assertEquals(date("2026-04-30"), due("2026-03-31", 1, "months", "calendar"));
        assertEquals(date("2026-07-15"), due("2026-06-15", 1, "months", "calendar"));
        assertEquals("a Sunday moves on", date("2026-06-08"), due("2026-05-07", 1, "months", "business"));
    }

    @Test
    public void A4_a_leap_day_counts() {
        assertEquals(date("2028-03-01"), calendar("2028-02-28", 2));
    }

    @Test
    public void A4_many_days_are_computed_at_once() {
        long started = System.nanoTime();
        business("2026-06-03", DueDates.MAX);
        assertTrue("under a second", System.nanoTime() - started < 1_000_000_000L);
    }

    @Test
    public void A4_what_is_no_number_unit_mode_or_week_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> calendar("2026-06-03", -1));
        assertThrows(IllegalArgumentException.class, () -> calendar("2026-06-03", DueDates.MAX + 1));
        assertThrows(IllegalArgumentException.class, () -> due("2026-06-03", 1, "years", "calendar"));
        assertThrows(IllegalArgumentException.class, () -> due("2026-06-03", 1, "days", "lunar"));
        assertThrows(IllegalArgumentException.class,
                () -> DueDates.due(date("2026-06-03"), 1, "days", "business", Set.of(), NONE));
    }

    private static LocalDate calendar(String base, int n) {
        return due(base, n, "days", "calendar");
    }

    private static LocalDate business(String base, int n) {
        return due(base, n, "days", "business");
    }

    private static LocalDate due(String base, int n, String unit, String mode) {
        return DueDates.due(date(base), n, unit, mode, WEEK, NONE);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
