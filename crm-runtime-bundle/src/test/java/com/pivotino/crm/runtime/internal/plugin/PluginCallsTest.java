package com.pivotino.crm.runtime.internal.plugin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PluginCallsTest {

    private final MovableClock clock = new MovableClock();
    private final PluginCalls calls = new PluginCalls(clock, 8, CallJournal.none());

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

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
    public void a_list_is_read_on_the_plugins_thread_and_one_that_fails_to_be_read_is_data() {
        List<String> sly = new AbstractList<>() {
            @Override
            public String get(int index) {
                throw new IllegalStateException("not readable");
            }

            @Override
            public int size() {
                return 1;
            }
        };
        Plugin<String> plugin = new Plugin<>("sly", Map.of("service.id", 1L));
        assertEquals("exception", calls.ask(plugin, asked -> sly).failure());
        List<String> changing = new ArrayList<>(List.of("a"));
        List<String> answered = calls.ask(plugin, asked -> changing).value();
        changing.add("b");
        assertEquals("later changes do not reach us", List.of("a"), answered);
    }

    @Test
    public void what_is_shadowed_is_told_until_it_is_used_again() {
        Plugin<String> low = new Plugin<>("low", Map.of("service.id", 1L, "service.ranking", 1, "component.name", "Low"));
        Plugin<String> high = new Plugin<>("high", Map.of("service.id", 2L, "service.ranking", 2, "component.name", "High"));
        Map<Plugin<String>, List<String>> both = new LinkedHashMap<>();
        both.put(high, List.of("a"));
        both.put(low, List.of("a", "b"));
        Plugins.tellShadowed(calls, both);
        PluginRecord.State state = calls.states().stream().filter(one -> one.name().equals("Low")).findFirst().orElseThrow();
        assertFalse("it still has b", state.shadow().wholly());
        assertEquals("a is that of High, which has the higher ranking.", state.shadow().reason());
        Plugins.tellShadowed(calls, Map.of(low, List.of("a", "b")));
        assertTrue(calls.states().stream().allMatch(one -> !one.name().equals("Low") || one.shadow() == null));
    }

    @Test
    public void a_hanging_call_ends_at_the_deadline_and_holds_one_thread_only() {
        AtomicInteger begun = new AtomicInteger();
        Plugin<Supplier<String>> hanging = hasty(() -> {
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
        ask(hasty(() -> {
            hang();
            return "late";
        }, 1));
        assertEquals("yes", ask(plugin(() -> "yes", 2)).value());
    }

    @Test
    public void sixty_four_callers_of_a_hanging_plugin_hold_four_threads_and_others_answer() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        Plugin<Supplier<String>> hanging = hasty(() -> {
            begun.incrementAndGet();
            hang();
            return "late";
        }, 1);
        ExecutorService callers = Executors.newCachedThreadPool();
        try {
            List<Future<String>> failures = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                failures.add(callers.submit(() -> ask(hanging).failure()));
            }
            assertEquals("yes", ask(plugin(() -> "yes", 2)).value());
            for (Future<String> failure : failures) {
                assertTrue(Set.of("timeout", "quarantined").contains(failure.get(10, TimeUnit.SECONDS)));
            }
        } finally {
            callers.shutdown();
        }
        assertEquals(4, begun.get());
        assertEquals("yes", ask(plugin(() -> "yes", 2)).value());
    }

    @Test
    public void a_slow_plugin_under_load_is_not_put_into_quarantine() throws Exception {
        Plugin<Supplier<String>> slow = named(() -> {
            awaitQuietly(new CountDownLatch(1), 120);
            return "yes";
        });
        ExecutorService callers = Executors.newCachedThreadPool();
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(callers.submit(() -> ask(slow).failure()));
            }
            for (Future<String> answer : answers) {
                assertFalse("quarantined".equals(answer.get(10, TimeUnit.SECONDS)));
            }
        } finally {
            callers.shutdown();
        }
        PluginAnswer<String> last = ask(slow);
        assertEquals(last.toString(), "yes", last.value());
    }

    @Test
    public void an_exception_that_cannot_be_printed_is_data() {
        PluginAnswer<String> answer = ask(plugin(() -> {
            throw new IllegalStateException() {
                @Override
                public String getMessage() {
                    throw new IllegalArgumentException("no message either");
                }
            };
        }, 1));
        assertEquals("exception", answer.failure());
        assertFalse(answer.detail().isBlank());
    }

    @Test
    public void an_interrupt_left_behind_does_not_reach_the_next_question() {
        assertEquals("yes", ask(plugin(() -> {
            Thread.currentThread().interrupt();
            return "yes";
        }, 1)).value());
        assertEquals("calm", ask(plugin(() -> Thread.currentThread().isInterrupted() ? "interrupted" : "calm", 2)).value());
    }

    @Test
    public void a_plugin_that_the_operator_disabled_is_not_asked_and_counts_as_absent() {
        AtomicInteger asked = new AtomicInteger();
        Plugin<Supplier<String>> plugin = new Plugin<>(() -> "yes " + asked.incrementAndGet(),
                Map.of("service.id", 1L, "component.name", "acme.Guard"));
        calls.disable(Set.of("acme.Guard"));
        assertEquals("disabled", ask(plugin).failure());
        assertTrue(ask(plugin).disabled());
        assertEquals(0, asked.get());
        calls.disable(Set.of());
        assertEquals("yes 1", ask(plugin).value());
    }

    @Test
    public void a_plugin_that_was_at_work_when_memory_ran_out_stays_out_until_it_is_enabled() throws IOException {
        Path journal = folder.getRoot().toPath().resolve("calls");
        Supplier<String> greedy = () -> {
            hang();
            return "late";
        };
        try (PluginCalls dying = new PluginCalls(clock, 8, CallJournal.open(journal, false))) {
            assertEquals("timeout", dying.ask(named(greedy), Supplier::get).failure());
            // The process ends here: nothing is closed in an orderly way.
            try (PluginCalls next = new PluginCalls(clock, 8, CallJournal.open(journal, true))) {
                Plugin<Supplier<String>> well = named(() -> "well again");
                assertEquals("quarantined", next.ask(well, Supplier::get).failure());
                clock.now = clock.now.plus(Duration.ofDays(1));
                assertEquals("quarantined", next.ask(well, Supplier::get).failure());
                next.enable("acme.Greedy");
                assertEquals("well again", next.ask(well, Supplier::get).value());
            }
        }
    }

    @Test
    public void a_long_call_on_its_way_when_the_process_was_killed_means_quarantine_and_a_short_one_does_not() throws IOException {
        Path journal = folder.getRoot().toPath().resolve("calls");
        try (CallJournal before = CallJournal.open(journal, false)) {
            before.began("acme.Quick");
            before.began("acme.Slow");
            before.lasts("acme.Slow");
            before.began("acme.Done");
            before.lasts("acme.Done");
            before.ended("acme.Done", true);
            CallJournal after = CallJournal.open(journal, false);
            assertEquals(CallJournal.Verdict.NONE, after.verdict("acme.Quick"));
            assertEquals(CallJournal.Verdict.WAIT, after.verdict("acme.Slow"));
            assertEquals(CallJournal.Verdict.NONE, after.verdict("acme.Done"));
            after.began("acme.Slow");
            after.lasts("acme.Slow");
            CallJournal again = CallJournal.open(journal, false);
            assertEquals(CallJournal.Verdict.HOLD, again.verdict("acme.Slow"));
            CallJournal third = CallJournal.open(journal, false);
            assertEquals(CallJournal.Verdict.HOLD, third.verdict("acme.Slow"));
        }
    }

    /** What is told to do something and may act for it. */
    @ExtensionPoint(mayAct = true)
    private interface Doing extends Supplier<String> {
    }

    @Test
    public void a_question_that_changes_something_is_refused_and_a_delivery_is_not() {
        Supplier<String> question = () -> {
            PluginThread.refuseReentry();
            return "changed";
        };
        assertEquals("exception", ask(plugin(question, 1)).failure());
        Doing doing = question::get;
        assertEquals("changed", ask(plugin(doing, 2)).value());
        assertEquals("exception", ask(plugin(question, 3)).failure());
    }

    @Test
    public void after_the_hanging_call_has_ended_the_plugin_is_asked_again() throws InterruptedException {
        CountDownLatch once = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Plugin<Supplier<String>> slow = hasty(() -> {
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
        assertTrue(calls.states().get(0).quarantined());
        clock.now = clock.now.plus(Duration.ofMinutes(5));
        assertEquals("well again", ask(plugin).value());
        assertFalse(calls.states().get(0).quarantined());
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

    /** Its deadline is far, so that a busy machine does not turn an answer into a timeout. */
    private static Plugin<Supplier<String>> plugin(Supplier<String> service, long serviceId) {
        return new Plugin<>(service, Map.of("service.id", serviceId, PluginInvoker.TIMEOUT, 10_000L));
    }

    private static Plugin<Supplier<String>> hasty(Supplier<String> service, long serviceId) {
        return new Plugin<>(service, Map.of("service.id", serviceId, PluginInvoker.TIMEOUT, 100L));
    }

    private static Plugin<Supplier<String>> named(Supplier<String> service) {
        return new Plugin<>(service, Map.of("service.id", 7L, "component.name", "acme.Greedy", PluginInvoker.TIMEOUT, 400L));
    }

    private void hang() {
        awaitQuietly(release);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        awaitQuietly(latch, 30_000);
    }

    private static void awaitQuietly(CountDownLatch latch, long milliseconds) {
        try {
            latch.await(milliseconds, TimeUnit.MILLISECONDS);
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
