package com.pivotino.crm.calendar.internal.recurrence;

import static com.pivotino.crm.calendar.internal.recurrence.Slots.BERLIN;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.at;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.series;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.slot;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.starts;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.calendar.RecurrenceScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Edits and deletions of a series of which some have taken place (SEMANTICS E3, E6, E7). */
public class PastTest {

    private static final Instant NOW = Instant.parse("2026-02-18T12:00:00Z");

    private static EditScope scope(RecurrenceScope scope, String id, boolean includePast) {
        return new EditScope(scope, id == null ? null : at(id), false, includePast, NOW, BERLIN);
    }

    private static EditScope all(String id) {
        return scope(RecurrenceScope.ALL, id, false);
    }

    private static EditScope allAndPast(String id) {
        return scope(RecurrenceScope.ALL, id, true);
    }

    private static EditScope one(String id) {
        return scope(RecurrenceScope.THIS, id, false);
    }

    private static Edit time(String start) {
        return Edit.ofTime(slot(start, 60, BERLIN));
    }

    private static List<String> year(Series series) {
        return starts(series, "2026-01-01", "2026-12-31");
    }

    private static List<String> shown(List<Occurrence> occurrences) {
        return occurrences.stream().map(one -> one.slot().shownStart().toString()).toList();
    }

    /** Tuesdays from 3 February on; three of five have ended. */
    private static Series tuesdays() {
        return series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=5");
    }

    @Test
    public void e3_a_new_time_leaves_what_was_held() {
        EditResult result = SeriesEditor.edit(tuesdays(), time("2026-02-24T15:00"), all("2026-02-24T09:00"));
        assertEquals(List.of("2026-02-03T09:00", "2026-02-10T09:00", "2026-02-17T09:00"), shown(result.frozen()));
        assertEquals(List.of("2026-02-24T15:00", "2026-03-03T15:00"), year(result.series()));
        assertEquals("FREQ=WEEKLY;COUNT=2", result.series().rrule());
        assertTrue(result.rescheduled());
    }

    @Test
    public void e3_a_new_text_leaves_what_was_held_unless_the_past_is_included() {
        Edit text = Edit.ofDetails(Map.of("title", "New"));
        EditResult result = SeriesEditor.edit(tuesdays(), text, all(null));
        assertTrue(result.frozen().stream().allMatch(held -> held.details().get("title").equals("Review")));
        assertEquals(3, result.frozen().size());
        assertFalse(result.rescheduled());
        EditResult withPast = SeriesEditor.edit(tuesdays(), text, allAndPast(null));
        assertEquals(List.of(), withPast.frozen());
        assertEquals(5, year(withPast.series()).size());
        assertEquals("New", withPast.series().occurrence(at("2026-02-03T09:00")).orElseThrow().details().get("title"));
    }

    @Test
    public void e3_what_was_moved_or_changed_is_held_as_it_was() {
        Series weekly = SeriesEditor.edit(tuesdays(), new Edit(slot("2026-02-11T15:00", 30, BERLIN), Edit.RuleChange.KEEP, null,
                Map.of("title", "Own")), one("2026-02-10T09:00")).series();
        weekly = SeriesEditor.delete(weekly, one("2026-02-17T09:00")).series();
        EditResult result = SeriesEditor.edit(weekly, time("2026-02-24T15:00"), all("2026-02-24T09:00"));
        assertEquals(List.of("2026-02-03T09:00", "2026-02-11T15:00"), shown(result.frozen()));
        assertEquals("Own", result.frozen().get(1).details().get("title"));
        assertEquals("the deleted one counts", "FREQ=WEEKLY;COUNT=2", result.series().rrule());
    }

    @Test
    public void e3_one_moved_into_the_future_and_one_held_early_are_told_apart() {
        Series weekly = SeriesEditor.edit(tuesdays(), time("2026-02-20T09:00"), one("2026-02-10T09:00")).series();
        weekly = SeriesEditor.edit(weekly, time("2026-02-18T08:00"), one("2026-02-24T09:00")).series();
        EditResult result = SeriesEditor.edit(weekly, Edit.ofDetails(Map.of("title", "New")), all(null));
        assertEquals(List.of("2026-02-03T09:00", "2026-02-17T09:00", "2026-02-18T08:00"), shown(result.frozen()));
        assertEquals(List.of("2026-02-20T09:00", "2026-03-03T09:00"), year(result.series()));
    }

    @Test
    public void e3_one_that_is_going_on_has_not_ended() {
        Series weekly = series(slot("2026-02-11T12:30", 60, BERLIN), "FREQ=WEEKLY;COUNT=3");
        EditResult result = SeriesEditor.edit(weekly, Edit.ofDetails(Map.of("title", "New")), all(null));
        assertEquals(List.of("2026-02-11T12:30"), shown(result.frozen()));
    }

