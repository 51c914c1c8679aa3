package com.pivotino.crm.calendar.internal.recurrence;

import static com.pivotino.crm.calendar.internal.recurrence.Slots.BERLIN;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.at;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.dates;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.day;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.series;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.slot;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.starts;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.calendar.RecurrenceScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Edits of a series before any of it has taken place (SEMANTICS E1, E2, E4, E5, E6). */
public class EditTest {

    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    private static EditScope scope(RecurrenceScope scope, String id) {
        return new EditScope(scope, id == null ? null : at(id), false, false, BEFORE, BERLIN);
    }

    static EditScope one(String id) {
        return scope(RecurrenceScope.THIS, id);
    }

    static EditScope following(String id) {
        return scope(RecurrenceScope.FOLLOWING, id);
    }

    static EditScope all(String id) {
        return scope(RecurrenceScope.ALL, id);
    }

    private static EditScope confirmed(EditScope scope) {
        return new EditScope(scope.scope(), scope.id(), true, scope.includePast(), scope.now(), scope.reader());
    }

    private static Edit time(String start) {
        return Edit.ofTime(slot(start, 60, BERLIN));
    }

    private static List<String> year(Series series) {
        return starts(series, "2026-01-01", "2026-12-31");
    }

    @Test
    public void e1_an_override_holds_only_what_differs() {
        Series weekly = series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=3");
        Series edited = SeriesEditor.edit(weekly, new Edit(null, Edit.RuleChange.KEEP, null, Map.of("title", "Other", "place", "Roof")),
                one("2026-02-10T09:00")).series();
        assertEquals(Map.of("title", "Other", "place", "Roof"), edited.overrides().get(at("2026-02-10T09:00")).details());
        assertNull("its time is that of the series", edited.overrides().get(at("2026-02-10T09:00")).slot());
        Series back = SeriesEditor.edit(edited, Edit.ofDetails(Map.of("title", "Review")), one("2026-02-10T09:00")).series();
        assertEquals(Map.of("place", "Roof"), back.overrides().get(at("2026-02-10T09:00")).details());
    }

    @Test
    public void e1_one_occurrence_moves_alone_and_back() {
        Series weekly = series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=3");
        EditResult moved = SeriesEditor.edit(weekly, time("2026-02-11T15:00"), one("2026-02-10T09:00"));
        assertEquals(List.of("2026-02-03T09:00", "2026-02-11T15:00", "2026-02-17T09:00"), year(moved.series()));
        assertTrue(moved.rescheduled());
        assertEquals(weekly, SeriesEditor.edit(moved.series(), time("2026-02-10T09:00"), one("2026-02-10T09:00")).series());
    }

