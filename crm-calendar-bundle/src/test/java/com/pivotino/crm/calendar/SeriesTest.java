package com.pivotino.crm.calendar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.calendar.Attendee;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.calendar.EventChange;
import com.pivotino.crm.api.calendar.Occurrence;
import com.pivotino.crm.api.calendar.RecurrenceScope;
import com.pivotino.crm.api.calendar.event.MeetingMoved;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Editing series through the service: what is stored, and what becomes of people's answers (SEMANTICS E1 to E7, I1). */
public class SeriesTest extends OnWorld {

    private static final String FROM = "2026-06-01T00:00:00Z";
    private static final String TO = "2026-07-10T00:00:00Z";

    private Event weekly(Object... more) {
        return world.create(world.ann(), "Weekly", "2026-06-09T09:00", "2026-06-09T09:30", "UTC",
                join(more, "rrule", "FREQ=WEEKLY;COUNT=4"));
    }

    private static Object[] join(Object[] more, Object... base) {
        Object[] all = java.util.Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return all;
    }

    @Test
    public void E2_time_and_place_changed_for_following_reach_the_opened_one_and_all_later() {
        Event series = weekly();
        Event rest = world.edit(world.ann(), series.id(), World.following("2026-06-16T09:00"), "start", "2026-06-16T11:00", "end",
                "2026-06-16T11:30", "location", "Room 2");
        assertNotEquals(series.id(), rest.id());
        assertEquals(Long.valueOf(series.id()), rest.continuedFrom());
        List<Occurrence> all = world.window(world.ann(), FROM, TO);
        assertEquals(List.of("2026-06-09T09:00", "2026-06-16T11:00", "2026-06-23T11:00", "2026-06-30T11:00"),
                all.stream().map(one -> one.start().local().toString()).toList());
        assertEquals(java.util.Arrays.asList(null, "Room 2", "Room 2", "Room 2"), all.stream().map(Occurrence::location).toList());
        for (Occurrence one : all) {
            String day = one.start().local().toString().substring(0, 10);
            assertEquals("each in the window of its day", 1, world.window(world.ann(), day + "T00:00:00Z", day + "T23:59:00Z").size());
        }
    }

    @Test
    public void E3_all_moved_by_a_day_doubles_nothing() {
        Event series = world.create(world.ann(), "Monthly", "2026-07-01T09:00", "2026-07-01T10:00", "UTC", "rrule", "FREQ=MONTHLY;COUNT=3");
        world.edit(world.ann(), series.id(), World.all(), "start", "2026-07-02T09:00", "end", "2026-07-02T10:00");
        assertEquals(List.of("2026-07-02T09:00", "2026-08-02T09:00", "2026-09-02T09:00"),
                world.starts(world.ann(), FROM, "2026-12-01T00:00:00Z"));
    }

    @Test
    public void a_change_of_time_without_a_scope_is_refused() {
        Event series = weekly();
        assertEquals("scope_required", assertThrows(CrmException.class, () -> world.edit(world.ann(), series.id(), World.single(),
                "start", "2026-06-09T10:00", "end", "2026-06-09T10:30")).code());
        assertEquals("Renamed", world.edit(world.ann(), series.id(), World.single(), "title", "Renamed").title());
    }

    @Test
    public void I1_a_time_change_asks_others_again_and_a_text_change_nobody() {
        Event series = weekly("attendees", List.of(World.user(World.BOB), World.mail("zoe@customer.example")));
        world.calendar.answer(world.bob(), series.id(), "accepted", null);
        world.edit(world.ann(), series.id(), World.all(), "title", "Renamed", "location", "Room 9");
        assertEquals(List.of("accepted", "accepted", "needs-action"), answers(series.id(), null));
        world.told.clear();
        world.edit(world.ann(), series.id(), World.all(), "start", "2026-06-09T10:00", "end", "2026-06-09T10:30");
        assertEquals("the organizer stays", List.of("accepted", "needs-action", "needs-action"), answers(series.id(), null));
        assertEquals(1, world.told(MeetingMoved.class).size());
        world.calendar.answer(world.bob(), series.id(), "accepted", null);
        world.edit(world.ada(), series.id(), World.all(), "start", "2026-06-09T12:00", "end", "2026-06-09T12:30");
        assertEquals("somebody else moved it", List.of("needs-action", "needs-action", "needs-action"), answers(series.id(), null));
    }

