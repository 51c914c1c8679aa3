package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

public class StageGuardTest extends OnWorld {

    @After
    public void totalsAreRight() {
        world.requireRightTotals();
    }

    private final List<StageGuard> present = new ArrayList<>();
    private final List<StageMove> asked = new ArrayList<>();

    @After
    public void takeAway() {
        present.forEach(world.opportunities::removeGuard);
    }

    @Test
    public void B1_denied_by_guard_keeps_stage_and_names_guard_code_and_fields() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        world.events.clear();
        guard("budget-check", 0, move -> StageVerdict.deny("no_budget_known", "Ask for the budget first.",
                new FieldProblem("expectedRevenue", "required", "Ask.")));
        CrmException refused = refusal(() -> move(deal, World.PROPOSITION));
        assertEquals("guard_refused", refused.code());
        assertEquals("Ask for the budget first.", refused.getMessage());
        assertEquals("budget-check", refused.extras().get("guard"));
        assertEquals("no_budget_known", refused.extras().get("reason"));
        assertEquals("expectedRevenue", refused.fields().get(0).field());
        assertEquals(deal, world.get(deal.id()));
        assertTrue(world.told().isEmpty());
        assertEquals(World.PROPOSITION, asked.get(0).target().id());
        assertEquals(deal, asked.get(0).opportunity());
    }

    @Test
    public void B1_guards_are_asked_about_winning_losing_and_nothing_that_is_no_move() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        guard("all", 0, move -> StageVerdict.allow());
        move(deal, World.QUALIFIED);
        assertEquals(0, asked.size());
        assertEquals("lost_reason_required", refusal(() -> world.opportunities.lose(Call.of(world.ann), deal.id(),
                new LostRequest(null, null, null, null))).code());
        assertEquals(0, asked.size());
        world.opportunities.lose(Call.of(world.ann), deal.id(), new LostRequest(World.NO_BUDGET, null, "n", null));
        world.opportunities.win(Call.of(world.ann), deal.id(), new WonRequest(null));
        assertEquals(List.of(World.LOST, World.WON), asked.stream().map(move -> move.target().id()).toList());
        assertEquals(Long.valueOf(World.NO_BUDGET), asked.get(0).lostReasonId());
    }

    @Test
    public void B1_failing_guard_refuses_unless_the_operator_lets_it_fail() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        guard("lenient", 0, move -> {
            throw new IllegalStateException("broken");
        });
        assertEquals(World.PROPOSITION, move(deal, World.PROPOSITION));
        guard("strict", 0, move -> {
            throw new IllegalStateException("broken");
        });
        CrmException refused = refusal(() -> move(deal, World.QUALIFIED));
        assertEquals("guard.failed", refused.extras().get("reason"));
        assertEquals("strict", refused.extras().get("guard"));
        assertEquals(World.PROPOSITION, world.get(deal.id()).stageId());
        world.opportunities.configured(World.letting("lenient", "strict"));
        assertEquals("Without a restart", World.QUALIFIED, move(deal, World.QUALIFIED));
        world.opportunities.configured(World.letting("lenient"));
        assertEquals("guard.failed", refusal(() -> move(deal, World.PROPOSITION)).extras().get("reason"));
    }

    @Test
    public void B1_silent_guard_refuses_too() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        guard("silent", 0, move -> null);
        assertEquals("guard.failed", refusal(() -> move(deal, World.NEW)).extras().get("reason"));
    }

    @Test
    public void B1_higher_ranking_is_asked_first_and_only_about_its_stages() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        guard("low", -1, move -> StageVerdict.deny("low", "low"));
        guard("high", 5, move -> StageVerdict.deny("high", "high"));
        assertEquals("high", refusal(() -> move(deal, World.NEW)).getMessage());
        takeAway();
        present.clear();
        guard("won only", 0, move -> StageVerdict.deny("no", "no"), StageGuard.STAGE, new long[] {World.WON});
        assertEquals(World.NEW, move(deal, World.NEW));
        assertEquals("no", refusal(() -> move(deal, World.WON)).getMessage());
    }

    @Test
    public void B1_card_that_changes_while_the_guard_thinks_is_shown_to_it_again() {
        Opportunity deal = world.makeIn(World.QUALIFIED);
        guard("slow", 0, move -> {
            if (asked.size() == 1) {
                world.opportunities.update(Call.of(world.mia), deal.id(), new MergePatch(Map.of("name", "Renamed")));
            }
            return StageVerdict.allow();
        });
        assertEquals(World.PROPOSITION, move(deal, World.PROPOSITION));
        assertEquals(List.of("Card", "Renamed"), asked.stream().map(move -> move.opportunity().name()).toList());
    }

    private void guard(String name, int ranking, StageGuard guard, Object... more) {
        StageGuard asking = move -> {
            asked.add(move);
            return guard.check(move);
        };
        Map<String, Object> properties = new HashMap<>(Map.of(StageGuard.NAME, name, "service.ranking", ranking));
        for (int i = 0; i < more.length; i += 2) {
            properties.put((String) more[i], more[i + 1]);
        }
        world.opportunities.addGuard(asking, properties);
        present.add(asking);
    }

    private long move(Opportunity deal, long stage) {
        return world.opportunities.move(Call.of(world.ann), deal.id(), MoveRequest.to(stage)).value().stageId();
    }

    private static CrmException refusal(org.junit.function.ThrowingRunnable call) {
        return assertThrows(CrmException.class, call);
    }
}
