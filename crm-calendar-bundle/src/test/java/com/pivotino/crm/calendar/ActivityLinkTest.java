package com.pivotino.crm.calendar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.ActivityService;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.pipeline.StageRef;
import com.pivotino.crm.api.pipeline.event.OpportunityDeleted;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** An event and the activity that it stands for are one (SEMANTICS A14); here with activities that know the contract only. */
public class ActivityLinkTest extends OnWorld {

    private FakeActivities activities;
    private ActivityService service;
    private RecordRef card;
    private ActivityState activity;

    @Before
    public void join() {
        activities = new FakeActivities(world.crm.acts());
        world.bring("fake.activities", activities, "calendar.MeetingChanged", "calendar.MeetingDeleted", "calendar.MeetingAdvanced");
        service = (ActivityService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ActivityService.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "get" -> FakeActivities.shown(activities.open.get((Long) arguments[1]));
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> 1;
                    default -> throw new IllegalStateException(method.getName());
                });
        world.extensions.addActivities(service);
        card = world.card(World.ANN);
        activity = activities.plan(card, World.ANN, "Show it", "2026-06-05");
    }

    @After
    public void part() {
        world.extensions.removeActivities(service);
        world.crm.remove(activities);
    }

    private Event meet(String start, String end, Object... more) {
        return world.calendar.create(world.ann(),
                World.patch(new java.util.LinkedHashMap<>(Map.of("activityId", (int) activity.id(), "start", start,
                "end", end, "zone", "UTC")), more)).value();
    }

    private ActivityState activity() {
        return activities.open.get(activity.id());
    }

    @Test
    public void a_meeting_planned_for_next_week_makes_the_activity_due_that_day() {
        Event event = meet("2026-06-10T09:00", "2026-06-10T10:00");
        assertEquals("Show it", event.title());
        assertEquals(card, event.record());
        assertEquals(LocalDate.parse("2026-06-10"), activity().dueDate());
        assertEquals(Long.valueOf(event.id()), activity().eventId());
        assertEquals("activity_has_event", assertThrows(CrmException.class, () -> meet("2026-06-11T09:00", "2026-06-11T10:00")).code());
    }

    @Test
    public void changes_flow_both_ways_and_end() {
        Event event = meet("2026-06-10T09:00", "2026-06-10T10:00");
        world.edit(world.ann(), event.id(), World.single(), "title", "Demo", "start", "2026-06-12T09:00", "end", "2026-06-12T10:00");
        assertEquals("Demo", activity().summary());
        assertEquals(LocalDate.parse("2026-06-12"), activity().dueDate());
        activities.edit(world.ann(), FakeActivities.state(activity.id(), card, World.BOB, "Show", LocalDate.parse("2026-06-15"),
                event.id()), null);
        Event moved = world.calendar.get(world.bob(), event.id(), null);
        assertEquals("by whole days, at the same wall time", "2026-06-15T09:00", moved.start().local().toString());
        assertEquals("Show", moved.title());
        assertEquals(World.BOB, moved.organizer());
        activities.edit(world.ann(), activity(), "Bring a laptop");
        assertEquals("Bring a laptop", world.calendar.get(world.bob(), event.id(), null).description());
    }

    @Test
    public void a_private_meeting_keeps_its_words_to_itself() {
        Event event = meet("2026-06-10T09:00", "2026-06-10T10:00", "title", "Secret", "privacy", "private");
        assertEquals("Show it", activity().summary());
        assertEquals("Secret", world.calendar.get(world.ann(), event.id(), null).title());
    }

    @Test
    public void deleting_the_meeting_cancels_the_activity_and_cancelling_the_activity_may_cancel_the_meeting() {
        Event event = meet("2026-06-10T09:00", "2026-06-10T10:00");
        world.calendar.delete(Call.of(world.ann()), event.id(), World.single());
        assertEquals(List.of(activity.id()), activities.cancelled);
        activity = activities.plan(card, World.ANN, "Again", "2026-06-05");
        Event kept = meet("2026-06-10T09:00", "2026-06-10T10:00");
        activities.cancel(world.ann(), activity.id(), "keep");
        assertNull(world.calendar.get(world.ann(), kept.id(), null).activityId());
        activity = activities.plan(card, World.ANN, "Once more", "2026-06-05");
        Event gone = meet("2026-06-10T11:00", "2026-06-10T12:00");
        activities.cancel(world.ann(), activity.id(), "cancel");
        assertThrows(CrmException.class, () -> world.calendar.get(world.ann(), gone.id(), null));
    }

    @Test
    public void done_advances_a_recurring_meeting_to_the_following_occurrence_until_the_series_ends() {
        Event event = meet("2026-06-10T09:00", "2026-06-10T10:00", "rrule", "FREQ=WEEKLY;COUNT=2");
        assertEquals(LocalDate.parse("2026-06-10"), activity().dueDate());
        activities.complete(world.ann(), activity.id());
        ActivityState next = activities.open.values().iterator().next();
        assertEquals(LocalDate.parse("2026-06-17"), next.dueDate());
        assertEquals(Long.valueOf(next.id()), world.calendar.get(world.ann(), event.id(), null).activityId());
        activities.complete(world.ann(), next.id());
        assertTrue(activities.open.isEmpty());
        assertNull(world.calendar.get(world.ann(), event.id(), null).activityId());
    }

    @Test
    public void a_split_series_takes_the_activity_to_where_the_next_occurrence_is() {
        Event event = meet("2026-06-10T09:00", "2026-06-10T10:00", "rrule", "FREQ=WEEKLY;COUNT=3");
        world.crm.clock().set(Instant.parse("2026-06-11T10:00:00Z"));
        Event rest = world.edit(world.ann(), event.id(), World.following("2026-06-17T09:00"), "start", "2026-06-18T09:00", "end",
                "2026-06-18T10:00");
        assertEquals(Long.valueOf(activity.id()), rest.activityId());
        assertNull(world.calendar.get(world.ann(), event.id(), null).activityId());
    }

    @Test
    public void a_deleted_opportunity_unlinks_its_meetings_and_a_lost_one_may_cancel_those_to_come() {
        Event held = world.create(world.ann(), "Held", "2026-06-02T09:00", "2026-06-02T10:00", "UTC", "record", card.toString());
        Event soon = meet("2026-06-10T09:00", "2026-06-10T10:00");
        Event weekly = world.create(world.ann(), "Weekly", "2026-06-02T11:00", "2026-06-02T12:00", "UTC", "record", card.toString(),
                "rrule", "FREQ=WEEKLY");
        StageRef lost = new StageRef(6, "Lost", "lost");
        OpportunityState state = new OpportunityState(card.id(), 2, "Deal", lost, "lost", World.ANN, null, null, null, null, null, 0,
                World.ANN);
        String token = world.crm.acts().run(Act.of(world.ann(), card).undoable(10), tx -> tx.publish(card,
                new OpportunityLost(state, lost, World.ANN, null, null, "cancel", 0))).undo().token();
        assertEquals(List.of("2026-06-02T09:00", "2026-06-02T11:00"), world.starts(world.ann(), "2026-06-01T00:00:00Z",
                "2026-07-01T00:00:00Z"));
        world.crm.undos().undo(world.ann(), token);
        assertEquals(7, world.starts(world.ann(), "2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z").size());
        assertEquals(Long.valueOf(activity.id()), world.calendar.get(world.ann(), soon.id(), null).activityId());
        world.publish(card, new OpportunityDeleted(state));
        for (Event event : List.of(held, soon, weekly)) {
            assertNull(world.calendar.get(world.ann(), event.id(), null).record());
        }
    }
}
