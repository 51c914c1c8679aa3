package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.pipeline.spi.StageDefinition;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.api.pipeline.spi.StageProvider;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Test;

/** Stages that come with a partner's bundle and go with it (CONVENTIONS, StageProvider). */
public class StageProviderTest extends OnWorld {
    private static final StageDefinition REVIEW = new StageDefinition("acme.review", "Legal review", 35, 55);
    private static final StageDefinition QUALIFIED = new StageDefinition("qualified", "Qualified", "normal", 30, 40, false,
            "#7c3aed");
    private final List<StageProvider> present = new ArrayList<>();

    @After
    public void takeAway() {
        present.forEach(world.providedStages::removeProvider);
        world.stages.list(world.root, World.query(50));
        world.requireRightTotals();
    }

    @Test
    public void a_provided_stage_stands_on_the_board_at_its_place_and_cards_enter_it() {
        provide(0, REVIEW);
        List<Stage> stages = stages();
        assertEquals(List.of("New", "First Activity", "Qualified", "Legal review", "Proposition", "Won", "Lost"),
                stages.stream().map(Stage::name).toList());
        Opportunity deal = move(world.makeIn(World.QUALIFIED), review().id());
        assertEquals(55, deal.probability());
        assertEquals(1, world.column(world.ann, review().id()).count());
    }

    @Test
    public void the_stage_of_a_provider_that_is_away_can_be_left_and_not_entered() {
        StageProvider provider = provide(0, REVIEW);
        Opportunity inside = move(world.makeIn(World.QUALIFIED), review().id());
        Opportunity outside = world.makeIn(World.QUALIFIED);
        Opportunity won = world.opportunities.win(Call.of(world.ann), move(world.makeIn(World.NEW), review().id()).id(),
                new WonRequest(null)).value();
        remove(provider);
        assertFalse(review().available());
        assertEquals("Legal review", world.column(world.ann, review().id()).stage().name());
        CrmException refused = assertThrows(CrmException.class, () -> move(outside, review().id()));
        assertEquals("stage_unavailable", refused.fields().get(0).code());
        Opportunity restored = world.opportunities.restore(Call.of(world.ann), won.id(), new RestoreRequest(null)).value();
        assertEquals("a restored card goes to the nearest stage", World.QUALIFIED, restored.stageId());
        assertEquals(World.PROPOSITION, move(inside, World.PROPOSITION).stageId());
        provide(0, REVIEW);
        assertTrue(review().available());
        assertEquals(review().id(), move(outside, review().id()).stageId());
    }

    @Test
    public void a_failing_provider_makes_its_stages_unavailable_until_it_answers_again() {
        boolean[] broken = {false};
        StageProvider provider = () -> {
            if (broken[0]) {
                throw new IllegalStateException("broken");
            }
            return List.of(REVIEW);
        };
        provide(0, provider);
        assertTrue(review().available());
        broken[0] = true;
        world.providedStages.updatedProvider(provider, Map.of("service.ranking", 0));
        assertFalse(review().available());
        broken[0] = false;
        world.crm.clock().set(world.crm.clock().instant().plusSeconds(31));
        assertTrue(review().available());
    }

    @Test
    public void the_higher_ranking_defines_a_key_that_two_bring_and_the_other_follows_when_it_goes() {
        provide(0, new StageDefinition("acme.review", "Low", 35, 10));
        StageProvider high = provide(5, new StageDefinition("acme.review", "High", 35, 90));
        assertEquals("High", review().name());
        long id = review().id();
        remove(high);
        assertEquals("Low", review().name());
        assertEquals(10, review().probability());
        assertEquals(id, review().id());
        assertEquals(7, stages().size());
    }

    @Test
    public void a_partner_redefines_a_stage_of_the_product_and_gives_it_back_when_it_goes() {
        StageProvider partner = provide(0, new StageDefinition("qualified", "Needs checked", "normal", 30, 45, false, null));
        assertEquals("Needs checked", world.stages.get(world.root, World.QUALIFIED).name());
        remove(partner);
        Stage back = world.stages.get(world.root, World.QUALIFIED);
        assertEquals(QUALIFIED.name(), back.name());
        assertEquals(QUALIFIED.color(), back.color());
    }

    @Test
    public void what_a_manager_edited_stays_and_a_deleted_stage_does_not_come_back() {
        StageProvider provider = provide(0, REVIEW);
        world.stages.update(Call.of(world.mia), review().id(), new MergePatch(Map.of("name", "Lawyers")));
        remove(provider);
        StageProvider newer = provide(0, new StageDefinition("acme.review", "Legal check", 36, 60));
        assertEquals("Lawyers", review().name());
        assertEquals(60, review().probability());
        assertEquals(36, review().sequence());
        world.stages.delete(Call.of(world.mia), review().id(), null);
        remove(newer);
        provide(0, REVIEW);
        assertEquals(Optional.empty(), find());
    }

    @Test
    public void a_definition_that_does_not_fit_is_left_out_and_the_others_count() {
        provide(0, new StageDefinition("acme.second", "Second start", "new", 5, 0, false, null), REVIEW,
                new StageDefinition("Acme Bad Key", "Bad", 36, 0), new StageDefinition("acme.colour", "C", "normal", 1, 0,
                        false, "red"));
        assertEquals(7, stages().size());
        assertTrue(find().isPresent());
    }

    @Test
    public void a_provider_for_one_team_gives_its_stage_to_that_team_alone() {
        StageProvider provider = () -> List.of(REVIEW);
        world.providedStages.addProvider(provider, Map.of("service.ranking", 0, StageProvider.PIPELINE, new long[] {2}));
        present.add(provider);
        assertEquals(Long.valueOf(2), review().teamId());
        CrmException refused = assertThrows(CrmException.class, () -> move(world.makeIn(World.NEW), review().id()));
        assertEquals("other_team", refused.fields().get(0).code());
    }

    @Test
    public void a_guard_is_bound_to_a_stage_by_its_key() {
        provide(0, REVIEW);
        List<StageMove> asked = new ArrayList<>();
        StageGuard guard = move -> {
            asked.add(move);
            return StageVerdict.deny("contract_missing", "Attach the contract first.");
        };
        world.opportunities.addGuard(guard, Map.of(StageGuard.NAME, "contract", StageGuard.STAGE, new String[] {"acme.review"}));
        try {
            Opportunity deal = world.makeIn(World.QUALIFIED);
            assertEquals("guard_refused", assertThrows(CrmException.class, () -> move(deal, review().id())).code());
            assertEquals(World.PROPOSITION, move(deal, World.PROPOSITION).stageId());
            assertEquals(1, asked.size());
        } finally {
            world.opportunities.removeGuard(guard);
        }
    }

    private StageProvider provide(int ranking, StageDefinition... stages) {
        return provide(ranking, () -> List.of(stages));
    }

    private StageProvider provide(int ranking, StageProvider provider) {
        world.providedStages.addProvider(provider, Map.of("service.ranking", ranking));
        present.add(provider);
        return provider;
    }

    private void remove(StageProvider provider) {
        world.providedStages.removeProvider(provider);
        present.remove(provider);
    }

    private List<Stage> stages() {
        return world.stages.list(world.root, World.query(50)).items();
    }

    private Optional<Stage> find() {
        return stages().stream().filter(stage -> "acme.review".equals(stage.key())).findFirst();
    }

    private Stage review() {
        return find().orElseThrow();
    }

    private Opportunity move(Opportunity deal, long stage) {
        return world.opportunities.move(Call.of(world.ann), deal.id(), new MoveRequest(stage, null, null, null, null, null,
                null, null, null)).value();
    }
}
