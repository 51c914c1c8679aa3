package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivityBulk;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.event.ActivityAssigned;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Test;

/** One thing done to many activities (REST "Bulk"). */
public class BulkActivitiesTest extends OnWorld {

    private RecordRef card;

    @Before
    public void begin() {
        card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.QUALIFIED, false);
    }

    @Test
    public void rescheduling_moves_each_by_days_counts_it_as_postponed_and_has_one_cause() {
        long one = world.plan(world.ann(), card, "One", "2026-06-04").id();
        long two = world.plan(world.ann(), card, "Two", "2026-06-08").id();
        Answer<BulkReport> answer = bulk(world.ann(), List.of(one, two), "reschedule", false, null, 7, null);
        assertEquals(2, answer.value().done());
        assertEquals(LocalDate.parse("2026-06-11"), get(one).dueDate());
        assertEquals(LocalDate.parse("2026-06-15"), get(two).dueDate());
        assertEquals(1, get(one).postponed());
        assertEquals(1, world.told.stream().filter(e -> e.type().endsWith("ActivityChanged")).map(e -> e.causeId())
                .distinct().count());
        bulk(world.ann(), List.of(one), "reschedule", false, LocalDate.parse("2026-06-01"), null, null);
        assertEquals("an earlier day is not postponed", 1, get(one).postponed());
        assertEquals("overdue", get(one).state());
    }

    @Test
    public void one_refusal_refuses_all_unless_partial() {
        long mine = world.plan(world.ann(), card, "Mine", "2026-06-04").id();
        long ended = world.plan(world.ann(), card, "Ended", "2026-06-04").id();
        world.activities.cancel(Call.of(world.ann()), ended, new Cancellation(null));
        CrmException refusal = assertThrows(CrmException.class,
                () -> bulk(world.ann(), List.of(mine, ended), "done", false, null, null, null));
        assertEquals("bulk_refused", refusal.code());
        assertEquals(CrmException.Kind.VALIDATION, refusal.kind());
        assertEquals(409, ((BulkReport.Row) ((List<?>) refusal.extras().get("results")).get(1)).status());
        assertEquals("planned", get(mine).state());
        world.told.clear();
        BulkReport report = bulk(world.ann(), List.of(mine, ended), "done", true, null, null, null).value();
        assertEquals(1, report.done());
        assertEquals(1, report.refused());
        assertEquals("conflict", report.results().get(1).code());
        assertEquals("done", get(mine).state());
        assertEquals("cancelled", get(ended).state());
        assertEquals(1, world.told(ActivityCompleted.class).size());
    }

    @Test
    public void partial_leaves_nothing_of_an_activity_whose_consequence_fails_and_keeps_the_others() {
        long one = world.plan(world.ann(), card, "One", "2026-06-04").id();
        RecordRef stubborn = world.card();
        long two = world.first(stubborn).id();
        long three = world.plan(world.ann(), card, "Three", "2026-06-04").id();
        Reaction fails = (event, tx) -> {
            if (event.record().equals(stubborn)) {
                throw new IllegalStateException("broken");
            }
        };
        world.crm.reaction("test.fails", -5, new String[] {"activity.ActivityCompleted"}, fails);
        try {
            BulkReport report = bulk(world.ann(), List.of(one, two, three), "done", true, null, null, null).value();
            assertEquals(List.of(200, 503, 200), report.results().stream().map(BulkReport.Row::status).toList());
        } finally {
            world.crm.remove(fails);
        }
        assertEquals(List.of("done", "planned", "done"), List.of(get(one).state(), get(two).state(), get(three).state()));
    }

    @Test
    public void what_the_caller_cannot_read_is_not_found_and_what_is_not_theirs_is_forbidden() {
        long mine = world.plan(world.ann(), card, "Mine", "2026-06-04").id();
        world.directory.teamRecords(false);
        Actor reader = world.bob();
        world.directory.teamRecords(true);
        BulkReport bob = bulk(reader, List.of(mine), "cancel", true, null, null, null).value();
        assertEquals(403, bob.results().get(0).status());
        BulkReport eve = bulk(world.eve(), List.of(mine, 999_999L), "cancel", true, null, null, null).value();
        assertEquals(List.of(404, 404), eve.results().stream().map(BulkReport.Row::status).toList());
        assertEquals(CrmException.Kind.NOT_FOUND, assertThrows(CrmException.class,
                () -> bulk(world.eve(), List.of(mine), "cancel", false, null, null, null)).kind());
        assertEquals(CrmException.Kind.FORBIDDEN, assertThrows(CrmException.class,
                () -> bulk(reader, List.of(mine), "cancel", false, null, null, null)).kind());
        assertEquals("planned", get(mine).state());
        assertEquals(1, bulk(world.bob(), List.of(mine), "cancel", false, null, null, null).value().done());
    }

    @Test
    public void A10_reassigning_refuses_each_whose_record_the_new_one_cannot_read() {
        RecordRef other = world.cards.create(world.ann(), World.ANN, null, Cards.QUALIFIED, false);
        long readable = world.plan(world.ann(), card, "Readable", "2026-06-04").id();
        long hidden = world.plan(world.ann(), other, "Hidden", "2026-06-04").id();
        BulkReport report = bulk(world.ann(), List.of(readable, hidden), "reassign", true, null, null, 2L).value();
        assertEquals(List.of(200, 422), report.results().stream().map(BulkReport.Row::status).toList());
        assertEquals(World.BOB, get(readable).assignee());
        assertEquals(World.ANN, get(hidden).assignee());
        assertEquals(List.of("bulk"), world.told(ActivityAssigned.class).stream().map(ActivityAssigned::why).toList());
        Answer<BulkReport> team = world.work.bulk(world.ann(), new ActivityBulk(List.of(readable), "reassign", null, null,
                null, null, World.SALES.id(), null, null, null, null));
        assertEquals(1, team.value().done());
        assertNull(get(readable).assignee());
        assertEquals(World.SALES, get(readable).team());
    }

    @Test
    public void done_twice_is_once_and_a_first_one_moves_its_card() {
        RecordRef fresh = world.card();
        long first = world.first(fresh).id();
        assertEquals(1, bulk(world.ann(), List.of(first, first), "done", false, null, null, null).value().done());
        assertEquals(Cards.FIRST_ACTIVITY, world.cards.stage(fresh));
        assertEquals(1, bulk(world.ann(), List.of(first), "done", false, null, null, null).value().done());
        assertEquals(1, world.told(ActivityCompleted.class).size());
    }

    @Test
    public void P19_many_ended_at_once_are_taken_back_as_a_whole() {
        RecordRef other = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.QUALIFIED, false);
        long one = world.plan(world.ann(), card, "One", "2026-06-04").id();
        long two = world.plan(world.ann(), card, "Two", "2026-06-01").id();
        long three = world.plan(world.ann(), other, "Three", "2026-06-04").id();
        String token = bulk(world.ann(), List.of(one, two, three), "cancel", false, null, null, null).undo().token();
        assertEquals("cancelled", get(two).state());
        world.crm.undos().undo(world.ann(), token);
        assertEquals(List.of("planned", "overdue", "planned"),
                List.of(get(one).state(), get(two).state(), get(three).state()));
    }

    @Test
    public void five_hundred_are_one_act() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            ids.add(world.plan(world.ann(), card, "No " + i, "2026-06-04").id());
        }
        assertEquals(500, bulk(world.ann(), ids, "reschedule", false, LocalDate.parse("2026-06-09"), null, null).value().done());
        assertEquals(500, world.told(ActivityChanged.class).size());
        ids.add(ids.get(0) + 1_000_000);
        assertEquals("ids", assertThrows(CrmException.class,
                () -> bulk(world.ann(), ids, "done", true, null, null, null)).fields().get(0).field());
    }

    private static Answer<BulkReport> bulk(Actor actor, List<Long> ids, String action, boolean partial, LocalDate date,
            Integer days, Long assignee) {
        return world.work.bulk(actor, new ActivityBulk(ids, action, partial, date, days, assignee, null, null, null, null,
                null));
    }

    private static Activity get(long id) {
        return world.activities.get(world.ada(), id);
    }
}
