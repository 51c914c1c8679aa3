package com.pivotino.crm.testkit;

import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.activity.spi.ActivityTypeDefinition;
import com.pivotino.crm.api.activity.spi.ActivityTypeProvider;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** What every {@link ActivityTypeProvider} must keep. Extend it, and JUnit runs these tests for yours. */
public abstract class ActivityTypeProviderContract {

    /** The provider under test; always the same within one test. */
    protected abstract ActivityTypeProvider provider();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    @Test
    public void it_has_a_stable_id() {
        Object id = properties().get(ActivityTypeProvider.ID);
        assertTrue(ActivityTypeProvider.ID + " is a text", id instanceof String text && !text.isBlank());
    }

    @Test
    public void its_types_are_acceptable_and_each_key_is_there_once() {
        Set<String> keys = new HashSet<>();
        for (ActivityTypeDefinition type : provider().types()) {
            assertTrue("key " + type.key(), type.key().matches("[a-z][a-z0-9_]{0,39}"));
            assertTrue("once: " + type.key(), keys.add(type.key()));
            assertTrue("name of " + type.key(), !type.name().isBlank() && type.name().length() <= 80);
            assertTrue("icon of " + type.key(), !type.icon().isBlank() && type.icon().length() <= 40);
            assertTrue("category of " + type.key(),
                    Set.of("todo", "email", "call", "meeting", "letter", "upload").contains(type.category()));
            assertTrue("unit of " + type.key(), Set.of("days", "weeks", "months", "businessDays").contains(type.dueUnit()));
            assertTrue("days of " + type.key(), type.dueDays() == null || type.dueDays() >= 0 && type.dueDays() <= 3650);
            assertTrue("outcomes of " + type.key(), type.outcomes().size() <= 20
                    && type.outcomes().stream().allMatch(text -> !text.isBlank() && text.length() <= 40));
        }
    }

    @Test
    public void it_says_the_same_to_eight_threads() throws Exception {
        PluginChecks.sameFromEightThreads(provider()::types);
    }

    @Test
    public void it_answers_in_less_than_250_ms() throws Exception {
        PluginChecks.quick("types()", provider()::types);
    }
}