    @Test
    public void e1_the_rule_does_not_change_for_one_occurrence() {
        CrmException refused = assertThrows(CrmException.class, () -> SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY"),
                Edit.ofRule("FREQ=DAILY"), one("2026-02-10T09:00")));
        assertEquals("rrule", refused.fields().get(0).field());
    }

    @Test
    public void e2_the_old_series_ends_a_second_before_the_split_and_the_count_is_shared() {
        Series weekly = SeriesEditor.delete(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=5"), one("2026-02-10T09:00")).series();
        EditResult split = SeriesEditor.edit(weekly, Edit.ofDetails(Map.of("title", "New")), following("2026-02-17T09:00"));
        assertEquals("FREQ=WEEKLY;UNTIL=20260217T075959Z", split.series().rrule());
        assertEquals("the deleted one counts", "FREQ=WEEKLY;COUNT=3", split.continued().rrule());
        assertEquals(List.of("2026-02-03T09:00"), year(split.series()));
        assertEquals(List.of("2026-02-17T09:00", "2026-02-24T09:00", "2026-03-03T09:00"), year(split.continued()));
        assertEquals("Review", split.series().details().get("title"));
        assertEquals("New", split.continued().details().get("title"));
        assertFalse(split.rescheduled());
    }

    @Test
    public void e2_all_day_series_split_by_date() {
        EditResult split = SeriesEditor.edit(series(day("2026-02-03"), "FREQ=DAILY"), Edit.ofDetails(Map.of("title", "New")),
                following("2026-02-05T00:00"));
        assertEquals("FREQ=DAILY;UNTIL=20260204", split.series().rrule());
        assertEquals(List.of("2026-02-03", "2026-02-04"), dates(split.series(), "2026-02-01", "2026-03-01"));
    }

    @Test
    public void e2_occurrence_two_of_three_moved_by_four_days_with_following() {
        EditResult split = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"), time("2026-02-14T09:00"),
                following("2026-02-10T09:00"));
        assertEquals(List.of("2026-02-03T09:00"), year(split.series()));
        assertEquals(List.of("2026-02-14T09:00", "2026-02-21T09:00"), year(split.continued()));
        assertEquals("FREQ=WEEKLY;BYDAY=SA;COUNT=2", split.continued().rrule());
    }

    @Test
    public void e2_a_new_end_replaces_the_remaining_count() {
        Series weekly = series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=5");
        assertEquals("FREQ=WEEKLY;COUNT=9", SeriesEditor.edit(weekly, Edit.ofRule("FREQ=WEEKLY;COUNT=9"),
                following("2026-02-10T09:00")).continued().rrule());
        assertEquals("the old count is no new end", "FREQ=WEEKLY;INTERVAL=2;COUNT=4", SeriesEditor.edit(weekly,
                Edit.ofRule("FREQ=WEEKLY;INTERVAL=2;COUNT=5"), following("2026-02-10T09:00")).continued().rrule());
    }

    @Test
    public void e2_following_from_the_first_replaces_the_series() {
        EditResult result = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=3"), time("2026-02-03T11:00"),
                following("2026-02-03T09:00"));
        assertNull(result.continued());
        assertEquals(List.of("2026-02-03T11:00", "2026-02-10T11:00", "2026-02-17T11:00"), year(result.series()));
    }

    @Test
    public void e2_time_and_place_for_following_reach_the_opened_one_and_all_later() {
        Series weekly = series("2026-02-03T09:00", "FREQ=WEEKLY");
        weekly = SeriesEditor.edit(weekly, new Edit(slot("2026-02-11T10:00", 30, BERLIN), Edit.RuleChange.KEEP, null,
                Map.of("place", "Roof")), one("2026-02-10T09:00")).series();
        EditResult split = SeriesEditor.edit(weekly, new Edit(slot("2026-02-10T14:00", 90, BERLIN), Edit.RuleChange.KEEP, null,
                Map.of("place", "Hall")), following("2026-02-10T09:00"));
        List<Occurrence> later = split.continued().occurrences(Slots.window("2026-02-01", "2026-03-01"));
        assertEquals(List.of("2026-02-10T14:00", "2026-02-17T14:00", "2026-02-24T14:00"),
                starts(split.continued(), "2026-02-01", "2026-03-01"));
        assertTrue(later.stream().allMatch(one -> one.details().get("place").equals("Hall") && one.slot().length().toMinutes() == 90));
        assertEquals("none is missing far ahead", 4, starts(split.continued(), "2036-02-01", "2036-02-29").size());
    }

    @Test
    public void e2_a_moved_second_one_stays_moved_when_following_gets_an_attendee() {
        Series weekly = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=4"), time("2026-02-11T15:00"),
                one("2026-02-10T09:00")).series();
        EditResult split = SeriesEditor.edit(weekly, Edit.ofDetails(Map.of("attendees", List.of("ada"))), following("2026-02-10T09:00"));
        assertEquals(List.of("2026-02-11T15:00", "2026-02-17T09:00", "2026-02-24T09:00"), year(split.continued()));
        assertTrue(split.continued().occurrences(Slots.window("2026-02-01", "2026-03-01")).stream()
                .allMatch(one -> one.details().get("attendees").equals(List.of("ada"))));
    }

    @Test
    public void e3_all_changes_every_occurrence_and_nothing_doubles() {
        EditResult result = SeriesEditor.edit(series("2026-02-01T09:00", "FREQ=MONTHLY;COUNT=3"), time("2026-02-02T09:00"),
                all("2026-02-01T09:00"));
        assertEquals(List.of("2026-02-02T09:00", "2026-03-02T09:00", "2026-04-02T09:00"), year(result.series()));
        assertEquals(List.of(), result.frozen());
    }

    @Test
    public void e3_changing_only_the_end_changes_durations_only() {
        EditResult result = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=2"),
                Edit.ofTime(slot("2026-02-10T09:00", 120, BERLIN)), all("2026-02-10T09:00"));
        assertEquals(List.of("2026-02-03T09:00", "2026-02-10T09:00"), year(result.series()));
        assertEquals(120, result.series().slot().length().toMinutes());
        assertTrue(result.rescheduled());
    }

    @Test
    public void e3_adding_a_weekday_to_count_three_keeps_three() {
        EditResult result = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
                Edit.ofRule("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3"), all(null));
        assertEquals(List.of("2026-02-03T09:00", "2026-02-05T09:00", "2026-02-10T09:00"), year(result.series()));
    }

    @Test
    public void e3_until_moves_with_the_time_of_day() {
        EditResult result = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;UNTIL=20260217"), time("2026-02-03T15:00"),
                all("2026-02-03T09:00"));
        assertEquals(List.of("2026-02-03T15:00", "2026-02-10T15:00", "2026-02-17T15:00"), year(result.series()));
    }

    @Test
    public void e4_a_text_change_leaves_overrides_their_own_fields() {
        Series weekly = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=3"), new Edit(slot("2026-02-11T15:00", 60, BERLIN),
                Edit.RuleChange.KEEP, null, Map.of("title", "Own")), one("2026-02-10T09:00")).series();
        Series edited = SeriesEditor.edit(weekly, Edit.ofDetails(Map.of("title", "New", "place", "Hall")), all("2026-02-03T09:00"))
                .series();
        Occurrence own = edited.occurrence(at("2026-02-10T09:00")).orElseThrow();
        assertEquals(Map.of("title", "Own", "place", "Hall"), own.details());
        assertEquals(at("2026-02-11T15:00"), own.slot().start());
    }

    @Test
    public void e4_a_pure_shift_moves_identities_and_keeps_own_times() {
        Series weekly = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=4"), time("2026-02-11T15:00"),
                one("2026-02-10T09:00")).series();
        weekly = SeriesEditor.delete(weekly, one("2026-02-17T09:00")).series();
        Series edited = SeriesEditor.edit(weekly, time("2026-02-04T10:00"), all("2026-02-03T09:00")).series();
        assertEquals(List.of("2026-02-04T10:00", "2026-02-11T15:00", "2026-02-25T10:00"), year(edited));
        assertEquals(List.of(at("2026-02-18T10:00")), List.copyOf(edited.exdates()));
        assertEquals(List.of(at("2026-02-11T10:00")), List.copyOf(edited.overrides().keySet()));
    }

    @Test
    public void e4_exceptions_that_miss_the_new_rule_need_confirmation() {
        Series made = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=5"), time("2026-02-11T15:00"),
                one("2026-02-10T09:00")).series();
        made = SeriesEditor.edit(made, Edit.ofDetails(Map.of("title", "Own")), one("2026-02-17T09:00")).series();
        Series weekly = SeriesEditor.delete(made, one("2026-02-24T09:00")).series();
        Edit edit = Edit.ofRule("FREQ=WEEKLY;BYDAY=WE;COUNT=5");
        CrmException refused = assertThrows(CrmException.class, () -> SeriesEditor.edit(weekly, edit, all(null)));
        assertEquals("confirm_discard_required", refused.code());
        assertEquals(List.of(Map.of("recurrenceId", "2026-02-24T09:00", "kind", "deleted"),
                Map.of("recurrenceId", "2026-02-10T09:00", "kind", "moved"),
                Map.of("recurrenceId", "2026-02-17T09:00", "kind", "changed")), refused.extras().get("exceptions"));
        EditResult result = SeriesEditor.edit(weekly, edit, confirmed(all(null)));
        assertEquals(3, result.discarded().size());
        assertTrue(result.startAdjusted());
        assertEquals(List.of("2026-02-04T09:00", "2026-02-11T09:00", "2026-02-18T09:00", "2026-02-25T09:00", "2026-03-04T09:00"),
                year(result.series()));
    }

    @Test
    public void a_time_or_rule_change_of_a_series_needs_a_scope() {
        Series weekly = series("2026-02-03T09:00", "FREQ=WEEKLY");
        for (Edit edit : List.of(time("2026-02-03T10:00"), Edit.ofRule("FREQ=DAILY"), Edit.ofRule(null))) {
            assertEquals("scope_required", assertThrows(CrmException.class, () -> SeriesEditor.edit(weekly, edit,
                    scope(null, null))).code());
        }
        assertEquals("New", SeriesEditor.edit(weekly, Edit.ofDetails(Map.of("title", "New")), scope(null, null)).series().details()
                .get("title"));
        assertEquals("what is sent unchanged is no change", weekly, SeriesEditor.edit(weekly,
                new Edit(weekly.slot(), Edit.RuleChange.REPLACE, "FREQ=WEEKLY", Map.of()), scope(null, null)).series());
    }

    @Test
    public void e6_turned_off_from_here_on_this_one_stays_as_a_single_event() {
        EditResult result = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=5"), Edit.ofRule(null),
                following("2026-02-17T09:00"));
        assertEquals(List.of("2026-02-03T09:00", "2026-02-10T09:00"), year(result.series()));
        assertFalse(result.continued().recurring());
        assertEquals(List.of("2026-02-17T09:00"), year(result.continued()));
    }

    @Test
    public void e6_turned_off_for_all_the_opened_one_stays() {
        EditResult result = SeriesEditor.edit(series("2026-02-03T09:00", "FREQ=WEEKLY;COUNT=5"), Edit.ofRule(null),
                all("2026-02-17T09:00"));
        assertEquals(List.of("2026-02-17T09:00"), year(result.series()));
        assertNull(result.series().rrule());
    }

    @Test
    public void a_single_event_becomes_a_series_and_moves() {
        Series single = series("2026-02-02T09:00", null);
        EditResult result = SeriesEditor.edit(single, Edit.ofRule("FREQ=WEEKLY;BYDAY=TU;COUNT=2"), scope(null, null));
        assertEquals(List.of("2026-02-03T09:00", "2026-02-10T09:00"), year(result.series()));
        assertTrue(result.startAdjusted());
        assertEquals(List.of("2026-02-05T09:00"), year(SeriesEditor.edit(single, time("2026-02-05T09:00"), scope(null, null)).series()));
    }

    @Test
    public void an_unknown_occurrence_is_not_found() {
        Series weekly = SeriesEditor.delete(series("2026-02-03T09:00", "FREQ=WEEKLY"), one("2026-02-10T09:00")).series();
        for (String id : List.of("2026-02-04T09:00", "2026-02-10T09:00")) {
            assertEquals("not_found", assertThrows(CrmException.class, () -> SeriesEditor.edit(weekly, time("2026-02-05T09:00"), one(id)))
                    .code());
        }
    }
}
