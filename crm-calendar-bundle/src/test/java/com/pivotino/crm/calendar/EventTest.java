package com.pivotino.crm.calendar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.calendar.Occurrence;
import com.pivotino.crm.api.calendar.event.MeetingScheduled;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Events as callers make, read and change them; permission and privacy (SEMANTICS I5). */
public class EventTest extends OnWorld {

    @Test
    public void a_single_event_is_answered_as_it_was_made() {
        RecordRef card = world.card(World.ANN);
        Event made = world.create(world.ann(), "Demo", "2026-06-05T09:00", "2026-06-05T10:30", "Europe/Berlin", "location", "Room 4",
                "record", Map.of("type", "opportunity", "id", (int) card.id()), "attendees", List.of(World.user(World.BOB)));
        assertEquals("2026-06-05T09:00", made.start().local().toString());
        assertEquals("2026-06-05T07:00:00Z", made.start().instant().toString());
        assertEquals("2026-06-05T10:30", made.end().local().toString());
        assertEquals(World.ANN, made.organizer());
        assertEquals(List.of("accepted", "needs-action"), made.attendees().stream().map(a -> a.answer()).toList());
        assertEquals("accepted", made.myAnswer());
        assertEquals("15 minutes popup by default", 15, made.reminders().get(0).offset());
        assertEquals(1, world.told(MeetingScheduled.class).size());
        assertEquals(made, world.calendar.get(world.ann(), made.id(), null));
        assertEquals("needs-action", world.calendar.get(world.bob(), made.id(), null).myAnswer());
        assertNull("a record that one may not read is not named", world.calendar.get(world.eve(), made.id(), null).record());
    }

    @Test
    public void a_series_is_computed_for_the_window_and_shown_in_each_attendees_calendar() {
        world.create(world.ann(), "Weekly", "2026-06-01T09:00", "2026-06-01T09:30", "Europe/Berlin", "rrule", "FREQ=WEEKLY",
                "attendees", List.of(World.user(World.BOB)));
        List<String> starts = List.of("2030-06-03T09:00", "2030-06-10T09:00");
        assertEquals(starts, world.starts(world.ann(), "2030-06-01T00:00:00Z", "2030-06-15T00:00:00Z"));
        assertEquals(starts, world.starts(world.bob(), "2030-06-01T00:00:00Z", "2030-06-15T00:00:00Z"));
        assertEquals(List.of(), world.starts(world.eve(), "2030-06-01T00:00:00Z", "2030-06-15T00:00:00Z"));
        assertEquals(starts, world.window(world.eve(), "2030-06-01T00:00:00Z", "2030-06-15T00:00:00Z", World.BOB).stream()
                .map(one -> one.recurrenceId()).toList());
    }

    @Test
    public void I5_a_private_event_is_Busy_for_all_but_its_attendees() {
        Event made = world.create(world.ann(), "Doctor", "2026-06-05T09:00", "2026-06-05T10:00", "UTC", "privacy", "private",
                "location", "Clinic", "description", "Knee", "attendees", List.of(World.user(World.BOB)));
        for (var outsider : List.of(world.eve(), world.ada())) {
            Event seen = world.calendar.get(outsider, made.id(), null);
            assertEquals("Busy", seen.title());
            assertFalse(seen.toString(), seen.toString().matches(".*(Doctor|Clinic|Knee|Ann|Bob).*"));
            Occurrence shown = world.window(outsider, "2026-06-05T00:00:00Z", "2026-06-06T00:00:00Z", World.ANN).get(0);
            assertFalse(shown.toString(), shown.toString().matches(".*(Doctor|Clinic|Knee|Ann|Bob).*"));
            assertEquals("forbidden", assertThrows(CrmException.class,
                    () -> world.edit(outsider, made.id(), World.single(), "title", "Mine")).code());
        }
        assertEquals("Doctor", world.calendar.get(world.bob(), made.id(), null).title());
        assertTrue("nothing of it is told", world.told.stream().noneMatch(event -> event.json().matches(".*(Doctor|Clinic|Knee).*")));
    }

    @Test
    public void only_who_leads_it_and_administrators_change_an_event() {
        Event made = world.create(world.ann(), "Demo", "2026-06-05T09:00", "2026-06-05T10:00", "UTC",
                "attendees", List.of(World.user(World.BOB)));
        assertEquals("forbidden", assertThrows(CrmException.class,
                () -> world.edit(world.bob(), made.id(), World.single(), "title", "Bob's")).code());
        assertEquals("Ada's", world.edit(world.ada(), made.id(), World.single(), "title", "Ada's").title());
        assertThrows(CrmException.class, () -> world.calendar.delete(Call.of(world.eve()), made.id(), World.single()));
        world.calendar.delete(Call.of(world.ann()), made.id(), World.single());
        assertEquals("not_found", assertThrows(CrmException.class, () -> world.calendar.get(world.ann(), made.id(), null)).code());
    }

    @Test
    public void a_stale_edit_is_merged_unless_the_same_member_has_changed() {
        Event made = world.create(world.ann(), "Demo", "2026-06-05T09:00", "2026-06-05T10:00", "UTC");
        Call stale = Call.of(world.ann(), made.version());
        Event renamed = world.edit(world.ann(), made.id(), World.single(), "title", "Show");
        assertTrue(renamed.version() > made.version());
        assertEquals("Room 4", world.edit(stale, made.id(), World.single(), "location", "Room 4").location());
        CrmException refused = assertThrows(CrmException.class, () -> world.edit(stale, made.id(), World.single(), "title", "Other"));
        assertEquals("version_conflict", refused.code());
        assertTrue(refused.extras().containsKey("current"));
        assertEquals(List.of(Map.of("field", "title", "base", "Demo", "theirs", "Show", "mine", "Other")),
                refused.extras().get("conflicts"));
        assertThrows(CrmException.class, () -> world.calendar.delete(stale, made.id(), World.single()));
    }

