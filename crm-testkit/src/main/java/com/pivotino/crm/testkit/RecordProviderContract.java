package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.record.RecordProvider;
import com.pivotino.crm.api.record.RecordSummary;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@link RecordProvider} must keep. Extend it, and JUnit runs these tests for yours. */
public abstract class RecordProviderContract {

    /** The provider under test; always the same within one test. */
    protected abstract RecordProvider provider();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    /** A record that it knows. */
    protected abstract RecordRef known();

    @Test
    public void it_names_its_record_type() {
        assertEquals(known().type(), properties().get(RecordProvider.TYPE));
    }

    @Test
    public void it_tells_title_and_readers_of_a_record() {
        RecordSummary summary = provider().find(known()).orElseThrow();
        assertEquals(known(), summary.record());
        assertFalse(summary.title().isBlank());
        assertNotNull(summary.access());
    }

    @Test
    public void it_is_empty_for_records_that_are_not_there_and_for_other_types() {
        assertEquals(Optional.empty(), provider().find(new RecordRef(known().type(), Long.MAX_VALUE)));
        assertEquals(Optional.empty(), provider().find(new RecordRef("unheard-of", known().id())));
    }

    @Test
    public void it_says_the_same_to_eight_threads() throws Exception {
        PluginChecks.sameFromEightThreads(() -> provider().find(known()));
    }

    @Test
    public void it_answers_in_less_than_250_ms() throws Exception {
        PluginChecks.quick("find()", () -> provider().find(known()));
        assertTrue(provider().find(known()).isPresent());
    }
}
