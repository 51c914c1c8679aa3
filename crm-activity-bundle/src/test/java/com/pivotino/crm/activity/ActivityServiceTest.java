package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.directory.Settings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.Test;

/** SEMANTICS A4 and A6 to A12 through the service, on both databases. */
public class ActivityServiceTest extends OnWorld {

    @Test
    public void A4_without_a_date_the_types_days_come_before_the_questionnaire() {
        RecordRef card = world.card();
        world.settings.change(s -> new Settings(true, 2, Map.of("call", 1), "calendar", s.zone(), "EUR", List.of(),
                s.workingDays(), 10, null));
        assertEquals(LocalDate.parse("2026-06-04"), world.plan(world.ann(), card, "Call", null).dueDate());
        world.types.edit(Call.of(world.ada()), World.CALL, Patches.of("dueDays", 2, "dueUnit", "weeks"));
        Activity call = world.plan(world.ann(), card, "Call", null);
        assertEquals(LocalDate.parse("2026-06-17"), call.dueDate());
        assertTrue(call.dueExplanation(), call.dueExplanation().startsWith("2 weeks after Wednesday, 3 June 2026"));
        world.types.edit(Call.of(world.ada()), World.CALL, Patches.of("dueDays", null, "dueUnit", "days"));
        assertNull(world.plan(world.ann(), card, "Chosen", "2026-07-01").dueExplanation());
    }

    @Test
    public void A4_the_base_is_today_in_the_assignees_zone() {
        world.zone(World.ANN, "Pacific/Kiritimati");
        assertEquals(LocalDate.parse("2026-06-07"), world.first(world.card()).dueDate());
    }