    @Test
    public void a_conflict_tells_what_each_member_was_before() {
        Event made = world.create(world.ann(), "Demo", "2026-06-05T09:00", "2026-06-05T10:00", "Europe/Berlin", "rrule", "FREQ=DAILY",
                "attendees", List.of(World.user(World.BOB), World.mail("zoe@customer.example")));
        Call stale = Call.of(world.ann(), made.version());
        world.edit(world.ann(), made.id(), World.all(), "start", "2026-06-05T11:00", "end", "2026-06-05T12:00");
        world.edit(world.ann(), made.id(), World.all(), "start", "2026-06-05T13:00", "end", "2026-06-05T14:00", "attendees", List.of(),
                "rrule", "FREQ=WEEKLY", "location", "Room 4", "showAs", "free");
        CrmException refused = assertThrows(CrmException.class, () -> world.edit(stale, made.id(), World.all(), "start",
                "2026-06-05T15:00", "end", "2026-06-05T16:00", "rrule", "FREQ=MONTHLY", "attendees", List.of(World.user(World.EVE)),
                "location", "Room 5", "showAs", "busy", "privacy", "private"));
        Map<String, Object> base = new java.util.TreeMap<>();
        ((List<?>) refused.extras().get("conflicts")).forEach(one -> base.put((String) ((Map<?, ?>) one).get("field"),
                ((Map<?, ?>) one).get("base")));
        assertEquals("privacy was never changed", List.of("attendees", "location", "rrule", "showAs", "start"), List.copyOf(base.keySet()));
        assertEquals("busy", base.get("showAs"));
        assertEquals(made.start(), base.get("start"));
        assertEquals("FREQ=DAILY", base.get("rrule"));
        assertEquals(null, base.get("location"));
        assertEquals(made.attendees(), base.get("attendees"));
    }

    @Test
    public void R3_what_may_surprise_about_a_rule_is_said_with_the_event() {
        assertEquals(List.of("skips_short_months"), hints("2026-01-31", "FREQ=MONTHLY"));
        assertEquals(List.of(), hints("2026-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1"));
        assertEquals(List.of(), hints("2026-01-28", "FREQ=MONTHLY"));
        assertEquals(List.of("skips_common_years"), hints("2028-02-29", "FREQ=YEARLY"));
        assertEquals(List.of(), hints("2026-01-31", null));
    }

    private List<String> hints(String day, String rule) {
        Event made = rule == null ? world.create(world.ann(), "Hinted", day + "T09:00", day + "T10:00", "UTC")
                : world.create(world.ann(), "Hinted", day + "T09:00", day + "T10:00", "UTC", "rrule", rule);
        assertEquals(made.hints(), world.calendar.get(world.ann(), made.id(), null).hints());
        return made.hints();
    }

    @Test
    public void what_is_the_same_already_changes_nothing() {
        Event made = world.create(world.ann(), "Demo", "2026-06-05T09:00", "2026-06-05T10:00", "UTC", "rrule", "FREQ=DAILY;COUNT=3");
        world.told.clear();
        Event same = world.edit(world.ann(), made.id(), World.all(), "title", "Demo", "start", "2026-06-05T09:00", "end",
                "2026-06-05T10:00", "rrule", "FREQ=DAILY;COUNT=3", "attendees", List.of());
        assertEquals(made.version(), same.version());
        assertEquals(List.of(), world.told);
    }

    @Test
    public void bad_input_names_its_member() {
        refused("start", "title", "X", "end", "2026-06-05T10:00");
        refused("title", "start", "2026-06-05T09:00", "end", "2026-06-05T10:00");
        refused("end", "title", "X", "start", "2026-06-05T09:00", "end", "2026-06-05T08:00");
        refused("zone", "title", "X", "start", "2026-06-05T09:00", "end", "2026-06-05T10:00", "zone", "Mars/Base");
        refused("rrule", "title", "X", "start", "2026-06-05T09:00", "end", "2026-06-05T10:00", "rrule", "FREQ=DAILY;INTERVAL=0");
        refused("attendees", "title", "X", "start", "2026-06-05T09:00", "end", "2026-06-05T10:00", "attendees",
                List.of(World.mail("a@b\r\nBcc: x@y.z")));
        refused("attendees", "title", "X", "start", "2026-06-05T09:00", "end", "2026-06-05T10:00", "attendees",
                List.of(Map.of("kind", "user", "id", 99)));
        refused("reminders", "title", "X", "start", "2026-06-05T09:00", "end", "2026-06-05T10:00", "reminders",
                List.of(Map.of("offset", -1, "unit", "minutes", "channel", "popup")));
        refused("activityId", "title", "X", "start", "2026-06-05T09:00", "end", "2026-06-05T10:00", "activityId", 5);
        refused("colour", "title", "X", "start", "2026-06-05T09:00", "end", "2026-06-05T10:00", "colour", "red");
    }

    private void refused(String member, Object... members) {
        CrmException refused = assertThrows(member, CrmException.class,
                () -> world.calendar.create(world.ann(), World.patch(new java.util.LinkedHashMap<>(), members)));
        assertEquals(member, refused.fields().get(0).field());
    }
}