    @Test
    public void e3_a_new_rule_counts_what_was_held() {
        EditResult more = SeriesEditor.edit(tuesdays(), Edit.ofRule("FREQ=WEEKLY;COUNT=7"), all(null));
        assertEquals(List.of("2026-02-24T09:00", "2026-03-03T09:00", "2026-03-10T09:00", "2026-03-17T09:00"), year(more.series()));
        assertEquals("count_reached", assertThrows(CrmException.class,
                () -> SeriesEditor.edit(tuesdays(), Edit.ofRule("FREQ=WEEKLY;COUNT=3"), all(null))).fields().get(0).code());
    }

    @Test
    public void e3_a_finished_series_stays_unless_a_new_rule_goes_on() {
        Series over = series("2026-01-06T09:00", "FREQ=WEEKLY;COUNT=3");
        assertEquals(over, SeriesEditor.edit(over, Edit.ofDetails(Map.of("title", "New")), all(null)).series());
        EditResult renewed = SeriesEditor.edit(over, Edit.ofRule("FREQ=WEEKLY;COUNT=8"), all(null));
        assertEquals(List.of("2026-01-06T09:00", "2026-01-13T09:00", "2026-01-20T09:00"), shown(renewed.frozen()));
        assertEquals(List.of("2026-02-24T09:00"), year(renewed.series()));
    }

    @Test
    public void e3_endless_series_keep_their_phase() {
        Series weekly = series("2026-01-06T09:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU");
        List<String> before = starts(weekly, "2026-02-19", "2026-12-31");
        Series edited = SeriesEditor.edit(weekly, Edit.ofDetails(Map.of("title", "New")), all(null)).series();
        assertEquals(before, starts(edited, "2026-01-01", "2026-12-31"));
    }

    @Test
    public void e3_more_held_ones_than_can_stand_alone_are_refused() {
        Series daily = series("2020-01-01T09:00", "FREQ=DAILY");
        assertEquals("too_many_past", assertThrows(CrmException.class,
                () -> SeriesEditor.edit(daily, Edit.ofDetails(Map.of("title", "New")), all(null))).code());
    }

    @Test
    public void e2_following_from_a_held_one_reaches_it_and_all_later() {
        EditResult split = SeriesEditor.edit(tuesdays(), time("2026-02-10T15:00"),
                scope(RecurrenceScope.FOLLOWING, "2026-02-10T09:00", false));
        assertEquals(List.of("2026-02-03T09:00"), year(split.series()));
        assertEquals(4, year(split.continued()).size());
        assertEquals(List.of(), split.frozen());
    }

    @Test
    public void e6_turned_off_for_all_held_ones_stay() {
        EditResult result = SeriesEditor.edit(tuesdays(), Edit.ofRule(null), all("2026-02-24T09:00"));
        assertEquals(List.of("2026-02-03T09:00", "2026-02-10T09:00", "2026-02-17T09:00"), shown(result.frozen()));
        assertEquals(List.of("2026-02-24T09:00"), year(result.series()));
        EditResult held = SeriesEditor.edit(tuesdays(), Edit.ofRule(null), all("2026-02-10T09:00"));
        assertEquals(List.of("2026-02-03T09:00", "2026-02-17T09:00"), shown(held.frozen()));
        assertEquals(List.of("2026-02-10T09:00"), year(held.series()));
    }

    @Test
    public void e7_deleting_all_leaves_held_ones_unless_the_past_is_included() {
        EditResult result = SeriesEditor.delete(tuesdays(), all(null));
        assertTrue(result.deleted());
        assertEquals(List.of("2026-02-03T09:00", "2026-02-10T09:00", "2026-02-17T09:00"), shown(result.frozen()));
        assertEquals(List.of(), SeriesEditor.delete(tuesdays(), allAndPast(null)).frozen());
    }

    @Test
    public void e7_deleting_following_ends_the_series_before() {
        EditResult result = SeriesEditor.delete(tuesdays(), scope(RecurrenceScope.FOLLOWING, "2026-02-24T09:00", false));
        assertEquals(List.of("2026-02-03T09:00", "2026-02-10T09:00", "2026-02-17T09:00"), year(result.series()));
        assertTrue(SeriesEditor.delete(tuesdays(), scope(RecurrenceScope.FOLLOWING, "2026-02-03T09:00", false)).deleted());
    }

    @Test
    public void e7_deleting_the_last_one_left_deletes_the_series() {
        Series two = series("2026-03-03T09:00", "FREQ=WEEKLY;COUNT=2");
        EditResult first = SeriesEditor.delete(two, one("2026-03-03T09:00"));
        assertFalse(first.deleted());
        assertTrue(SeriesEditor.delete(first.series(), one("2026-03-10T09:00")).deleted());
        assertTrue(SeriesEditor.delete(series("2026-03-03T09:00", null), all(null)).deleted());
    }
}