    @Test
    public void A6_every_member_of_an_open_one_changes_in_one_save_with_one_new_version() {
        RecordRef card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.NEW, true);
        Activity first = world.first(card);
        Answer<Activity> edited = world.activities.edit(Call.of(world.ann(), first.version()), first.id(),
                Patches.of("summary", "Say hello",
                "note", "Ask for Sue", "dueDate", "2026-06-10", "assigneeId", 2, "typeId", 2));
        Activity now = edited.value();
        assertEquals(List.of("Say hello", "Ask for Sue", LocalDate.parse("2026-06-10"), World.BOB, "call"),
                List.of(now.summary(), now.note(), now.dueDate(), now.assignee(), now.type().key()));
        assertNull(now.dueExplanation());
        assertEquals(first.version() + 1, now.version());
        assertEquals("first", now.role());
    }

    @Test
    public void A6_a_past_due_date_is_allowed_with_a_warning() {
        RecordRef card = world.card();
        Answer<Activity> edited = world.activities.edit(Call.of(world.ann()), world.first(card).id(),
                Patches.of("dueDate", "2026-06-01"));
        assertEquals("overdue", edited.value().state());
        assertEquals(List.of("warning"), edited.effects().stream().map(Effect::type).toList());
    }

    @Test
    public void A6_done_ones_take_only_words_from_the_doer_for_15_minutes() {
        RecordRef card = world.card();
        long id = world.first(card).id();
        world.activities.complete(Call.of(world.ann()), id, new Completion("Reched", null, null, null));
        refused("conflict", () -> world.activities.edit(Call.of(world.ann()), id, Patches.of("summary", "Other")));
        refused("conflict", () -> world.activities.edit(Call.of(world.ada()), id, Patches.of("feedback", "Mine")));
        world.crm.clock().advance(Duration.ofMinutes(15));
        assertEquals("Reached", world.activities.edit(Call.of(world.ann()), id, Patches.of("feedback", "Reached"))
                .value().feedback());
        world.crm.clock().advance(Duration.ofSeconds(1));
        refused("conflict", () -> world.activities.edit(Call.of(world.ann()), id, Patches.of("feedback", "Late")));
    }

    @Test
    public void a_stale_edit_of_other_members_merges_and_of_the_same_is_a_conflict() {
        Activity first = world.first(world.card());
        world.activities.edit(Call.of(world.ann(), first.version()), first.id(), Patches.of("summary", "Theirs"));
        Activity merged = world.activities.edit(Call.of(world.ann(), first.version()), first.id(), Patches.of("note", "Mine")).value();
        assertEquals(List.of("Theirs", "Mine"), List.of(merged.summary(), merged.note()));
        CrmException conflict = refused("version_conflict", () -> world.activities.edit(Call.of(world.ann(), first.version()), first.id(),
                Patches.of("summary", "Mine")));
        assertEquals(merged, conflict.extras().get("current"));
        assertEquals(List.of(Map.of("field", "summary", "base", "First activity", "theirs", "Theirs", "mine", "Mine")),
                conflict.extras().get("conflicts"));
        assertEquals("what is so already is no conflict", merged, world.activities.edit(Call.of(world.ann(), first.version()), first.id(),
                Patches.of("summary", "Theirs")).value());
    }

    @Test
    public void A7_completing_twice_is_once_and_an_act_on_a_stale_version_is_refused() {
        RecordRef card = world.card();
        Activity first = world.first(card);
        world.activities.edit(Call.of(world.ann()), first.id(), Patches.of("note", "New"));
        refused("version_conflict", () -> world.activities.complete(Call.of(world.ann(), first.version()), first.id(), Completion.plain()));
        Activity done = world.activities.complete(Call.of(world.ann()), first.id(), new Completion("<p></p>", null, null, null))
                .value();
        assertNull("empty rich text is nothing", done.feedback());
        world.crm.clock().advance(Duration.ofMinutes(1));
        Answer<Activity> again = world.activities.complete(Call.of(world.ann(), first.version()), first.id(),
                new Completion("Again", null, null, null));
        assertEquals(done, again.value());
        assertEquals(List.of(), again.effects());
    }

    @Test
    public void A8_ends_exclude_each_other_and_a_creator_takes_back_within_15_minutes() {
        RecordRef card = world.card();
        Activity done = world.plan(world.ann(), card, "Done", null);
        world.activities.complete(Call.of(world.ann()), done.id(), Completion.plain());
        refused("version_conflict", () -> world.activities.cancel(Call.of(world.ann()), done.id(), new Cancellation(null)));
        Activity cancelled = world.plan(world.ann(), card, "Cancelled", null);
        assertEquals("Ill", world.activities.cancel(Call.of(world.ann()), cancelled.id(), new Cancellation("Ill")).value()
                .cancelReason());
        assertEquals(List.of(), world.activities.cancel(Call.of(world.ann()), cancelled.id(), new Cancellation(null)).effects());
        refused("version_conflict", () -> world.activities.complete(Call.of(world.ann()), cancelled.id(), Completion.plain()));

        Activity mistake = world.plan(world.ann(), card, "Mistake", null);
        Activity old = world.plan(world.ann(), card, "Old", null);
        world.crm.clock().advance(Duration.ofMinutes(15));
        world.activities.delete(Call.of(world.ann()), mistake.id());
        refused("not_found", () -> world.activities.get(world.ann(), mistake.id()));
        world.crm.clock().advance(Duration.ofSeconds(1));
        refused("forbidden", () -> deleted(world.ann(), old.id()));
        world.activities.delete(Call.of(world.ada()), old.id());
    }

    @Test
    public void A10_an_assignee_must_be_active_and_able_to_read_the_record() {
        RecordRef card = world.card();
        NewActivity forEve = new NewActivity(card, World.CALL, "Call", null, null, World.EVE.id());
        assertEquals("cannot_read", refused("validation_failed", () -> world.activities.schedule(world.ann(), forEve))
                .fields().get(0).code());
        world.follow(card, World.EVE);
        assertEquals(World.EVE, world.activities.schedule(world.ann(), forEve).value().assignee());
        world.deactivate(World.EVE, World.BOB);
        assertEquals("inactive_person", refused("validation_failed", () -> world.activities.schedule(world.ann(), forEve))
                .fields().get(0).code());
    }

    @Test
    public void A11_who_leaves_hands_over_and_falls_back_to_the_salesperson() {
        RecordRef teamCard = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.NEW, false);
        RecordRef annsCard = world.card();
        world.follow(teamCard, World.EVE);
        world.follow(annsCard, World.EVE);
        Activity team = world.activities.schedule(world.ann(),
                new NewActivity(teamCard, World.CALL, "Team", null, null, World.EVE.id())).value();
        Activity anns = world.activities.schedule(world.ann(),
                new NewActivity(annsCard, World.CALL, "Ann's", null, null, World.EVE.id())).value();
        world.deactivate(World.EVE, World.BOB);
        assertEquals(World.BOB, world.activities.get(world.ada(), team.id()).assignee());
        assertEquals(World.ANN, world.activities.get(world.ada(), anns.id()).assignee());
    }

    @Test
    public void A12_closed_records_take_new_activities_lost_ones_with_a_warning() {
        RecordRef won = world.cards.create(world.ann(), World.ANN, Cards.WON, true);
        NewActivity call = new NewActivity(won, World.CALL, null, null, null, null);
        assertEquals(List.of(), world.activities.schedule(world.ann(), call).effects());
        RecordRef lost = world.cards.create(world.ann(), World.ANN, Cards.LOST, true);
        Answer<Activity> late = world.activities.schedule(world.ann(), new NewActivity(lost, World.CALL, null, null, null, null));
        assertEquals("Call", late.value().summary());
        assertEquals("warning", late.effects().get(0).type());
    }

    @Test
    public void done_and_what_comes_next_is_one_act() {
        RecordRef card = world.card();
        NewActivity next = new NewActivity(null, World.CALL, "Next", null, null, null);
        world.activities.complete(Call.of(world.ann()), world.first(card).id(), new Completion(null, null, null, next));
        assertEquals(2, world.of(card).size());
        Activity second = world.list(world.ann(), "assignee=me", "state=planned").get(0);
        NewActivity elsewhere = new NewActivity(world.card(), World.CALL, "Next", null, null, null);
        refused("validation_failed", () -> world.activities.complete(Call.of(world.ann()), second.id(),
                new Completion(null, null, null, elsewhere)));
        assertEquals("planned", world.activities.get(world.ann(), second.id()).state());
    }

    @Test
    public void unknown_and_foreign_members_are_refused() {
        long id = world.first(world.card()).id();
        refused("unknown_field", () -> world.activities.edit(Call.of(world.ann()), id, Patches.of("sumary", "x")));
        refused("forbidden", () -> world.activities.edit(Call.of(world.ann()), id, Patches.of("state", "done")));
        refused("validation_failed", () -> world.activities.edit(Call.of(world.ann()), id, Patches.of("assigneeId", null)));
        refused("validation_failed", () -> world.activities.edit(Call.of(world.ann()), id, Patches.of("typeId", 999)));
    }

    private static Void deleted(Actor by, long id) {
        world.activities.delete(Call.of(by), id);
        return null;
    }

    private static CrmException refused(String code, Supplier<?> act) {
        CrmException refusal = assertThrows(CrmException.class, act::get);
        assertEquals(code, refusal.code());
        return refusal;
    }
}
