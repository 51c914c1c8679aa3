package com.pivotino.crm.api.plugin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.Test;

public class PluginsTest {

    @ExtensionPoint(required = "kind.id", exclusive = "kind.id")
    private interface Kind extends Supplier<String> {
    }

    private final Plugins<Kind> kinds = Plugins.of(Kind.class);
    private final Plugins<Supplier<String>> open = open();

    @Test
    public void sorted_by_ranking_then_by_service_id() {
        open.come(() -> "late", Map.of("service.id", 9L));
        open.come(() -> "early", Map.of("service.id", 3L));
        open.come(() -> "first", Map.of("service.id", 20L, "service.ranking", 5));
        assertEquals(List.of("first", "early", "late"), says(open.used()));
    }

    @Test
    public void changed_ranking_and_properties_are_read_again() {
        Supplier<String> one = () -> "one";
        open.come(one, Map.of("service.id", 1L, "types", "pipeline.*"));
        open.come(() -> "two", Map.of("service.id", 2L, "service.ranking", 1));
        assertEquals(List.of("two", "one"), says(open.used()));
        long before = open.changes();
        open.come(one, Map.of("service.id", 1L, "service.ranking", 2, "types", "activity.*"));
        assertEquals(List.of("one", "two"), says(open.used()));
        assertEquals(List.of("two"), says(open.matching("types", "pipeline.StageChanged")));
        assertTrue(open.changes() > before);
    }

    @Test
    public void patterns_select_and_an_absent_property_means_all() {
        open.come(() -> "all", Map.of("service.id", 1L));
        open.come(() -> "prefix", Map.of("service.id", 2L, "types", new String[] {"chatter.Posted", "pipeline.*"}));
        open.come(() -> "exact", Map.of("service.id", 3L, "types", List.of("pipeline.StageChanged")));
        open.come(() -> "numbers", Map.of("service.id", 4L, "types", new long[] {7, 8}));
        open.come(() -> "nothing", Map.of("service.id", 5L, "types", new String[0]));
        assertEquals(List.of("all", "prefix", "exact"), says(open.matching("types", "pipeline.StageChanged")));
        assertEquals(List.of("all", "prefix"), says(open.matching("types", "pipeline.Won")));
        assertEquals(List.of("all", "numbers"), says(open.matching("types", 8L)));
    }

    @Test
    public void loser_of_an_exclusive_value_is_shadowed_until_the_winner_goes() {
        Kind partner = kind("partner", Map.of("kind.id", "mail"));
        kind("ours", Map.of("kind.id", "mail", "service.ranking", -100));
        kind("other", Map.of("kind.id", "chat", "service.ranking", -5));
        assertEquals(List.of("partner", "other"), says(kinds.used()));
        assertEquals(List.of("ours"), says(kinds.shadowed()));
        assertEquals("partner", kinds.best("kind.id", "mail").orElseThrow().service().get());
        kinds.go(partner);
        assertEquals(List.of("other", "ours"), says(kinds.used()));
        assertTrue(kinds.shadowed().isEmpty());
    }

    @Test
    public void a_missing_required_property_is_listed_until_it_is_there() {
        Kind lacking = kind("lacking", Map.of("component.name", "acme.Chat"));
        assertTrue(kinds.isEmpty());
        assertEquals("it has no kind.id", kinds.invalid().get(0).problem());
        assertEquals("acme.Chat", kinds.invalid().get(0).plugin().name());
        assertTrue(kinds.come(lacking, Map.of("kind.id", "chat")));
        assertTrue(kinds.invalid().isEmpty());
        assertFalse(kinds.come(lacking, Map.of("kind.id", " ")));
        kinds.go(lacking);
        assertTrue(kinds.invalid().isEmpty());
    }

    private Kind kind(String says, Map<String, Object> properties) {
        Kind kind = () -> says;
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("service.id", (long) all.size());
        kinds.come(kind, all);
        return kind;
    }

    @SuppressWarnings("unchecked")
    private static Plugins<Supplier<String>> open() {
        return Plugins.of((Class<Supplier<String>>) (Class<?>) Supplier.class);
    }

    private static List<String> says(List<? extends Plugin<? extends Supplier<String>>> plugins) {
        return plugins.stream().map(plugin -> plugin.service().get()).toList();
    }
}
