package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewLostReason;
import com.pivotino.crm.api.pipeline.NewStage;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.ReasonAdoption;
import com.pivotino.crm.api.pipeline.ReasonProposal;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

public class ConfigurationTest extends OnWorld {

    @After
    public void totalsAreRight() {
        world.requireRightTotals();
    }

    @Test
    public void P2_default_pipeline_and_reasons_are_there() {
        List<Stage> stages = world.stages.list(world.bob, World.query(50)).items();
        assertEquals(List.of("New", "First Activity", "Qualified", "Proposition", "Won", "Lost"),
                stages.stream().map(Stage::name).toList());
        assertEquals(List.of(10, 20, 40, 70, 100, 0), stages.stream().map(Stage::probability).toList());
        assertTrue(stages.get(5).folded());
        assertFalse(stages.get(4).folded());
        assertEquals(8, world.reasons.list(world.bob, World.query(50)).items().size());
    }

    @Test
    public void only_managers_configure() {
        assertEquals("forbidden", refusal(() -> world.stages.create(Call.of(world.ann), stage("x", "normal"))));
        assertEquals("forbidden", refusal(() -> world.stages.update(Call.of(world.ann), 3, patch("name", "x"))));
        assertEquals("forbidden", refusal(() -> world.stages.delete(Call.of(world.ann), 3, null)));
        assertEquals("forbidden", refusal(() -> world.reasons.create(Call.of(world.ann), new NewLostReason("x", null, null))));
        assertEquals("forbidden", refusal(() -> world.reasons.update(Call.of(world.ann), 1, patch("name", "x"))));
        assertEquals("forbidden", refusal(() -> world.reasons.delete(Call.of(world.ann), 1)));
        assertEquals("forbidden", refusal(() -> world.reasons.proposals(world.ann, World.query(50))));
        assertEquals("forbidden", refusal(() -> world.reasons.adopt(Call.of(world.ann), new ReasonAdoption("x", null, null))));
    }

    @Test
    public void P2_changes_that_break_the_pipeline_are_refused_and_leave_it_as_it_was() {
        assertEquals("validation_failed", refusal(() -> world.stages.create(Call.of(world.mia), stage("Also new", "new"))));
        assertEquals("validation_failed", refusal(() -> world.stages.update(Call.of(world.mia), World.WON, patch("kind", "lost"))));
        assertEquals("validation_failed", refusal(() -> world.stages.update(Call.of(world.mia), World.LOST, patch("active", false))));
        assertEquals("validation_failed", refusal(() -> world.stages.delete(Call.of(world.mia), World.NEW, null)));
        assertEquals("validation_failed", refusal(() -> world.stages.create(Call.of(world.mia), stage("x", "maybe"))));
        assertEquals("validation_failed", refusal(() -> world.stages.create(Call.of(world.mia), stage(" ", "normal"))));
        assertEquals(6, world.stages.list(world.ann, World.query(50, "active", "all")).items().size());
    }

    @Test
    public void P4_stage_in_use_is_archived_with_its_cards_moved_in_their_order() {
        Stage trial = world.stages.create(Call.of(world.mia), stage("Trial", "normal"));
        assertEquals("stage_in_use", refusal(() -> {
            world.makeIn(trial.id());
            world.stages.delete(Call.of(world.mia), trial.id(), null);
        }));
        world.makeIn(trial.id());
        List<Long> cards = world.ids(world.ann, trial.id());
        assertEquals("stage_in_use", refusal(() -> world.stages.update(Call.of(world.mia), trial.id(), patch("active", false))));
        assertEquals("validation_failed", refusal(() -> archive(trial, World.WON)));
        assertEquals("validation_failed", refusal(() -> archive(trial, trial.id())));
        assertFalse(archive(trial, World.QUALIFIED).active());
        assertEquals(cards, world.ids(world.ann, World.QUALIFIED));
        assertEquals("archived", assertThrows(CrmException.class, () -> world.opportunities.move(Call.of(world.ann), cards.get(0),
                MoveRequest.to(trial.id()))).fields().get(0).code());
        assertEquals("stage", world.opportunities.history(world.ann, cards.get(0)).get(1).kind());
    }

    @Test
    public void P4_won_cards_keep_their_date_when_their_stage_is_archived() {
        Stage signed = world.stages.create(Call.of(world.mia), stage("Signed", "won"));
        Opportunity deal = world.makeIn(signed.id());
        world.crm.clock().advance(java.time.Duration.ofDays(1));
        world.stages.delete(Call.of(world.mia), signed.id(), World.WON);
        Opportunity moved = world.get(deal.id());
        assertEquals(World.WON, moved.stageId());
        assertEquals(deal.closedAt(), moved.closedAt());
        assertEquals("won", moved.outcome());
    }

    @Test
    public void P16_restore_to_an_archived_stage_goes_to_the_nearest_of_its_kind() {
        Stage trial = world.stages.create(Call.of(world.mia), new NewStage("Trial", "normal", 39, 50, null, null, null));
        Opportunity deal = world.makeIn(trial.id());
        lose(deal, World.NO_BUDGET, null);
        world.stages.update(Call.of(world.mia), trial.id(), patch("active", false));
        assertEquals(World.PROPOSITION, world.opportunities.restore(Call.of(world.ann), deal.id(),
                new com.pivotino.crm.api.pipeline.RestoreRequest(null)).value().stageId());
    }

