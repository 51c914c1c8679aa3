package com.pivotino.crm.calendar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.calendar.AvailabilityService.Slot;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.calendar.internal.domain.Preferences;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Who is free when, and nothing more (SEMANTICS I4). It is Wednesday 3 June 2026, 10:00 UTC. */
public class AvailabilityTest extends OnWorld {

    private static final PersonRef ANN = PersonRef.user(1);
    private static final PersonRef BOB = PersonRef.user(2);

    @Test
    public void I4_busy_unless_declined_or_shown_as_free_and_joined() {
        world.create(world.ann(), "A", "2026-06-04T09:00", "2026-06-04T10:00", "UTC");
        world.create(world.ann(), "B", "2026-06-04T10:00", "2026-06-04T11:00", "UTC", "privacy", "private");
        world.create(world.ann(), "Free", "2026-06-04T13:00", "2026-06-04T14:00", "UTC", "showAs", "free");
        Event declined = world.create(world.bob(), "Declined", "2026-06-04T15:00", "2026-06-04T16:00", "UTC", "attendees",
                List.of(World.user(World.ANN)));
        world.calendar.answer(world.ann(), declined.id(), "declined", null);
        var busy = world.availability.busy(world.eve(), List.of(ANN, BOB), Instant.parse("2026-06-04T00:00:00Z"),
                Instant.parse("2026-06-05T00:00:00Z"));
        assertEquals("[Interval[start=2026-06-04T09:00:00Z, end=2026-06-04T11:00:00Z]]", busy.get(ANN).toString());
        assertEquals(1, busy.get(BOB).size());
    }

    @Test
    public void slots_lie_in_working_hours_and_those_where_all_are_free_come_first() {
        world.create(world.ann(), "A", "2026-06-04T09:00", "2026-06-04T12:00", "UTC");
        world.create(world.bob(), "B", "2026-06-04T12:00", "2026-06-04T16:00", "UTC");
        List<Slot> slots = world.availability.slots(world.ann(), List.of(ANN, BOB), Instant.parse("2026-06-04T00:00:00Z"),
                Instant.parse("2026-06-05T00:00:00Z"), Duration.ofMinutes(60), true);
        assertEquals("the end of one is no overlap", "2026-06-04T16:00:00Z", slots.get(0).start().toString());
        assertTrue(slots.get(0).busy().isEmpty());
        assertEquals(List.of(ANN), slots.get(1).busy());
        assertTrue(slots.stream().allMatch(slot -> slot.start().toString().compareTo("2026-06-04T09:00") >= 0
                && slot.end().toString().compareTo("2026-06-04T17:00:00Z") <= 0));
        assertEquals("weekend", List.of(), world.availability.slots(world.ann(), List.of(), Instant.parse("2026-06-06T00:00:00Z"),
                Instant.parse("2026-06-08T00:00:00Z"), Duration.ofMinutes(30), false));
        assertFalse("none in the past", world.availability.slots(world.ann(), List.of(ANN), Instant.parse("2026-06-03T00:00:00Z"),
                Instant.parse("2026-06-04T00:00:00Z"), Duration.ofMinutes(30), false).get(0).start()
                .isBefore(Instant.parse("2026-06-03T10:00:00Z")));
    }

    @Test
    public void a_new_event_warns_of_who_is_busy_and_does_not_say_with_what() {
        world.create(world.bob(), "Interview at a rival", "2026-06-04T09:00", "2026-06-04T10:00", "UTC", "privacy", "private");
        Answer<Event> answer = world.calendar.create(world.ann(), World.patch(new LinkedHashMap<>(Map.of("title", "Demo", "start",
                "2026-06-04T09:30", "end", "2026-06-04T10:30")), "attendees", List.of(World.user(World.BOB))));
        assertEquals("Bob is busy at that time.", answer.effects().get(0).summary());
        assertEquals("warning", answer.effects().get(0).type());
        assertEquals(List.of(), world.calendar.create(world.ann(), World.patch(new LinkedHashMap<>(Map.of("title", "Demo", "start",
                "2026-06-04T11:00", "end", "2026-06-04T12:00")), "attendees", List.of(World.user(World.BOB)))).effects());
    }

    @Test
    public void R4_until_one_chooses_the_week_begins_as_it_does_in_ones_country() {
        assertEquals("su", Preferences.unchosen("en-US").weekStart());
        assertEquals("su", Preferences.unchosen("pt_BR").weekStart());
        assertEquals("mo", Preferences.unchosen("de-AT").weekStart());
        assertEquals("sa", Preferences.unchosen("ar-EG").weekStart());
        assertEquals("a language is no country", "mo", Preferences.unchosen("en").weekStart());
        assertEquals("mo", Preferences.unchosen(null).weekStart());
    }

    @Test
    public void preferences_shape_what_is_new() {
        world.preferences.edit(Call.of(world.ann()), World.patch(new LinkedHashMap<>(), "privacy", "private", "reminders",
                List.of(World.remind(1, "days", "email")), "weekStart", "su", "workFrom", "08:00"));
        Event made = world.create(world.ann(), "Demo", "2026-06-07T18:00", "2026-06-07T19:00", "UTC", "rrule",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU");
        assertEquals("private", made.privacy());
        assertEquals("email", made.reminders().get(0).channel());
        assertTrue(made.rrule(), made.rrule().contains("WKST=SU"));
        assertEquals("2026-06-04T08:00:00Z", world.availability.slots(world.ann(), List.of(), Instant.parse("2026-06-04T00:00:00Z"),
                Instant.parse("2026-06-05T00:00:00Z"), Duration.ofMinutes(30), false).get(0).start().toString());
    }
}
