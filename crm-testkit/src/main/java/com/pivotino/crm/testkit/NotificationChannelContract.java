package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.notification.spi.OutgoingNotification.Recipient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;

/**
 * What every {@link NotificationChannel} must keep. Extend it, and JUnit runs these tests for yours. Whatever the channel
 * sends to must be there: a notification of {@link #sample} is to be {@code DELIVERED}.
 */
public abstract class NotificationChannelContract {

    private static final int DELIVERIES = 16;
    private static final Instant AT = Instant.parse("2026-06-03T10:00:00Z");

    /** The channel under test; always the same within one test. */
    protected abstract NotificationChannel channel();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    /** How many notifications have reached people so far. */
    protected abstract long reached();

    /** A notification that the channel can deliver; override it where it needs rows or people of its own. */
    protected OutgoingNotification sample(long deliveryId) {
        return new OutgoingNotification(deliveryId, "chatter.MessagePosted", "discussions",
                new Recipient(PersonRef.user(1), "Ann", "ann@example.com", Locale.ENGLISH, ZoneOffset.UTC),
                RecordRef.opportunity(1), "Fifty chairs", 7L, "Bob wrote", "<p>The offer is on its way.</p>",
                new NamedPerson("user", 2, "Bob"), AT, "You follow it.");
    }

    @Test
    public void it_has_an_id() {
        Object id = properties().get(NotificationChannel.ID);
        assertTrue(NotificationChannel.ID + " is a key", id instanceof String text && text.matches("[a-z][a-z0-9-]{0,19}"));
    }

    @Test
    public void a_notification_that_comes_twice_reaches_the_person_once() {
        long before = reached();
        assertEquals(DeliveryResult.Outcome.DELIVERED, channel().deliver(sample(101)).outcome());
        assertEquals(DeliveryResult.Outcome.DELIVERED, channel().deliver(sample(101)).outcome());
        assertEquals(before + 1, reached());
    }

    @Test
    public void it_may_be_called_by_eight_threads() throws Exception {
        long before = reached();
        PluginChecks.fromEightThreads(() -> {
            for (long id = 200; id < 200 + DELIVERIES; id++) {
                assertNotNull(channel().deliver(sample(id)));
            }
            return null;
        });
        for (long id = 200; id < 200 + DELIVERIES; id++) {
            channel().deliver(sample(id));
        }
        assertEquals("each once", before + DELIVERIES, reached());
    }

    @Test
    public void the_least_that_a_notification_can_say_is_answered_and_not_thrown() {
        OutgoingNotification least = new OutgoingNotification(301, "somebody.ElsesEvent", "unheard-of",
                new Recipient(null, "", null, Locale.ROOT, ZoneOffset.UTC), null, null, null, "", "", null, AT, null);
        DeliveryResult result = channel().deliver(least);
        assertNotNull(result);
        assertFalse("Nobody to tell is never worth another attempt", result.outcome() == DeliveryResult.Outcome.RETRY);
    }

    @Test
    public void it_takes_less_than_250_ms() throws Exception {
        AtomicLong id = new AtomicLong(401);
        PluginChecks.quick("deliver()", () -> channel().deliver(sample(id.getAndIncrement())));
    }
}