    @Test
    public void stage_edits_honour_versions_and_change_nothing_when_nothing_changes() {
        Stage stage = world.stages.create(Call.of(world.mia), stage("Trial", "normal"));
        Call stale = new Call(world.mia, "api", stage.version() + 7);
        assertEquals(stage, world.stages.update(stale, stage.id(), patch("name", "Trial")));
        assertEquals("version_conflict", refusal(() -> world.stages.update(stale, stage.id(), patch("name", "Pilot"))));
        Stage renamed = world.stages.update(new Call(world.mia, "api", stage.version()), stage.id(), patch("name", "Pilot"));
        assertEquals(stage.version() + 1, renamed.version());
        assertEquals("unknown_field", refusal(() -> world.stages.update(Call.of(world.mia), stage.id(), patch("colour", "x"))));
        assertEquals("validation_failed", refusal(() -> world.stages.update(Call.of(world.mia), stage.id(), patch("color", "red"))));
        world.stages.delete(Call.of(world.mia), stage.id(), null);
        assertEquals("not_found", refusal(() -> world.stages.get(world.mia, stage.id())));
    }

    @Test
    public void P3_a_stage_with_other_teams_cards_cannot_become_one_teams() {
        Stage trial = world.stages.create(Call.of(world.mia), stage("Trial", "normal"));
        world.make(World.of("Deal", trial.id(), 1L, 1L, null));
        assertEquals("stage_in_use", refusal(() -> world.stages.update(Call.of(world.mia), trial.id(), patch("teamId", 2))));
        assertEquals(Long.valueOf(1), world.stages.update(Call.of(world.mia), trial.id(), patch("teamId", 1)).teamId());
    }

    @Test
    public void P15_used_reasons_are_archived_stay_shown_and_are_refused_for_new_losses() {
        LostReason reason = world.reasons.create(Call.of(world.mia), new NewLostReason("Merger", null, true));
        Opportunity deal = world.makeIn(World.QUALIFIED);
        lose(deal, reason.id(), "They merged");
        assertEquals("reason_in_use", refusal(() -> world.reasons.delete(Call.of(world.mia), reason.id())));
        assertFalse(world.reasons.update(Call.of(world.mia), reason.id(), patch("active", false)).active());
        assertEquals("Merger", world.get(deal.id()).lostReason().name());
        Opportunity other = world.makeIn(World.QUALIFIED);
        assertEquals("validation_failed", refusal(() -> lose(other, reason.id(), "note")));
        assertTrue(world.reasons.list(world.ann, World.query(50)).items().stream().noneMatch(r -> r.id() == reason.id()));
        assertEquals(List.of(reason.id()), world.reasons.list(world.ann, World.query(50, "active", "false")).items().stream()
                .map(LostReason::id).toList());
    }

    @Test
    public void P15_unused_reasons_can_be_deleted_and_names_are_taken_once() {
        LostReason reason = world.reasons.create(Call.of(world.mia), new NewLostReason("Merger", 5, null));
        assertEquals("Merger", world.reasons.list(world.ann, World.query(50)).items().get(0).name());
        assertEquals("validation_failed", refusal(() -> world.reasons.create(Call.of(world.mia), new NewLostReason("MERGER", null, null))));
        world.reasons.delete(Call.of(world.mia), reason.id());
        assertEquals(8, world.reasons.list(world.ann, World.query(50)).items().size());
    }

    @Test
    public void P15_proposals_become_reasons_and_records_are_re_pointed() {
        List<Opportunity> deals = new ArrayList<>();
        for (String proposal : new String[] {"Hiring freeze", "hiring FREEZE", "Moved"}) {
            Opportunity deal = world.makeIn(World.QUALIFIED);
            world.opportunities.lose(Call.of(world.ann), deal.id(), new LostRequest(World.NO_BUDGET, proposal, null, null));
            deals.add(deal);
        }
        List<ReasonProposal> proposals = world.reasons.proposals(world.mia, World.query(50)).items();
        assertEquals(List.of(2L, 1L), proposals.stream().map(ReasonProposal::count).toList());
        assertEquals("No budget", proposals.get(0).closest().name());
        LostReason adopted = world.reasons.adopt(Call.of(world.mia), new ReasonAdoption("Hiring freeze", null, null));
        assertEquals("Hiring freeze", adopted.name());
        for (Opportunity deal : deals.subList(0, 2)) {
            assertEquals("Hiring freeze", world.get(deal.id()).lostReason().name());
            assertNull(world.get(deal.id()).proposedReason());
        }
        assertEquals("Moved", world.get(deals.get(2).id()).proposedReason());
        assertEquals(2, world.told().stream().filter("pipeline.OpportunityChanged"::equals).count());
        assertEquals("not_found", refusal(() -> world.reasons.adopt(Call.of(world.mia), new ReasonAdoption("Hiring freeze", null, null))));
    }

    @Test
    public void short_lists_page_too() {
        Page<Stage> first = world.stages.list(world.ann, World.query(4));
        Page<Stage> rest = world.stages.list(world.ann, new ListQuery(4, first.next(), null, true, Map.of()));
        assertEquals(4, first.items().size());
        assertEquals(List.of(5L, 6L), rest.items().stream().map(Stage::id).toList());
        assertNull(rest.next());
        assertEquals(Long.valueOf(6), rest.total());
    }

    private Stage archive(Stage stage, long target) {
        return world.stages.update(Call.of(world.mia), stage.id(),
                new MergePatch(Map.of("active", false, "targetStageId", target)));
    }

    private void lose(Opportunity deal, long reason, String note) {
        world.opportunities.lose(Call.of(world.ann), deal.id(), new LostRequest(reason, null, note, null));
    }

    private static NewStage stage(String name, String kind) {
        return new NewStage(name, kind, null, null, null, null, null);
    }

    private static MergePatch patch(String member, Object value) {
        return new MergePatch(Map.of(member, value));
    }

    private static String refusal(org.junit.function.ThrowingRunnable call) {
        return assertThrows(CrmException.class, call).code();
    }
}
