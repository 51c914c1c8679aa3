package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.SuggestedActivity;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;

/** What follows a done activity (SEMANTICS A9), on both databases. */
public class ChainingTest extends OnWorld {

    private static final long EMAIL = 3;

    @Test
    public void A9_a_trigger_plans_the_next_in_the_same_act_with_its_cause() {
        chain("trigger", "completion", EMAIL);
        due(EMAIL, 2);
        RecordRef card = world.card();
        Activity call = world.plan(world.ann(), card, "Ring", "2026-06-20");
        Answer<Activity> done = world.activities.complete(Call.of(world.ann()), call.id(), Completion.plain());
        Activity next = only(card, "Email");
        assertEquals(LocalDate.parse("2026-06-05"), next.dueDate());
        assertTrue(next.automatic());
        assertEquals("Ann", next.assignee().name());
        assertEquals(done.causeId(), next.causeId());
        assertEquals("Because “Ring” was done.", next.cause());
        assertEquals(List.of("activity.scheduled"), done.effects().stream().map(e -> e.type()).toList());
        List<ActivityScheduled> told = world.told(ActivityScheduled.class);
        assertEquals(next.cause(), told.get(told.size() - 1).cause());
        world.activities.complete(Call.of(world.ann()), call.id(), Completion.plain());
        assertEquals("twice is once", 1, open(card, "Email"));
    }

    @Test
    public void A9_from_the_previous_due_date_and_never_into_the_past() {
        chain("trigger", "previous", EMAIL);
        due(EMAIL, 2);
        RecordRef card = world.card();
        done(world.plan(world.ann(), card, "Later", "2026-06-20"));
        assertEquals(LocalDate.parse("2026-06-22"), only(card, "Email").dueDate());
        done(only(card, "Email"));
        done(world.plan(world.ann(), card, "Long ago", "2026-05-01"));
        assertEquals(LocalDate.parse("2026-06-03"), only(card, "Email").dueDate());
    }

    @Test
    public void A9_a_type_that_triggers_itself_plans_one_not_for_ever() {
        chain("trigger", "completion", World.CALL);
        RecordRef card = world.card();
        done(world.plan(world.ann(), card, "Ring", null));
        assertEquals(1, open(card, "Call"));
    }

    @Test
    public void A9_another_next_that_a_person_names_takes_the_place_of_the_triggered_one() {
        chain("trigger", "completion", EMAIL);
        RecordRef card = world.card();
        Activity call = world.plan(world.ann(), card, "Ring", null);
        world.activities.complete(Call.of(world.ann()), call.id(), new Completion(null, null, null,
                new NewActivity(null, World.TO_DO, "Instead", null, null, null)));
        assertEquals(0, open(card, "Email"));
        assertEquals(1, open(card, "Instead"));
    }

    @Test
    public void A9_nothing_is_triggered_on_a_closed_record() {
        chain("trigger", "completion", EMAIL);
        RecordRef card = world.card();
        Activity call = world.plan(world.ann(), card, "Ring", null);
        world.cards.win(world.ann(), card, "keep");
        done(call);
        assertEquals(0, open(card, "Email"));
    }

    @Test
    public void A9_P10_what_a_move_finishes_triggers_too_and_says_why_it_ended() {
        world.types.edit(Call.of(world.ada()), World.TO_DO, Patches.of("chaining", "trigger", "nextTypeIds", List.of(EMAIL)));
        RecordRef moved = world.card();
        world.cards.move(world.ann(), moved, Cards.QUALIFIED);
        assertEquals(1, open(moved, "Email"));
        Activity first = world.first(moved);
        assertEquals("Because the opportunity moved to Qualified.", first.endCause());
        assertEquals(first.endCauseId(), only(moved, "Email").causeId());
        RecordRef won = world.card();
        world.cards.win(world.ann(), won, "keep");
        assertEquals(1, open(won, "Email"));
        RecordRef lost = world.card();
        world.cards.lose(world.ann(), lost);
        assertEquals(0, open(lost, "Email"));
        assertEquals("Because the opportunity was lost: Too expensive", world.first(lost).endCause());
    }

    @Test
    public void A9_suggestions_come_with_their_due_dates_and_plan_nothing() {
        chain("suggest", "completion", EMAIL, World.TO_DO);
        due(EMAIL, 4);
        RecordRef card = world.card();
        Activity call = world.plan(world.ann(), card, "Ring", null);
        Activity done = world.activities.complete(Call.of(world.ann()), call.id(), Completion.plain()).value();
        assertEquals(List.of("Email", "To-Do"), done.suggestedNext().stream().map(SuggestedActivity::summary).toList());
        assertEquals(LocalDate.parse("2026-06-07"), done.suggestedNext().get(0).dueDate());
        assertEquals(0, open(card, "Email"));
        assertEquals(List.of(), world.activities.get(world.ann(), call.id()).suggestedNext());
    }

    @Test
    public void A9_A10_who_may_not_have_the_next_leaves_it_to_the_salesperson() {
        chain("trigger", "completion", EMAIL);
        RecordRef card = world.card();
        world.follow(card, World.EVE);
        Activity call = world.activities.schedule(world.ann(), new NewActivity(card, World.CALL, "Ring", null, null, 3L)).value();
        world.unfollow(card, World.EVE);
        world.activities.complete(Call.of(world.ann()), call.id(), Completion.plain());
        assertEquals("Ann", only(card, "Email").assignee().name());
    }

    @Test
    public void A7_the_outcome_is_one_of_the_types_and_defaults_fill_what_is_missing() {
        world.types.edit(Call.of(world.ada()), EMAIL, Patches.of("outcomes", List.of("answered", " bounced ", ""),
                "defaultSummary", "Write", "defaultNote", "Be kind"));
        RecordRef card = world.card();
        Activity mail = world.activities.schedule(world.ann(), new NewActivity(card, EMAIL, null, null, null, null)).value();
        assertEquals(List.of("Write", "Be kind"), List.of(mail.summary(), mail.note()));
        CrmException refused = assertThrows(CrmException.class, () -> world.activities.complete(Call.of(world.ann()), mail.id(),
                new Completion(null, "reached", null, null)));
        assertEquals("outcome", refused.fields().get(0).field());
        Activity done = world.activities.complete(Call.of(world.ann()), mail.id(), new Completion(null, "bounced", null, null))
                .value();
        assertEquals("bounced", done.outcome());
        assertNull(done.endCause());
        world.types.edit(Call.of(world.ada()), EMAIL, Patches.of("outcomes", List.of(), "defaultSummary", null, "defaultNote", null));
    }

    private void chain(String chaining, String from, Long... next) {
        world.types.edit(Call.of(world.ada()), World.CALL, Patches.of("chaining", chaining, "nextFrom", from,
                "nextTypeIds", List.of(next)));
    }

    private void due(long type, int days) {
        world.types.edit(Call.of(world.ada()), type, Patches.of("dueDays", days));
    }

    private void done(Activity activity) {
        world.activities.complete(Call.of(world.ann()), activity.id(), Completion.plain());
    }

    private Activity only(RecordRef card, String summary) {
        return world.list(world.ada(), "record=" + card).stream().filter(a -> a.summary().equals(summary))
                .filter(a -> !a.state().equals("done")).findFirst().orElseThrow();
    }

    private long open(RecordRef card, String summary) {
        return world.of(card).stream().filter(a -> a.summary().equals(summary) && !a.state().equals("done")).count();
    }
}
