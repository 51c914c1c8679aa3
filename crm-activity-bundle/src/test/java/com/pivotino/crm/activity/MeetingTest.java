package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.activity.FakeCalendar.Meeting;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.testkit.Database;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** An activity and the calendar's meeting are one; here against a calendar that knows the contract only (SEMANTICS A14). */
public class MeetingTest {

    private World world;
    private FakeCalendar calendar;
    private RecordRef card;
    private long id;

    @Before
    public void open() {
        world = new World(Database.H2);
        calendar = new FakeCalendar(world.crm.acts());
        world.bring("fake.calendar", calendar, "activity.ActivityChanged", "activity.ActivitiesCancelled");
        card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.QUALIFIED, false);
        id = world.plan(world.ann(), card, "Show the product", "2026-06-05").id();
        calendar.save(world.ann(), meeting("Show the product", "2026-06-05T10:00"));
        world.told.clear();
    }

    @After
    public void close() {
        world.close();
    }

    @Test
    public void A14_the_slot_joins_them_and_sets_the_due_date_in_the_assignees_zone() {
        assertEquals(Long.valueOf(900), get().eventId());
        world.moveToZone(World.ANN, "Pacific/Auckland");
        calendar.save(world.ann(), meeting("Show the product", "2026-06-09T18:00"));
        assertEquals("six in Paris is the next day in Auckland", LocalDate.parse("2026-06-10"), get().dueDate());
        assertEquals("told back by one day, and once", 1, world.told(ActivityChanged.class).stream()
                .filter(changed -> changed.changes().stream().anyMatch(change -> change.field().equals("dueDate"))).count());
    }

    @Test
    public void A14_a_moved_and_renamed_meeting_moves_and_renames_its_activity() {
        calendar.save(world.ann(), new Meeting(900, id, card, "Demo", "Room 4", World.BOB,
                LocalDateTime.parse("2026-06-08T09:00")));
        Activity activity = get();
        assertEquals("Demo", activity.summary());
        assertEquals("Room 4", activity.note());
        assertEquals(World.BOB, activity.assignee());
        assertEquals(LocalDate.parse("2026-06-08"), activity.dueDate());
        assertEquals("one change, one event, no echo", 1, world.told(ActivityChanged.class).size());
        calendar.save(world.ann(), calendar.get(900));
        assertEquals(1, world.told(ActivityChanged.class).size());
        calendar.save(world.ann(), new Meeting(900, id, card, "Demo", "Room 4", World.EVE,
                LocalDateTime.parse("2026-06-08T09:00")));
        assertEquals("an organizer who cannot read the record does not get it (A10)", World.BOB, get().assignee());
    }

    @Test
    public void A14_an_edited_activity_moves_its_meeting_by_whole_days_at_the_same_wall_time() {
        world.activities.edit(Call.of(world.ann()), id, new MergePatch(Map.of("dueDate", "2026-06-11", "note", "Bring a laptop",
                "summary", "Show it", "assigneeId", 2)));
        Meeting moved = calendar.get(900);
        assertEquals(LocalDateTime.parse("2026-06-11T10:00"), moved.start());
        assertEquals("Show it", moved.title());
        assertEquals("Bring a laptop", moved.description());
        assertEquals(World.BOB, moved.organizer());
        assertEquals(1, world.told(ActivityChanged.class).size());
    }

    @Test
    public void A14_cancelling_the_activity_asks_about_the_meeting() {
        world.activities.cancel(Call.of(world.ann()), id, new Cancellation("Not now"));
        assertNotNull("kept unless asked otherwise", calendar.get(900));
        long other = world.plan(world.ann(), card, "Another", "2026-06-05").id();
        calendar.save(world.ann(), new Meeting(901, other, card, "Another", null, World.ANN,
                LocalDateTime.parse("2026-06-05T10:00")));
        world.activities.cancel(Call.of(world.ann()), other, new Cancellation(null, "cancel"));
        assertNull(calendar.get(901));
    }

    @Test
    public void A14_deleting_the_meeting_cancels_an_open_activity_and_leaves_a_done_one() {
        calendar.delete(world.ann(), 900);
        assertEquals("cancelled", get().state());
        assertNull(get().eventId());
        long done = world.plan(world.ann(), card, "Done", "2026-06-05").id();
        calendar.save(world.ann(), new Meeting(902, done, card, "Done", null, World.ANN,
                LocalDateTime.parse("2026-06-05T10:00")));
        world.activities.complete(Call.of(world.ann()), done, Completion.plain());
        assertNotNull("completing keeps the meeting", calendar.get(902));
        calendar.delete(world.ann(), 902);
        assertEquals("done", world.activities.get(world.ann(), done).state());
    }

    @Test
    public void A14_done_plans_one_like_it_for_the_next_occurrence_once_and_not_on_a_closed_record() {
        world.activities.complete(Call.of(world.ann()), id, Completion.plain());
        Meeting weekly = calendar.get(900);
        world.told.clear();
        calendar.advance(world.ann(), weekly, LocalDateTime.parse("2026-06-12T10:00"));
        List<Activity> open = unfinished();
        assertEquals(1, open.size());
        Activity next = open.get(0);
        assertEquals("Show the product", next.summary());
        assertEquals(LocalDate.parse("2026-06-12"), next.dueDate());
        assertEquals(World.ANN, next.assignee());
        assertEquals("it stands for the same event", Long.valueOf(900), next.eventId());
        assertEquals(1, world.told(ActivityChanged.class).size());
        calendar.advance(world.ann(), weekly, LocalDateTime.parse("2026-06-12T10:00"));
        assertEquals("told twice, planned once", List.of(next.id()), unfinished().stream().map(Activity::id).toList());

        RecordRef gone = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.QUALIFIED, false);
        long last = world.plan(world.ann(), gone, "Last one", "2026-06-05").id();
        Meeting other = new Meeting(903, last, gone, "Last one", null, World.ANN, LocalDateTime.parse("2026-06-05T10:00"));
        calendar.save(world.ann(), other);
        world.activities.complete(Call.of(world.ann()), last, Completion.plain());
        world.cards.lose(world.ann(), gone);
        calendar.advance(world.ann(), other, LocalDateTime.parse("2026-06-12T10:00"));
        assertEquals("a lost record gets no further step", 1, unfinished().size());
    }

    /** All that is open of the two records, read by an administrator. */
    private List<Activity> unfinished() {
        return world.activities.list(world.ada(), World.query(50, null, "state=overdue", "state=today", "state=planned")).items();
    }

    private Meeting meeting(String title, String start) {
        return new Meeting(900, id, card, title, null, World.ANN, LocalDateTime.parse(start));
    }

    private Activity get() {
        return world.activities.get(world.ada(), id);
    }
}
