package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.pipeline.StageRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.Test;

/** SEMANTICS A1 to A3, P9 to P16, as far as activities go. */
public class FirstActivityTest extends OnWorld {

    @Test
    public void A1_a_new_card_gets_one_first_activity_due_as_the_questionnaire_says() {
        Activity first = only(world.card());
        assertEquals("First activity", first.summary());
        assertEquals("todo", first.type().key());
        assertEquals("first", first.role());
        assertTrue(first.automatic());
        assertEquals(World.ANN, first.assignee());
        assertEquals(World.ANN, first.createdBy());
        assertEquals(LocalDate.parse("2026-06-06"), first.dueDate());
        assertEquals("planned", first.state());
        assertEquals("3 calendar days after Wednesday, 3 June 2026 (Z), as the setting for each"
                + " activity says.", first.dueExplanation());
    }

    @Test
    public void A1_without_a_salesperson_it_is_the_creators() {
        assertEquals(World.BOB, only(world.cards.create(world.bob(), null, Cards.NEW, true)).assignee());
    }

    @Test
    public void A1_none_for_a_card_made_closed_or_when_not_wanted() {
        assertEquals(List.of(), world.of(world.cards.create(world.ann(), World.ANN, Cards.WON, true)));
        assertEquals(List.of(), world.of(world.cards.create(world.ann(), World.ANN, Cards.LOST, true)));
        assertEquals(List.of(), world.of(world.cards.create(world.ann(), World.ANN, Cards.NEW, false)));
    }

    @Test
    public void P9_first_activity_done_moves_new_to_first_activity() {
        RecordRef card = world.card();
        Answer<Activity> answer = world.activities.complete(Call.of(world.ann()), world.first(card).id(),
                new Completion("Reached", null, 5, null));
        assertEquals("done", answer.value().state());
        assertEquals("Reached", answer.value().feedback());
        assertEquals(World.ANN, answer.value().completedBy());
        assertEquals(Cards.FIRST_ACTIVITY, world.cards.stage(card));
        assertEquals(List.of(), answer.effects());
    }

    @Test
    public void P10_leaving_new_forwards_finishes_it_in_the_movers_name_and_stays_where_it_was_put() {
        RecordRef card = world.card();
        Answer<?> answer = world.cards.move(world.ada(), card, Cards.QUALIFIED);
        Activity first = world.first(card);
        assertEquals("done", first.state());
        assertEquals("Completed by moving to Qualified", first.feedback());
        assertEquals(World.ADA, first.completedBy());
        assertEquals(Cards.QUALIFIED, world.cards.stage(card));
        assertEquals("“First activity” is done.", answer.effects().get(0).summary());
        assertEquals("activity.completed", answer.effects().get(0).type());
    }

    @Test
    public void P10_only_the_first_activity_is_finished_by_a_move() {
        RecordRef card = world.card();
        world.plan(world.ann(), card, "Second", null);
        world.cards.move(world.ann(), card, Cards.QUALIFIED);
        assertEquals(Set.of("Second"), World.summaries(world.list(world.ada(), "record=" + card, "state=planned")));
    }

    @Test
    public void P11_dragging_back_to_new_makes_and_reopens_nothing() {
        RecordRef card = world.card();
        world.cards.move(world.ann(), card, Cards.QUALIFIED);
        world.cards.move(world.ann(), card, Cards.NEW);
        assertEquals("done", only(card).state());
        Activity later = world.plan(world.ann(), card, "Later", null);
        assertNull(later.role());
        world.cards.move(world.ann(), card, Cards.QUALIFIED);
        assertEquals("planned", world.activities.get(world.ann(), later.id()).state());
    }

    @Test
    public void P13_winning_finishes_the_first_and_leaves_the_others_unless_told() {
        RecordRef kept = withSecond(Cards.QUALIFIED);
        world.cards.win(world.ann(), kept, "keep");
        assertEquals("done", world.first(kept).state());
        assertEquals(1, world.list(world.ada(), "record=" + kept, "state=planned").size());
        RecordRef done = withSecond(Cards.NEW);
        world.cards.win(world.ann(), done, "done");
        assertEquals(2, world.list(world.ada(), "record=" + done, "state=done").size());
        RecordRef cancelled = withSecond(Cards.NEW);
        world.cards.win(world.ann(), cancelled, "cancel");
        assertEquals(Set.of("Second"),
                World.summaries(world.list(world.ada(), "record=" + cancelled, "state=cancelled")));
    }

    @Test
    public void P16_a_deal_won_from_new_has_its_next_step_again_when_restored() {
        RecordRef card = world.card();
        Answer<?> won = world.cards.win(world.ann(), card, null);
        assertEquals("done", world.first(card).state());
        Answer<?> restored = world.cards.restore(world.ann(), card, won.causeId());
        assertEquals("\u201cFirst activity\u201d is open again.", restored.effects().get(0).summary());
        assertEquals("planned", world.first(card).state());
        assertNull(world.first(card).feedback());
        assertEquals(LocalDate.parse("2026-06-06"), world.first(card).dueDate());
        world.activities.complete(Call.of(world.ann()), world.first(card).id(), Completion.plain());
        assertEquals(Cards.FIRST_ACTIVITY, world.cards.stage(card));
    }

