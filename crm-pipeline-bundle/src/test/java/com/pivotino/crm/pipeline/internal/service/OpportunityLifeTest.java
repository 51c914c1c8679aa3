package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.HistoryEntry;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.NewStage;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunityBulk;
import com.pivotino.crm.api.record.Permissions;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageRef;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

public class OpportunityLifeTest extends OnWorld {

    @After
    public void totalsAreRight() {
        world.requireRightTotals();
    }

    @Test
    public void created_in_new_with_first_activity_and_first_history_line() {
        Answer<Opportunity> made = world.opportunities.create(Call.of(world.ann), NewOpportunity.named(" Deal "));
        Opportunity deal = made.value();
        assertEquals("Deal", deal.name());
        assertEquals("new", deal.stageKind());
        assertEquals("open", deal.outcome());
        assertEquals(10, deal.probability());
        assertEquals(1, deal.version());
        assertEquals("planned", deal.activityState());
        assertEquals("First activity", deal.nextActivity().summary());
        assertNull(deal.ribbon());
        assertEquals("Ann", deal.createdBy().name());
        assertEquals(deal, world.get(deal.id()));
        List<HistoryEntry> history = world.opportunities.history(world.ann, deal.id());
        assertEquals(1, history.size());
        assertNull(history.get(0).from());
        assertEquals(new StageRef(World.NEW, "New", "new"), history.get(0).to());
        assertEquals(made.causeId(), history.get(0).causeId());
        assertEquals("api", history.get(0).cause());
    }

    @Test
    public void P7_move_is_logged_with_time_in_stage_and_one_event() {
        Opportunity deal = world.makeIn(World.FIRST_ACTIVITY);
        world.crm.clock().advance(Duration.ofHours(2));
        world.events.clear();
        Answer<Opportunity> moved = world.opportunities.move(new Call(world.ann, "drag", 1L), deal.id(),
                MoveRequest.to(World.QUALIFIED));
        assertEquals(40, moved.value().probability());
        assertEquals(2, moved.value().version());
        HistoryEntry line = world.opportunities.history(world.ann, deal.id()).get(1);
        assertEquals(Long.valueOf(7200), line.secondsInFrom());
        assertEquals("drag", line.cause());
        assertEquals("Ann", line.by().name());
        assertEquals("First Activity", ((StageRef) line.from()).name());
        assertEquals(List.of("pipeline.StageChanged"), world.told());
    }

