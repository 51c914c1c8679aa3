package com.pivotino.crm.calendar.internal.recurrence;

import static com.pivotino.crm.calendar.internal.recurrence.EditTest.all;
import static com.pivotino.crm.calendar.internal.recurrence.EditTest.following;
import static com.pivotino.crm.calendar.internal.recurrence.EditTest.one;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.BERLIN;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.dates;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.series;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.slot;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.CrmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.Test;

/** One occurrence dragged to another day, with "following" or "all" (SEMANTICS E5). */
public class MoveTest {

    private static EditResult drag(Series series, String from, String to, EditScope scope) {
        return SeriesEditor.edit(series, Edit.ofTime(slot(to + "T09:00", 60, BERLIN)), scope);
    }

    private static Series dragAll(String start, String rrule, String from, String to) {
        return drag(series(start + "T09:00", rrule), from, to, all(from + "T09:00")).series();
    }

    private static String refused(String start, String rrule, String from, String to) {
        return assertThrows(CrmException.class, () -> dragAll(start, rrule, from, to)).code();
    }

    private static List<String> spring(Series series) {
        return dates(series, "2026-01-01", "2026-06-30");
    }

    @Test
    public void e5_friday_dragged_to_monday_replaces_friday_only() {
        Series moved = dragAll("2026-02-03", "FREQ=WEEKLY;BYDAY=TU,FR;COUNT=6", "2026-02-13", "2026-02-09");
        assertEquals("FREQ=WEEKLY;BYDAY=TU,MO;COUNT=6", moved.rrule());
        assertEquals("the Friday of the first week went to its Monday", List.of("2026-02-02", "2026-02-03", "2026-02-09", "2026-02-10",
                "2026-02-16", "2026-02-17"), spring(moved));
    }

    @Test
    public void e5_following_replaces_the_weekday_from_there_on() {
        EditResult split = drag(series("2026-02-03T09:00", "FREQ=WEEKLY;BYDAY=TU,FR;COUNT=6"), "2026-02-13", "2026-02-09",
                following("2026-02-13T09:00"));
        assertEquals(List.of("2026-02-03", "2026-02-06", "2026-02-10"), spring(split.series()));
        assertEquals("FREQ=WEEKLY;BYDAY=TU,MO;COUNT=3", split.continued().rrule());
        assertEquals("2026-02-09", spring(split.continued()).get(0));
        assertEquals(3, spring(split.continued()).size());
    }

    @Test
    public void e5_exceptions_of_the_other_weekday_stay_where_they_are() {
        Series twice = series("2026-02-03T09:00", "FREQ=WEEKLY;BYDAY=TU,FR;COUNT=6");
        twice = SeriesEditor.delete(twice, one("2026-02-10T09:00")).series();
        twice = SeriesEditor.delete(twice, one("2026-02-13T09:00")).series();
        Series moved = drag(twice, "2026-02-06", "2026-02-05", all("2026-02-06T09:00")).series();
        assertEquals(List.of("2026-02-03", "2026-02-05", "2026-02-17", "2026-02-19"), spring(moved));
    }

    @Test
    public void e5_until_reaches_every_weekday_of_the_last_week() {
        Series moved = dragAll("2026-02-03", "FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20260213", "2026-02-13", "2026-02-09");
        assertEquals(List.of("2026-02-02", "2026-02-03", "2026-02-09", "2026-02-10"), spring(moved));
    }

    @Test
    public void e5_a_weekly_rule_by_its_start_takes_the_new_weekday() {
        assertEquals(List.of("2026-02-05", "2026-02-19"),
                spring(dragAll("2026-02-03", "FREQ=WEEKLY;INTERVAL=2;COUNT=2", "2026-02-17", "2026-02-19")));
    }

    @Test
    public void e5_monthly_by_date_takes_the_new_day_number() {
        Series moved = dragAll("2026-01-15", "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=3", "2026-02-15", "2026-02-17");
        assertEquals("FREQ=MONTHLY;BYMONTHDAY=17;COUNT=3", moved.rrule());
        assertEquals(List.of("2026-01-17", "2026-02-17", "2026-03-17"), spring(moved));
        assertEquals("over the end of a month", List.of("2026-02-02", "2026-03-02", "2026-04-02"),
                spring(dragAll("2026-01-30", "FREQ=MONTHLY;COUNT=3", "2026-01-30", "2026-02-02")));
        assertEquals("one of two days", List.of("2026-01-01", "2026-01-20", "2026-02-01", "2026-02-20"),
                spring(dragAll("2026-01-01", "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=4", "2026-01-15", "2026-01-20")));
        assertEquals("last day to another last day", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3",
                dragAll("2026-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2026-01-31", "2026-02-28").rrule());
    }

