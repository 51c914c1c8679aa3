package com.pivotino.crm.testkit;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.pipeline.spi.StageDefinition;
import com.pivotino.crm.api.pipeline.spi.StageProvider;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** What every {@link StageProvider} must keep. Extend it, and JUnit runs these tests for yours. */
public abstract class StageProviderContract {

    private static final Set<String> KINDS = Set.of("new", "first_activity", "normal", "won", "lost");

    /** The provider under test; always the same within one test. */
    protected abstract StageProvider provider();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    @Test
    public void its_pipelines_are_ids_of_teams_or_left_out_for_all() {
        Object pipeline = properties().get(StageProvider.PIPELINE);
        assertFalse(StageProvider.PIPELINE + " is left out for all", pipeline != null && pipeline.toString().isBlank());
    }

    @Test
    public void its_stages_are_acceptable_and_each_key_is_there_once() {
        Set<String> keys = new HashSet<>();
        for (StageDefinition stage : provider().stages()) {
            assertTrue("key " + stage.key(), stage.key().matches("[a-z0-9][a-z0-9._-]{0,79}"));
            assertTrue("once: " + stage.key(), keys.add(stage.key()));
            assertTrue("name of " + stage.key(), !stage.name().isBlank() && stage.name().length() <= 100);
            assertTrue("kind of " + stage.key(), KINDS.contains(stage.kind()));
            assertTrue("sequence of " + stage.key(), stage.sequence() >= 0 && stage.sequence() <= 1_000_000);
            assertTrue("probability of " + stage.key(), stage.probability() >= 0 && stage.probability() <= 100);
            assertTrue("color of " + stage.key(), stage.color() == null || stage.color().matches("#[0-9a-fA-F]{6}"));
        }
    }

    @Test
    public void it_says_the_same_to_eight_threads() throws Exception {
        PluginChecks.sameFromEightThreads(provider()::stages);
    }

    @Test
    public void it_answers_in_less_than_250_ms() throws Exception {
        PluginChecks.quick("stages()", provider()::stages);
    }
}
