package com.pivotino.crm.runtime.internal.plugin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;

public class PluginCallsTest {

    private final MovableClock clock = new MovableClock();
    private final PluginCalls calls = new PluginCalls(clock, 8);
    private final CountDownLatch release = new CountDownLatch(1);

    @After
    public void end() {
        release.countDown();
        calls.close();
    }

    @Test
    public void an_answer_is_an_answer() {
        PluginAnswer<String> answer = ask(plugin(() -> "yes", 1));
        assertFalse(answer.failed());
        assertEquals("yes", answer.value());
    }

    @Test
    public void null_exceptions_and_errors_are_data() {
        assertEquals("null_answer", ask(plugin(() -> null, 1)).failure());
        assertEquals("exception", ask(plugin(() -> {
            throw new IllegalStateException("broken");
        }, 1)).failure());
        assertEquals("exception", ask(plugin(() -> {
            throw new NoClassDefFoundError("gone");
        }, 1)).failure());
        assertEquals("exception", ask(plugin(PluginCallsTest::endless, 1)).failure());
    }

    @Test
    public void a_hanging_call_ends_at_the_deadline_and_holds_one_thread_only() {
        AtomicInteger begun = new AtomicInteger();
        Plugin<Supplier<String>> hanging = plugin(() -> {
            begun.incrementAndGet();
            hang();
            return "late";
        }, 1);
        for (int i = 0; i < 4; i++) {
            assertEquals("timeout", ask(hanging).failure());
        }
        assertEquals(1, begun.get());
    }

    @Test
    public void a_hanging_plugin_does_not_disturb_another() {
        ask(plugin(() -> {
            hang();
            return "late";
        }, 1));
        assertEquals("yes", ask(plugin(() -> "yes", 2)).value());
    }

    @Test
    public void after_the_hanging_call_has_ended_the_plugin_is_asked_again() throws InterruptedException {
        CountDownLatch once = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Plugin<Supplier<String>> slow = plugin(() -> {
            if (begun.incrementAndGet() == 1) {
                awaitQuietly(once);
            }
            return "yes";
        }, 1);
        assertEquals("timeout", ask(slow).failure());
        once.countDown();
        assertEquals("yes", calls.ask(new Plugin<>(slow.service(), Map.of("service.id", 1L)), Supplier::get).value());
    }

    @Test
    public void five_failures_in_a_row_mean_five_minutes_of_quarantine() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<String> service = () -> {
            if (asked.incrementAndGet() <= 5) {
                throw new IllegalStateException("broken");
            }
            return "well again";
        };
        Plugin<Supplier<String>> plugin = plugin(service, 1);
        for (int i = 0; i < 5; i++) {
            assertEquals("exception", ask(plugin).failure());
        }
        assertEquals("quarantined", ask(plugin).failure());
        assertEquals(5, asked.get());
        assertTrue(calls.states().get(0).failing());
        clock.now = clock.now.plus(Duration.ofMinutes(5));
        assertEquals("well again", ask(plugin).value());
        assertFalse(calls.states().get(0).failing());
    }

    @Test
    public void a_success_in_between_and_a_new_registration_end_the_count() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<String> service = () -> {
            if (asked.incrementAndGet() % 5 == 0) {
                return "now and then";
            }
            throw new IllegalStateException("broken");
        };
        for (int i = 0; i < 20; i++) {
            assertFalse("quarantined".equals(ask(plugin(service, 1)).failure()));
        }
        Supplier<String> broken = () -> {
            throw new IllegalStateException("broken");
        };
        for (int i = 0; i < 6; i++) {
            ask(plugin(broken, 2));
        }
        assertEquals("quarantined", ask(plugin(broken, 2)).failure());
        assertEquals("exception", ask(plugin(broken, 3)).failure());
    }

    @Test
    public void it_runs_with_the_plugins_class_loader_and_not_on_the_callers_thread() {
        Thread[] thread = new Thread[1];
        ClassLoader[] loader = new ClassLoader[1];
        Supplier<String> service = () -> {
            thread[0] = Thread.currentThread();
            loader[0] = thread[0].getContextClassLoader();
            return "yes";
        };
        ask(plugin(service, 1));
        assertFalse(thread[0] == Thread.currentThread());
        assertSame(service.getClass().getClassLoader(), loader[0]);
    }

    private PluginAnswer<String> ask(Plugin<Supplier<String>> plugin) {
        return calls.ask(plugin, Supplier::get);
    }

    private static Plugin<Supplier<String>> plugin(Supplier<String> service, long serviceId) {
        return new Plugin<>(service, Map.of("service.id", serviceId, PluginInvoker.TIMEOUT, 100L));
    }

    private void hang() {
        awaitQuietly(release);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("a plugin's thread must never be interrupted", e);
        }
    }

    private static String endless() {
        return endless();
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-06-03T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