    @Test
    public void e5_monthly_by_weekday_keeps_an_ordinal() {
        Series moved = dragAll("2026-01-20", "FREQ=MONTHLY;BYDAY=3TU;COUNT=3", "2026-02-17", "2026-02-12");
        assertEquals("FREQ=MONTHLY;BYDAY=2TH;COUNT=3", moved.rrule());
        assertEquals(List.of("2026-01-08", "2026-02-12", "2026-03-12"), spring(moved));
        assertEquals("FREQ=MONTHLY;BYDAY=-1TH;COUNT=3",
                dragAll("2026-01-28", "FREQ=MONTHLY;BYDAY=-1WE;COUNT=3", "2026-01-28", "2026-01-29").rrule());
    }

    @Test
    public void e5_a_fifth_weekday_is_asked() {
        CrmException asked = assertThrows(CrmException.class,
                () -> dragAll("2026-01-20", "FREQ=MONTHLY;BYDAY=3TU;COUNT=3", "2026-01-20", "2026-01-29"));
        assertEquals("rrule_required", asked.code());
        assertEquals(List.of("FREQ=MONTHLY;BYDAY=5TH", "FREQ=MONTHLY;BYDAY=-1TH"), asked.extras().get("choices"));
    }

    @Test
    public void e5_yearly_takes_the_new_date() {
        Series moved = dragAll("2026-03-10", "FREQ=YEARLY;COUNT=3", "2026-03-10", "2026-04-12");
        assertEquals(List.of("2027-04-12"), dates(moved, "2027-01-01", "2027-12-31"));
        assertEquals("FREQ=YEARLY;BYMONTH=4;BYDAY=2SU;COUNT=3",
                dragAll("2026-03-29", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=3", "2026-03-29", "2026-04-12").rrule());
        assertEquals("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=12;COUNT=3",
                dragAll("2026-03-10", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10;COUNT=3", "2026-03-10", "2026-04-12").rrule());
    }

    @Test
    public void e5_a_date_that_a_month_lacks_discards_its_exception_after_confirmation() {
        Series monthly = SeriesEditor.delete(series("2026-01-15T09:00", "FREQ=MONTHLY;COUNT=3"), one("2026-02-15T09:00")).series();
        assertEquals("confirm_discard_required", assertThrows(CrmException.class,
                () -> drag(monthly, "2026-01-15", "2026-01-30", all("2026-01-15T09:00"))).code());
    }

    @Test
    public void e5_rules_that_do_not_say_what_a_new_day_means_are_asked() {
        assertEquals("rrule_required", refused("2026-01-30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-30", "2026-01-28"));
        assertEquals("rrule_required", refused("2026-01-13", "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=13", "2026-01-13", "2026-01-14"));
        assertEquals("rrule_required", refused("2026-01-05", "FREQ=YEARLY;BYDAY=1MO", "2026-01-05", "2026-01-06"));
        assertEquals("rrule_required", refused("2026-01-05", "FREQ=YEARLY;BYMONTH=1,6;BYMONTHDAY=5", "2026-01-05", "2026-02-06"));
        assertEquals("into a week that the rule leaves out", "rrule_required",
                refused("2026-02-03", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", "2026-02-06", "2026-02-09"));
    }

    @Test
    public void a_change_of_zone_keeps_the_wall_time_and_identities() {
        Series weekly = SeriesEditor.delete(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=3"), one("2026-02-10T09:00")).series();
        Series moved = SeriesEditor.edit(weekly, Edit.ofTime(slot("2026-02-03T09:00", 60, ZoneId.of("Asia/Tokyo"))),
                all("2026-02-03T09:00")).series();
        assertEquals(List.of("2026-02-03", "2026-02-17"), spring(moved));
        assertEquals(weekly.exdates(), moved.exdates());
    }

    @Test
    public void a_series_becomes_all_day_and_keeps_its_deletions() {
        Series weekly = SeriesEditor.delete(series("2026-02-03T09:00", "FREQ=WEEKLY;UNTIL=20260217"), one("2026-02-10T09:00")).series();
        LocalDate first = LocalDate.parse("2026-02-03");
        Series moved = SeriesEditor.edit(weekly, Edit.ofTime(TimeSlot.allDay(first, first.plusDays(1))), all("2026-02-03T09:00")).series();
        assertEquals("FREQ=WEEKLY;UNTIL=20260217", moved.rrule());
        assertEquals(List.of("2026-02-03", "2026-02-17"), spring(moved));
    }
}
