package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.spi.StageProposal;
import com.pivotino.crm.api.pipeline.spi.StageTrigger;
import com.pivotino.crm.api.plugin.Plugin;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@link StageTrigger} must keep. Extend it, and JUnit runs these tests for yours. */
public abstract class StageTriggerContract {

    /** The trigger under test; always the same within one test. */
    protected abstract StageTrigger trigger();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    /** An event on which it proposes a move of {@link #opportunity}. */
    protected abstract DomainEvent event();

    /** The card that it proposes to move. */
    protected abstract Opportunity opportunity();

    @Test
    public void it_names_the_types_that_it_hears_of() {
        Plugin<StageTrigger> plugin = new Plugin<>(trigger(), properties());
        assertFalse(StageTrigger.TYPES + " is required", plugin.values(StageTrigger.TYPES).isEmpty());
        assertTrue("its own event is one of them", plugin.matches(StageTrigger.TYPES, event().type()));
    }

    @Test
    public void it_proposes_a_stage_and_the_same_again() {
        Optional<StageProposal> proposal = trigger().propose(event(), opportunity());
        assertFalse(proposal.orElseThrow().stage().isBlank());
        assertEquals("An event may be delivered twice", proposal, trigger().propose(event(), opportunity()));
    }

    @Test
    public void it_is_at_ease_with_a_card_that_has_nothing_and_with_an_event_that_says_more() {
        assertNotNull(trigger().propose(event(), SampleOpportunity.minimal()));
        DomainEvent e = event();
        String json = e.json().equals("{}") ? "{\"unheard\":1}" : "{\"unheard\":1," + e.json().substring(1);
        assertNotNull(trigger().propose(new SampleEvent(e.id(), e.type(), e.record(), e.actor(), e.actorName(), e.at(),
                e.causeId(), e.cause(), e.hop(), e.position(), json), opportunity()));
    }

    @Test
    public void it_says_the_same_to_eight_threads() throws Exception {
        PluginChecks.sameFromEightThreads(() -> trigger().propose(event(), opportunity()));
    }

    @Test
    public void it_answers_in_less_than_250_ms() throws Exception {
        PluginChecks.quick("propose()", () -> trigger().propose(event(), opportunity()));
    }
}
