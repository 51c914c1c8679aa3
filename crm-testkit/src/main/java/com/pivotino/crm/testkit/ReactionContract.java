package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.plugin.Plugin;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/**
 * What every {@link Reaction} must keep. Extend it, and JUnit runs these tests for yours. A reaction needs a transaction:
 * {@link #deliver} runs it in one, with {@link CrmHarness#acts}, and commits.
 */
public abstract class ReactionContract {

    /** The reaction under test; always the same within one test. */
    protected abstract Reaction reaction();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    /** Events that it does something on, with ids of their own. */
    protected abstract List<DomainEvent> events();

    /** Lets it react inside an act that commits: {@code crm.acts().run(act, tx -> { reaction.react(event, tx); return null; })}. */
    protected abstract void deliver(Reaction reaction, DomainEvent event);

    /** What it has done so far: a value with equals, such as the rows of its table. */
    protected abstract Object effects();

    @Test
    public void it_has_a_stable_id_and_names_its_types() {
        Plugin<Reaction> plugin = new Plugin<>(reaction(), properties());
        Object id = properties().get(Reaction.ID);
        assertTrue(Reaction.ID + " is a text", id instanceof String text && !text.isBlank());
        assertFalse(Reaction.TYPES + " is required", plugin.values(Reaction.TYPES).isEmpty());
        events().forEach(event -> assertTrue(event.type() + " is one of them", plugin.matches(Reaction.TYPES, event.type())));
        assertTrue(Reaction.START, List.of("latest", "earliest").contains(properties().getOrDefault(Reaction.START, "latest")));
    }

    @Test
    public void an_event_that_comes_twice_has_one_effect() {
        for (DomainEvent event : events()) {
            Object before = effects();
            deliver(reaction(), event);
            Object once = effects();
            assertNotEquals("It does something on " + event.type(), before, once);
            deliver(reaction(), event);
            assertEquals("The second delivery of " + event.type() + " has no effect", once, effects());
        }
    }

    @Test
    public void members_that_it_does_not_know_do_no_harm() {
        DomainEvent event = events().get(0);
        String json = event.json().equals("{}") ? "{\"unheard\":1}" : "{\"unheard\":1," + event.json().substring(1);
        deliver(reaction(), new SampleEvent(event.id() + "-more", event.type(), event.record(), event.actor(), event.actorName(),
                event.at(), event.causeId(), event.cause(), event.hop(), event.position(), json));
    }

    @Test
    public void it_takes_less_than_250_ms_an_event() throws Exception {
        for (DomainEvent event : events()) {
            PluginChecks.quick(event.type(), () -> {
                deliver(reaction(), event);
                return null;
            });
        }
    }
}