    @Test
    public void P16_what_a_person_did_before_the_win_stays_done() {
        RecordRef card = world.card();
        world.activities.complete(Call.of(world.ann()), world.first(card).id(), Completion.plain());
        Answer<?> won = world.cards.win(world.ann(), card, null);
        world.cards.restore(world.ann(), card, won.causeId());
        assertEquals("done", world.first(card).state());
    }

    @Test
    public void P14_P16_losing_cancels_all_and_restoring_brings_back_exactly_those() {
        RecordRef card = withSecond(Cards.NEW);
        Activity byHand = world.plan(world.ann(), card, "By hand", null);
        world.activities.cancel(Call.of(world.ann()), byHand.id(), new Cancellation("No need"));
        Answer<?> lost = world.cards.lose(world.ann(), card);
        assertEquals("2 activities are cancelled.", lost.effects().get(0).summary());
        assertEquals(3, world.list(world.ada(), "record=" + card, "state=cancelled").size());
        assertEquals("Too expensive", world.first(card).cancelReason());

        Answer<?> restored = world.cards.restore(world.ann(), card, lost.causeId());
        assertEquals("2 activities are open again.", restored.effects().get(0).summary());
        assertEquals(Set.of("By hand"),
                World.summaries(world.list(world.ada(), "record=" + card, "state=cancelled")));
        assertEquals("planned", world.first(card).state());
        assertEquals(LocalDate.parse("2026-06-06"), world.first(card).dueDate());
        world.activities.complete(Call.of(world.ann()), world.first(card).id(), Completion.plain());
        assertEquals(Cards.FIRST_ACTIVITY, world.cards.stage(card));
    }

    @Test
    public void A2_the_role_passes_to_the_earliest_open_one_then_waits_for_the_next() {
        RecordRef card = world.card();
        world.plan(world.ann(), card, "Later", "2026-06-20");
        Activity sooner = world.plan(world.ann(), card, "Sooner", "2026-06-10");
        world.activities.cancel(Call.of(world.ann()), world.first(card).id(), new Cancellation(null));
        assertEquals("Sooner", world.first(card).summary());
        world.activities.delete(Call.of(world.ann()), sooner.id());
        assertEquals("Later", world.first(card).summary());
        world.activities.cancel(Call.of(world.ann()), world.first(card).id(), new Cancellation(null));
        Activity next = world.plan(world.ann(), card, "Next", null);
        assertEquals("first", next.role());
        assertNull(world.plan(world.ann(), card, "After next", null).role());
        world.activities.complete(Call.of(world.ann()), next.id(), Completion.plain());
        assertEquals(Cards.FIRST_ACTIVITY, world.cards.stage(card));
    }

    @Test
    public void A2_outside_of_new_the_role_does_not_pass() {
        RecordRef card = world.cards.create(world.ann(), World.ANN, Cards.QUALIFIED, true);
        world.plan(world.ann(), card, "Other", null);
        Activity first = world.first(card);
        world.activities.cancel(Call.of(world.ann()), first.id(), new Cancellation(null));
        assertEquals("First activity", world.first(card).summary());
    }

    @Test
    public void A3_a_new_salesperson_takes_over_the_automatic_ones_only() {
        RecordRef card = withSecond(Cards.NEW);
        world.cards.reassign(world.ada(), card, World.BOB);
        assertEquals(World.BOB, world.first(card).assignee());
        assertEquals(Set.of("Second"), World.summaries(world.list(world.ada(), "record=" + card, "assignee=1")));
    }

    @Test
    public void A3_a_first_activity_that_was_given_to_somebody_else_stays_there() {
        RecordRef card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.NEW, true);
        world.activities.edit(Call.of(world.ann()), world.first(card).id(), Patches.of("assigneeId", 2));
        world.cards.reassign(world.ada(), card, World.EVE);
        assertEquals(World.BOB, world.first(card).assignee());
    }

    @Test
    public void a_deleted_opportunity_takes_its_activities_with_it() {
        RecordRef card = withSecond(Cards.NEW);
        world.cards.delete(world.ann(), card);
        assertEquals(List.of(), world.of(card));
        assertEquals(List.of(), world.list(world.ann(), "assignee=me"));
    }

    private RecordRef withSecond(StageRef stage) {
        RecordRef card = world.cards.create(world.ann(), World.ANN, stage, true);
        world.plan(world.ann(), card, "Second", null);
        return card;
    }

    private Activity only(RecordRef card) {
        List<Activity> all = world.of(card);
        assertEquals(1, all.size());
        return all.get(0);
    }
}
