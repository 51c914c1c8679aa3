package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageProposal;
import com.pivotino.crm.api.pipeline.spi.StageTrigger;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.pipeline.internal.reaction.StageTriggerListener;
import com.pivotino.crm.testkit.DirectPlugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Partners' triggers move cards after the commit (CONVENTIONS, StageTrigger). */
public class StageTriggerTest extends OnWorld {
    private StageTriggerListener listener;
    private final List<String> asked = new ArrayList<>();

    @Before
    public void listen() {
        listener = new StageTriggerListener(world.opportunities, world.stages, new DirectPlugins());
    }

    @After
    public void totalsAreRight() {
        world.requireRightTotals();
    }

    @Test
    public void the_first_proposal_by_ranking_moves_the_card_by_automation() {
        trigger("low", 0, "proposition");
        trigger("none", 9, null);
        trigger("high", 5, "qualified");
        Opportunity deal = world.make("Deal");
        tell("pipeline.OpportunityCreated");
        assertEquals(World.QUALIFIED, world.get(deal.id()).stageId());
        DomainEvent moved = last("pipeline.StageChanged");
        assertEquals("automation", moved.cause());
        assertNull(moved.actor());
        assertEquals(List.of("none", "high"), asked);
    }

    @Test
    public void a_trigger_is_asked_about_its_types_alone() {
        StageTrigger trigger = (event, card) -> Optional.of(StageProposal.to("qualified"));
        listener.addTrigger(trigger, Map.of(StageTrigger.TYPES, "activity.*"));
        Opportunity deal = world.make("Deal");
        tell("pipeline.OpportunityCreated");
        assertEquals(World.NEW, world.get(deal.id()).stageId());
    }

    @Test
    public void two_triggers_do_not_chase_a_card_in_circles() {
        StageTrigger there = (event, card) -> Optional.of(StageProposal.to(
                card.stageId() == World.QUALIFIED ? "proposition" : "qualified"));
        listener.addTrigger(there, Map.of(StageTrigger.TYPES, "pipeline.*"));
        Opportunity deal = world.make("Deal");
        tell("pipeline.OpportunityCreated");
        tell("pipeline.StageChanged");
        assertEquals(World.QUALIFIED, world.get(deal.id()).stageId());
    }

    @Test
    public void a_failing_trigger_an_unknown_stage_and_a_refusing_guard_leave_the_card_and_do_not_throw() {
        StageTrigger broken = (event, card) -> {
            throw new IllegalStateException("broken");
        };
        listener.addTrigger(broken, Map.of(StageTrigger.TYPES, "*", "service.ranking", 9));
        Opportunity deal = world.make("Deal");
        tell("pipeline.OpportunityCreated");
        trigger("unknown", 1, "acme.nowhere");
        tell("pipeline.OpportunityCreated");
        trigger("refused", 5, "qualified");
        StageGuard guard = move -> StageVerdict.deny("no", "No.");
        world.opportunities.addGuard(guard, Map.of(StageGuard.NAME, "never"));
        try {
            tell("pipeline.OpportunityCreated");
        } finally {
            world.opportunities.removeGuard(guard);
        }
        assertEquals(World.NEW, world.get(deal.id()).stageId());
    }

    @Test
    public void a_card_that_changed_meanwhile_is_shown_to_the_trigger_again() {
        Opportunity deal = world.make("Deal");
        boolean[] first = {true};
        StageTrigger trigger = (event, card) -> {
            if (first[0]) {
                first[0] = false;
                world.opportunities.move(Call.of(world.ann), card.id(), MoveRequest.to(World.PROPOSITION));
                return Optional.of(StageProposal.to("qualified"));
            }
            return Optional.empty();
        };
        listener.addTrigger(trigger, Map.of(StageTrigger.TYPES, "*"));
        tell("pipeline.OpportunityCreated");
        assertEquals(World.PROPOSITION, world.get(deal.id()).stageId());
    }

    @Test
    public void losing_takes_the_reason_of_the_proposal() {
        StageTrigger trigger = (event, card) -> Optional.of(new StageProposal("lost", World.NO_BUDGET, "Silent for a year"));
        listener.addTrigger(trigger, Map.of(StageTrigger.TYPES, "*"));
        Opportunity deal = world.make("Deal");
        tell("pipeline.OpportunityCreated");
        assertEquals("lost", world.get(deal.id()).outcome());
    }

    private void trigger(String name, int ranking, String stage) {
        StageTrigger trigger = (event, card) -> {
            asked.add(name);
            return Optional.ofNullable(stage).map(StageProposal::to);
        };
        listener.addTrigger(trigger, Map.of(StageTrigger.TYPES, new String[] {"pipeline.*"}, "service.ranking", ranking));
    }

    private void tell(String type) {
        listener.on(last(type));
    }

    private DomainEvent last(String type) {
        return world.events.stream().filter(event -> event.type().equals(type)).reduce((a, b) -> b).orElseThrow();
    }
}