    @Test
    public void E1_one_moved_occurrence_asks_again_for_itself_only() {
        Event series = weekly("attendees", List.of(World.user(World.BOB)));
        world.calendar.answer(world.bob(), series.id(), "accepted", null);
        world.edit(world.ann(), series.id(), World.one("2026-06-16T09:00"), "start", "2026-06-17T14:00", "end", "2026-06-17T14:30");
        assertEquals(List.of("accepted", "needs-action"), answers(series.id(), "2026-06-16T09:00"));
        assertEquals(List.of("accepted", "accepted"), answers(series.id(), "2026-06-23T09:00"));
        assertEquals(List.of("2026-06-09T09:00", "2026-06-17T14:00", "2026-06-23T09:00", "2026-06-30T09:00"),
                world.starts(world.bob(), FROM, TO));
    }

    @Test
    public void E4_an_attendee_added_to_following_is_on_all_the_moved_one_at_its_moved_time() {
        Event series = weekly();
        world.edit(world.ann(), series.id(), World.one("2026-06-16T09:00"), "start", "2026-06-17T14:00", "end", "2026-06-17T14:30");
        world.edit(world.ann(), series.id(), World.following("2026-06-09T09:00"), "attendees", List.of(World.user(World.BOB)));
        assertEquals(List.of("2026-06-09T09:00", "2026-06-17T14:00", "2026-06-23T09:00", "2026-06-30T09:00"),
                world.starts(world.bob(), FROM, TO));
        world.edit(world.ann(), series.id(), World.following("2026-06-23T09:00"), "attendees",
                List.of(World.user(World.BOB), World.user(World.EVE)));
        assertEquals(List.of("2026-06-23T09:00", "2026-06-30T09:00"), world.starts(world.eve(), FROM, TO));
        assertEquals(4, world.starts(world.bob(), FROM, TO).size());
    }

    @Test
    public void an_answer_to_one_occurrence_follows_it_when_the_series_is_shifted_or_split() {
        Event series = weekly("attendees", List.of(World.user(World.BOB)));
        world.calendar.answer(world.bob(), series.id(), "accepted", null);
        world.calendar.answer(world.bob(), series.id(), "declined", "2026-06-30T09:00");
        Event rest = world.edit(world.ann(), series.id(), World.following("2026-06-16T09:00"), "title", "Later");
        assertEquals(List.of("accepted", "declined"), answers(rest.id(), "2026-06-30T09:00"));
        assertEquals(List.of("accepted", "accepted"), answers(rest.id(), "2026-06-23T09:00"));
    }

    @Test
    public void an_attendee_of_one_occurrence_has_only_that_one_in_the_calendar() {
        Event series = weekly();
        world.edit(world.ann(), series.id(), World.one("2026-06-16T09:00"), "attendees", List.of(World.user(World.EVE)));
        assertEquals(List.of("2026-06-16T09:00"), world.starts(world.eve(), FROM, TO));
        world.edit(world.ann(), series.id(), World.all(), "attendees", List.of(World.user(World.BOB)));
        world.edit(world.ann(), series.id(), World.one("2026-06-23T09:00"), "attendees", List.of());
        assertEquals(List.of("2026-06-09T09:00", "2026-06-16T09:00", "2026-06-30T09:00"), world.starts(world.bob(), FROM, TO));
    }