    @Test
    public void P7_move_to_the_same_stage_changes_nothing_whatever_the_version() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        world.crm.clock().advance(Duration.ofHours(2));
        world.events.clear();
        Opportunity same = world.opportunities.move(new Call(world.ann, "drag", 99L), deal.id(),
                MoveRequest.to(World.QUALIFIED)).value();
        assertEquals(deal.stageSince(), same.stageSince());
        assertEquals(1, same.version());
        assertEquals(1, world.opportunities.history(world.ann, deal.id()).size());
        assertTrue(world.told().isEmpty());
    }

    @Test
    public void P8_stale_move_is_refused_with_current_state_and_who_changed_it() {
        Opportunity deal = world.makeIn(World.FIRST_ACTIVITY);
        world.opportunities.move(new Call(world.mia, "drag", 1L), deal.id(), MoveRequest.to(World.QUALIFIED));
        CrmException refused = assertThrows(CrmException.class, () -> world.opportunities.move(
                new Call(world.ann, "drag", 1L), deal.id(), MoveRequest.to(World.PROPOSITION)));
        assertEquals("version_conflict", refused.code());
        assertEquals(World.QUALIFIED, ((Opportunity) refused.extras().get("current")).stageId());
        assertEquals("Mia", ((com.pivotino.crm.api.NamedRef) refused.extras().get("changedBy")).name());
        assertEquals(World.QUALIFIED, world.get(deal.id()).stageId());
    }

    @Test
    public void P9_first_activity_done_moves_new_to_first_activity() {
        Opportunity deal = world.make("Deal");
        Answer<Void> done = world.crm.acts().run(Act.of(world.ann, RecordRef.opportunity(deal.id())), tx -> {
            world.activities.complete(tx, RecordRef.opportunity(deal.id()), false);
            return null;
        });
        assertEquals(World.FIRST_ACTIVITY, world.get(deal.id()).stageId());
        assertEquals("none", world.get(deal.id()).activityState());
        assertEquals("opportunity.stage_changed", done.effects().get(0).type());
        assertEquals("Moved to First Activity.", done.effects().get(0).summary());
        HistoryEntry line = world.opportunities.history(world.ann, deal.id()).get(1);
        assertEquals("automation", line.cause());
        assertEquals("Ann", line.by().name());
        assertEquals(done.causeId(), line.causeId());
    }

    @Test
    public void P9_card_outside_new_stays_where_it_is() {
        Opportunity deal = world.make("Deal");
        world.opportunities.move(Call.of(world.ann), deal.id(), MoveRequest.to(World.PROPOSITION));
        world.publish(RecordRef.opportunity(deal.id()), new com.pivotino.crm.api.activity.event.ActivityCompleted(
                StandInActivities.activity(deal.id(), java.time.LocalDate.of(2026, 6, 6), "done"), null, null, null, null, false));
        assertEquals(World.PROPOSITION, world.get(deal.id()).stageId());
    }

    @Test
    public void P10_leaving_new_completes_the_first_activity_and_the_users_stage_stands() {
        Opportunity deal = world.make("Deal");
        Opportunity moved = world.opportunities.move(Call.of(world.ann), deal.id(), MoveRequest.to(World.PROPOSITION)).value();
        assertEquals(World.PROPOSITION, moved.stageId());
        assertEquals("none", moved.activityState());
        assertEquals("done", world.activities.state(deal.id()));
        assertEquals(2, world.opportunities.history(world.ann, deal.id()).size());
    }

    @Test
    public void P11_back_in_new_nothing_is_reopened_and_late_news_does_not_move_it() {
        Opportunity deal = world.make("Deal");
        world.opportunities.move(Call.of(world.ann), deal.id(), MoveRequest.to(World.QUALIFIED));
        world.crm.clock().advance(Duration.ofMinutes(1));
        assertEquals("none", world.opportunities.move(Call.of(world.ann), deal.id(), MoveRequest.to(World.NEW)).value()
                .activityState());
        world.core.act(Act.of(world.root), (tx, db) -> {
            new AutomaticMoves(world.core).firstActivityDone(tx, db, deal.id(), Instant.parse("2026-06-03T10:00:30Z"));
            return null;
        });
        assertEquals(World.NEW, world.get(deal.id()).stageId());
    }

    @Test
    public void P12_override_is_shown_as_manual_suspended_when_closed_and_comes_back() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        world.opportunities.update(Call.of(world.ann), deal.id(), new MergePatch(Map.of("probability", 65)));
        Opportunity moved = world.opportunities.move(Call.of(world.ann), deal.id(), MoveRequest.to(World.PROPOSITION)).value();
        assertEquals(65, moved.probability());
        assertTrue(moved.probabilityManual());
        Opportunity won = world.opportunities.win(Call.of(world.ann), deal.id(), new WonRequest(null)).value();
        assertEquals(100, won.probability());
        assertFalse(won.probabilityManual());
        Opportunity restored = world.opportunities.restore(Call.of(world.ann), deal.id(), new RestoreRequest(null)).value();
        assertEquals(65, restored.probability());
        Opportunity reset = world.opportunities.update(Call.of(world.ann), deal.id(),
                new MergePatch(Map.of("probabilityManual", false))).value();
        assertEquals(70, reset.probability());
        assertFalse(reset.probabilityManual());
    }

    @Test
    public void P13_won_and_P17_ribbon_with_date_and_person() {
        Opportunity deal = world.make("Deal");
        world.crm.clock().advance(Duration.ofDays(1));
        Opportunity won = world.opportunities.win(Call.of(world.mia), deal.id(), new WonRequest("done")).value();
        assertEquals("WON", won.ribbon());
        assertEquals(World.WON, won.stageId());
        assertEquals("Mia", won.closedBy().name());
        assertEquals(world.crm.clock().instant(), won.closedAt());
        assertEquals("done", world.activities.state(deal.id()));
        assertEquals("pipeline.OpportunityWon", world.told().get(world.told().size() - 1));
        Opportunity again = world.opportunities.win(new Call(world.ann, "api", 1L), deal.id(), new WonRequest(null)).value();
        assertEquals(won, again);
        List<HistoryEntry> history = world.opportunities.history(world.ann, deal.id());
        assertEquals(List.of("stage", "stage", "outcome"), history.stream().map(HistoryEntry::kind).toList());
        assertEquals("open", history.get(2).from());
        assertEquals("won", history.get(2).to());
        assertEquals(Long.valueOf(86_400), history.get(2).secondsInFrom());
    }

    @Test
    public void P13_second_won_stage_keeps_the_date_of_the_won_one_and_sets_that_of_the_open_one() {
        Stage signed = world.stages.create(Call.of(world.mia), new NewStage("Signed", "won", 55, null, null, null, null));
        Opportunity earlier = world.makeIn(World.QUALIFIED);
        Opportunity open = world.makeIn(World.QUALIFIED);
        Instant first = world.opportunities.win(Call.of(world.ann), earlier.id(), new WonRequest(null)).value().closedAt();
        world.crm.clock().advance(Duration.ofDays(3));
        Opportunity kept = world.opportunities.move(Call.of(world.ann), earlier.id(), MoveRequest.to(signed.id())).value();
        Opportunity set = world.opportunities.move(Call.of(world.ann), open.id(), MoveRequest.to(signed.id())).value();
        assertEquals(first, kept.closedAt());
        assertEquals(world.crm.clock().instant(), set.closedAt());
        assertEquals(signed.id(), kept.stageId());
        assertNull(world.opportunities.move(Call.of(world.ann), kept.id(), MoveRequest.to(World.QUALIFIED)).value().closedAt());
    }

    @Test
    public void P14_no_reason_no_loss_on_any_path() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        world.events.clear();
        assertEquals("lost_reason_required", refusal(() -> world.opportunities.lose(Call.of(world.ann), deal.id(),
                new LostRequest(null, null, "note", null))));
        assertEquals("lost_reason_required", refusal(() -> world.opportunities.move(Call.of(world.ann), deal.id(),
                MoveRequest.to(World.LOST))));
        assertEquals("lost_reason_required", refusal(() -> world.make(new NewOpportunity("x", null, null, null, null, null,
                World.LOST, null, null, null, null, null, null, null, null, null))));
        assertEquals(deal, world.get(deal.id()));
        assertTrue(world.told().isEmpty());
    }

    @Test
    public void P14_reason_may_need_a_note_and_empty_markup_is_none() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        assertEquals("validation_failed", refusal(() -> lose(deal, World.OTHER_REASON, "<p> </p>")));
        Opportunity lost = lose(deal, World.OTHER_REASON, "They moved to the moon");
        assertEquals("LOST", lost.ribbon());
        assertEquals("Other", lost.lostReason().name());
        assertEquals("They moved to the moon", lost.closingNote());
        assertEquals(0, lost.probability());
        HistoryEntry outcome = world.opportunities.history(world.ann, deal.id()).get(2);
        assertEquals("lost", outcome.to());
        assertEquals("Other", outcome.lostReason().name());
        assertEquals("They moved to the moon", outcome.note());
    }

    @Test
    public void P14_losing_cancels_activities_and_drop_on_lost_takes_the_reason_along() {
        Opportunity deal = world.make("Deal");
        Opportunity lost = world.opportunities.move(new Call(world.ann, "drag", null), deal.id(),
                new MoveRequest(World.LOST, null, null, World.NO_BUDGET, "n", "Hiring freeze", "cancel", null, null)).value();
        assertEquals("lost", lost.outcome());
        assertEquals("Hiring freeze", lost.proposedReason());
        assertEquals("none", lost.activityState());
        assertEquals("cancelled", world.activities.state(deal.id()));
    }

    @Test
    public void P14_lost_twice_is_once_and_another_reason_is_a_conflict() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        Opportunity lost = lose(deal, World.NO_BUDGET, null);
        world.events.clear();
        assertEquals(lost, lose(deal, World.NO_BUDGET, null));
        assertEquals("version_conflict", refusal(() -> lose(deal, 1, null)));
        assertTrue(world.told().isEmpty());
        assertEquals(3, world.opportunities.history(world.ann, deal.id()).size());
    }

    @Test
    public void P14_losing_ten_in_one_act_gives_each_one_outcome_with_reason_and_note() {
        List<Opportunity> ten = java.util.stream.IntStream.range(0, 10).mapToObj(i -> world.makeIn(World.QUALIFIED)).toList();
        world.events.clear();
        world.crm.acts().run(Act.of(world.ann), tx -> {
            ten.forEach(deal -> lose(deal, World.NO_BUDGET, "Budget cut"));
            return null;
        });
        for (Opportunity deal : ten) {
            List<HistoryEntry> losses = world.opportunities.history(world.ann, deal.id()).stream()
                    .filter(line -> line.kind().equals("outcome")).toList();
            assertEquals(1, losses.size());
            assertEquals("No budget", losses.get(0).lostReason().name());
            assertEquals("Budget cut", losses.get(0).note());
        }
        assertEquals(java.util.Collections.nCopies(10, "pipeline.OpportunityLost"), world.told());
    }

    @Test
    public void P16_restore_returns_to_the_last_open_stage_and_reopens_what_the_loss_cancelled() {
        Opportunity deal = world.make("Deal");
        lose(deal, World.NO_BUDGET, "n");
        Opportunity back = world.opportunities.restore(Call.of(world.ann), deal.id(), new RestoreRequest(null)).value();
        assertEquals(World.NEW, back.stageId());
        assertEquals("open", back.outcome());
        assertNull(back.lostReason());
        assertNull(back.closingNote());
        assertNull(back.closedAt());
        assertEquals("planned", back.activityState());
        List<HistoryEntry> history = world.opportunities.history(world.ann, deal.id());
        assertEquals("No budget", history.get(2).lostReason().name());
        assertEquals("open", history.get(history.size() - 1).to());
        assertEquals(back, world.opportunities.restore(new Call(world.ann, "api", 1L), deal.id(), new RestoreRequest(null)).value());
    }

    @Test
    public void P16_drag_out_of_lost_restores_into_the_given_stage_and_closed_targets_are_refused() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        lose(deal, World.NO_BUDGET, null);
        assertEquals("validation_failed", refusal(() -> world.opportunities.restore(Call.of(world.ann), deal.id(),
                new RestoreRequest(World.WON))));
        Opportunity back = world.opportunities.move(Call.of(world.ann), deal.id(), MoveRequest.to(World.PROPOSITION)).value();
        assertEquals("open", back.outcome());
        assertEquals(World.PROPOSITION, back.stageId());
        assertEquals("pipeline.OpportunityRestored", world.told().get(world.told().size() - 1));
    }

    @Test
    public void won_to_lost_and_lost_to_won_go_directly() {
        Opportunity deal = world.make("Deal");
        Opportunity lost = lose(deal, World.NO_BUDGET, null);
        world.crm.clock().advance(Duration.ofDays(1));
        world.events.clear();
        Opportunity won = world.opportunities.win(Call.of(world.ann), deal.id(), new WonRequest(null)).value();
        assertNull(won.lostReason());
        assertNotEquals(lost.closedAt(), won.closedAt());
        assertEquals(List.of("pipeline.OpportunityRestored", "pipeline.OpportunityWon"), world.told());
        assertEquals("done", world.activities.state(deal.id()));
        world.crm.clock().advance(Duration.ofDays(1));
        Opportunity again = lose(deal, 1, null);
        assertEquals(world.crm.clock().instant(), again.closedAt());
        List<String> outcomes = world.opportunities.history(world.ann, deal.id()).stream()
                .filter(line -> line.kind().equals("outcome")).map(line -> line.from() + ">" + line.to()).toList();
        assertEquals(List.of("open>lost", "lost>won", "won>lost"), outcomes);
        assertEquals(World.NEW, world.opportunities.restore(Call.of(world.ann), deal.id(), new RestoreRequest(null)).value().stageId());
    }

    @Test
    public void salesperson_works_on_team_records_but_deletes_none_of_them() {
        Opportunity deal = world.make(World.of("Deal", World.QUALIFIED, 3L, 1L, null));
        assertEquals(new Permissions(true, false), world.opportunities.get(world.ann, deal.id()).can());
        assertEquals(new Permissions(true, true), world.opportunities.get(world.mia, deal.id()).can());
        assertEquals("lost", lose(deal, World.NO_BUDGET, null).outcome());
        assertEquals("forbidden", refusal(() -> world.opportunities.delete(Call.of(world.ann), deal.id())));
        assertEquals("forbidden", refusal(() -> world.opportunities.bulk(Call.of(world.ann),
                OpportunityBulk.all(List.of(deal.id()), new OpportunityBulk.Delete()))));
    }

    @Test
    public void salesperson_only_reads_team_records_where_the_workspace_says_so() {
        Opportunity deal = world.make(World.of("Deal", World.QUALIFIED, 3L, 1L, null));
        world.directory.teamRecords(false);
        Actor ann = world.directory.actor(1);
        world.directory.teamRecords(true);
        assertEquals(new Permissions(false, false), world.opportunities.get(ann, deal.id()).can());
        assertEquals("forbidden", refusal(() -> world.opportunities.lose(Call.of(ann), deal.id(),
                new LostRequest(World.NO_BUDGET, null, null, null))));
    }

    @Test
    public void salesperson_cannot_lose_another_teams_and_strangers_do_not_even_see_it() {
        Opportunity deal = world.make(World.of("Deal", World.QUALIFIED, 3L, 1L, null));
        assertEquals("not_found", refusal(() -> world.opportunities.lose(Call.of(world.bob), deal.id(),
                new LostRequest(World.NO_BUDGET, null, null, null))));
        world.follow(deal.id(), 2);
        assertEquals("forbidden", refusal(() -> world.opportunities.win(Call.of(world.bob), deal.id(), new WonRequest(null))));
        assertEquals("Deal", world.opportunities.get(world.bob, deal.id()).name());
    }

    @Test
    public void deleting_takes_everything_along_and_is_for_owners_and_managers() {
        Opportunity deal = world.make("Deal");
        assertEquals("not_found", refusal(() -> world.opportunities.delete(Call.of(world.bob), deal.id())));
        world.opportunities.delete(Call.of(world.mia), deal.id());
        assertEquals("not_found", refusal(() -> world.opportunities.get(world.root, deal.id())));
        assertEquals("pipeline.OpportunityDeleted", world.told().get(world.told().size() - 1));
        assertTrue(world.opportunities.find(RecordRef.opportunity(deal.id())).isEmpty());
        assertNotNull(world.make("Next"));
    }

    private Opportunity lose(Opportunity deal, long reason, String note) {
        return world.opportunities.lose(Call.of(world.ann), deal.id(), new LostRequest(reason, null, note, null)).value();
    }

    private static String refusal(org.junit.function.ThrowingRunnable call) {
        return assertThrows(CrmException.class, call).code();
    }
}
