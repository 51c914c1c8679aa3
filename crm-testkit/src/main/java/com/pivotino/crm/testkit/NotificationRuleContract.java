package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.notification.spi.Audience;
import com.pivotino.crm.api.notification.spi.NotificationRule;
import com.pivotino.crm.api.plugin.Plugin;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** What every {@link NotificationRule} must keep. Extend it, and JUnit runs these tests for yours. */
public abstract class NotificationRuleContract {

    private static final Audience NOBODY = new Audience(Set.of(), null, Set.of());

    /** The rule under test; always the same within one test. */
    protected abstract NotificationRule rule();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    /** An event of which it tells somebody. */
    protected abstract DomainEvent event();

    /** Whom the event concerns already. */
    protected Audience audience() {
        return new Audience(Set.of(PersonRef.user(1), PersonRef.user(2)), PersonRef.user(1), Set.of());
    }

    @Test
    public void it_names_the_types_that_it_is_asked_about() {
        Plugin<NotificationRule> plugin = new Plugin<>(rule(), properties());
        assertFalse(NotificationRule.TYPES + " is required", plugin.values(NotificationRule.TYPES).isEmpty());
        assertTrue("its own event is one of them", plugin.matches(NotificationRule.TYPES, event().type()));
    }

    @Test
    public void it_names_users_and_the_same_again() {
        Set<String> named = rule().recipients(event(), audience());
        assertFalse("somebody is told of " + event().type(), named.isEmpty());
        named.forEach(person -> assertTrue(person + " is not of the form user:7", person.matches("user:[1-9]\\d{0,17}")));
        assertEquals("An event may be delivered twice", named, rule().recipients(event(), audience()));
    }

    @Test
    public void it_is_at_ease_with_nobody_around_with_unknown_types_and_with_an_event_that_says_more() {
        assertNotNull(rule().recipients(event(), NOBODY));
        DomainEvent e = event();
        String json = e.json().equals("{}") ? "{\"unheard\":1}" : "{\"unheard\":1," + e.json().substring(1);
        assertNotNull(rule().recipients(new SampleEvent(e.id(), e.type(), e.record(), null, null, e.at(), e.causeId(), e.cause(),
                e.hop(), e.position(), json), audience()));
        assertNotNull(rule().recipients(new SampleEvent("unknown", "somebody.ElsesEvent", e.record(), e.actor(), e.actorName(), e.at(),
                e.causeId(), e.cause(), e.hop(), e.position(), "{}"), audience()));
    }

    @Test
    public void it_says_the_same_to_eight_threads() throws Exception {
        PluginChecks.sameFromEightThreads(() -> rule().recipients(event(), audience()));
    }

    @Test
    public void it_answers_in_less_than_250_ms() throws Exception {
        PluginChecks.quick("recipients()", () -> rule().recipients(event(), audience()));
    }
}
