package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/**
 * What every {@link DomainEventListener} must keep. Extend it, and JUnit runs these tests for yours:
 *
 * <pre>{@code
 * public class MyListenerTest extends DomainEventListenerContract {
 *     protected DomainEventListener listener() { return listener; }
 *     protected Map<String, Object> properties() { return Map.of(DomainEventListener.ID, "acme.my"); }
 *     protected List<DomainEvent> events() { return List.of(SampleEvent.of("1", RecordRef.opportunity(1), body)); }
 *     protected Object effects() { return what it has done so far; }
 * }
 * }</pre>
 */
public abstract class DomainEventListenerContract {

    /** The listener under test; always the same within one test. */
    protected abstract DomainEventListener listener();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    /** Events that it does something on, with ids of their own. */
    protected abstract List<DomainEvent> events();

    /** What it has done so far: a value with equals, such as a list of messages sent. */
    protected abstract Object effects();

    @Test
    public void it_has_a_stable_id() {
        Object id = properties().get(DomainEventListener.ID);
        assertTrue(DomainEventListener.ID + " is a text", id instanceof String text && !text.isBlank());
        Object start = properties().getOrDefault(DomainEventListener.START, "latest");
        assertTrue(DomainEventListener.START, List.of("latest", "earliest").contains(start));
    }

    @Test
    public void an_event_that_comes_twice_has_one_effect() throws Exception {
        for (DomainEvent event : events()) {
            Object before = effects();
            listener().on(event);
            Object once = effects();
            assertFalse("It does something on " + event.type(), before.equals(once));
            listener().on(event);
            assertEquals("The second delivery of " + event.type() + " has no effect", once, effects());
        }
    }

    @Test
    public void types_and_members_that_it_does_not_know_do_no_harm() throws Exception {
        DomainEvent sample = events().get(0);
        Object before = effects();
        listener().on(copy(sample, "unknown-1", "somebody.ElsesEvent", "{\"unheard\":[1,{\"of\":null}]}"));
        assertEquals("An unknown type has no effect", before, effects());
        String json = sample.json();
        String more = json.equals("{}") ? "{\"unheard\":1}" : "{\"unheard\":1," + json.substring(1);
        listener().on(copy(sample, "unknown-2", sample.type(), more));
    }

    @Test
    public void it_may_be_called_by_eight_threads() throws Exception {
        List<DomainEvent> events = events();
        PluginChecks.fromEightThreads(() -> {
            for (DomainEvent event : events) {
                listener().on(event);
            }
            return null;
        });
        Object after = effects();
        for (DomainEvent event : events) {
            listener().on(event);
        }
        assertEquals("Eight deliveries at once have the effect of one", after, effects());
    }

    @Test
    public void it_takes_less_than_250_ms_an_event() throws Exception {
        for (DomainEvent event : events()) {
            PluginChecks.quick(event.type(), () -> {
                listener().on(event);
                return null;
            });
        }
    }

    private static SampleEvent copy(DomainEvent event, String id, String type, String json) {
        return new SampleEvent(id, type, event.record(), event.actor(), event.actorName(), event.at(), event.causeId(),
                event.cause(), event.hop(), event.position(), json);
    }
}