    @Test
    public void E4_a_rule_that_loses_exceptions_asks_first() {
        Event series = weekly();
        world.edit(world.ann(), series.id(), World.one("2026-06-16T09:00"), "title", "Special");
        world.calendar.delete(Call.of(world.ann()), series.id(), World.one("2026-06-23T09:00"));
        CrmException refused = assertThrows(CrmException.class, () -> world.edit(world.ann(), series.id(), World.all(), "rrule",
                "FREQ=WEEKLY;BYDAY=TH;COUNT=4"));
        assertEquals("confirm_discard_required", refused.code());
        assertEquals(List.of(Map.of("recurrenceId", "2026-06-16T09:00", "kind", "changed"), Map.of("recurrenceId",
                "2026-06-23T09:00", "kind", "deleted")).size(), ((List<?>) refused.extras().get("exceptions")).size());
        world.edit(world.ann(), series.id(), new EventChange(RecurrenceScope.ALL, null, true, false), "rrule",
                "FREQ=WEEKLY;BYDAY=TH;COUNT=4");
        assertEquals(List.of("2026-06-11T09:00", "2026-06-18T09:00", "2026-06-25T09:00", "2026-07-02T09:00"),
                world.starts(world.ann(), FROM, TO));
    }

    @Test
    public void E3_held_meetings_stay_as_single_events_with_who_was_there() {
        Event series = weekly("attendees", List.of(World.user(World.BOB)));
        world.crm.clock().set(java.time.Instant.parse("2026-06-17T12:00:00Z"));
        world.edit(world.ann(), series.id(), World.all(), "start", "2026-06-09T15:00", "end", "2026-06-09T15:30");
        List<Occurrence> all = world.window(world.bob(), FROM, TO);
        assertEquals(List.of("2026-06-09T09:00", "2026-06-16T09:00", "2026-06-23T15:00", "2026-06-30T15:00"),
                all.stream().map(one -> one.start().local().toString()).toList());
        assertNull(all.get(0).rrule());
        assertNull(all.get(0).recurrenceId());
    }

    @Test
    public void E7_the_last_occurrence_takes_the_series_with_it() {
        Event series = world.create(world.ann(), "Twice", "2026-06-09T09:00", "2026-06-09T09:30", "UTC", "rrule", "FREQ=DAILY;COUNT=2");
        world.calendar.delete(Call.of(world.ann()), series.id(), World.one("2026-06-10T09:00"));
        assertEquals(List.of("2026-06-09T09:00"), world.starts(world.ann(), FROM, TO));
        world.calendar.delete(Call.of(world.ann()), series.id(), World.one("2026-06-09T09:00"));
        assertThrows(CrmException.class, () -> world.calendar.get(world.ann(), series.id(), null));
    }

    @Test
    public void weekly_nine_in_Berlin_stays_nine_over_the_change_and_a_deletion_after_it_still_hits() {
        Event series = world.create(world.ann(), "Jour fixe", "2026-10-19T09:00", "2026-10-19T10:00", "Europe/Berlin", "rrule",
                "FREQ=WEEKLY");
        world.calendar.delete(Call.of(world.ann()), series.id(), World.one("2026-11-02T09:00"));
        List<Occurrence> all = world.window(world.ann(), "2026-10-19T00:00:00Z", "2026-11-10T00:00:00Z");
        assertEquals(List.of("2026-10-19T07:00:00Z", "2026-10-26T08:00:00Z", "2026-11-09T08:00:00Z"),
                all.stream().map(one -> one.start().instant().toString()).toList());
        assertTrue(all.stream().allMatch(one -> one.start().local().toString().endsWith("T09:00")));
    }

    @Test
    public void a_one_day_event_is_the_same_single_day_everywhere() {
        world.create(world.ann(), "Fair", "2026-06-10", "2026-06-11", null, "allDay", true);
        for (String zone : List.of("Pacific/Pago_Pago", "UTC", "Pacific/Kiritimati")) {
            world.zone(World.ANN, zone);
            Occurrence one = world.window(world.ann(), "2026-06-08T00:00:00Z", "2026-06-13T00:00:00Z").get(0);
            assertEquals("2026-06-10", one.start().local().toString());
            assertEquals("2026-06-11", one.end().local().toString());
        }
    }

    private List<String> answers(long id, String recurrenceId) {
        return world.calendar.get(world.ann(), id, recurrenceId).attendees().stream().map(Attendee::answer).toList();
    }
}
