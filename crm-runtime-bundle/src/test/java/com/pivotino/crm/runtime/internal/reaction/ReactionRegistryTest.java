package com.pivotino.crm.runtime.internal.reaction;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class ReactionRegistryTest {

    private final ReactionRegistry registry = new ReactionRegistry();

    @Test
    public void turns_go_by_ranking_then_service_id_then_those_that_are_away() {
        registry.remember(Map.of("low", all(), "high", all(), "older", all(), "away", all()));
        come("low", -1, 1);
        come("older", 0, 2);
        come("younger", 0, 3);
        come("high", 5, 4);
        List.of("low", "older", "younger", "high").forEach(registry::ready);
        assertEquals(List.of("high", "older", "younger", "low", "away"), ids());
    }

    @Test
    public void until_it_is_ready_a_known_reaction_counts_as_away() {
        registry.remember("one", all());
        come("one", 0, 1);
        assertEquals(List.of(new ReactionRegistry.Turn("one", null)), registry.turns("a.B"));
        registry.ready("one");
        assertTrue(registry.turns("a.B").get(0).service() != null);
    }

    @Test
    public void an_unknown_one_that_is_not_ready_has_no_turn() {
        come("new", 0, 1);
        assertEquals(List.of(), registry.turns("a.B"));
    }

    @Test
    public void while_a_bundle_is_replaced_the_better_of_two_services_reacts_once() {
        registry.remember("one", all());
        Reaction old = come("one", 0, 1);
        registry.ready("one");
        Reaction fresh = come("one", 0, 2);
        assertEquals(1, registry.turns("a.B").size());
        registry.go(old);
        assertFalse(registry.isHere(old));
        assertEquals(List.of(new ReactionRegistry.Turn("one", fresh)), registry.turns("a.B"));
    }

    private List<String> ids() {
        return registry.turns("a.B").stream().map(ReactionRegistry.Turn::id).toList();
    }

    private Reaction come(String id, int ranking, long serviceId) {
        Reaction reaction = (event, transaction) -> { };
        // Every lambda above is one object: make each service its own.
        Reaction own = (event, transaction) -> reaction.react(event, transaction);
        registry.come(id, all(), new Plugin<>(own, Map.of("service.ranking", ranking, "service.id", serviceId)));
        return own;
    }

    private static TypePatterns all() {
        return TypePatterns.of(List.of("*"));
    }
}
