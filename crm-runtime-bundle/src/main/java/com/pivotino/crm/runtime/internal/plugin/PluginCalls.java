package com.pivotino.crm.runtime.internal.plugin;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls plugins on threads of their own, at most four at once for each plugin. A call that takes too long is left alone, never
 * interrupted: it may be in the database. While one is overdue, no other call of the same plugin is begun.
 */
public final class PluginCalls implements PluginInvoker, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginCalls.class);
    private static final long DEFAULT_TIMEOUT_MS = 2_000;
    private static final long MAX_TIMEOUT_MS = 10_000;
    private static final long LASTING_NS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int MAX_REMEMBERED = 500;
    private static final String BUSY = "others are asking it";
    private static final String FULL = "no thread was free";
    private static final String INTERRUPTED = "the caller was interrupted";
    private static final Set<String> NOT_ITS_FAULT = Set.of(BUSY, FULL, INTERRUPTED);

    private final Clock clock;
    private final CallJournal journal;
    private final Map<Key, PluginRecord> records = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor pool;
    private volatile Set<String> disabled = Set.of();

    /** One registration of one service. */
    private record Key(int identity, long serviceId) {
    }

    PluginCalls(Clock clock, int threads, CallJournal journal) {
        this.clock = clock;
        this.journal = journal;
        pool = new ThreadPoolExecutor(0, threads, 30, TimeUnit.SECONDS, new SynchronousQueue<>(),
                action -> new PluginThread(action, "crm-plugin-" + count.incrementAndGet()));
        journal.verdicts().forEach((name, verdict) -> LOG.warn("The plugin {} was at work when the process ended. {}", name,
                verdict == CallJournal.Verdict.HOLD ? "It is left out until crm:plugin enable " + name + "."
                : "It is left out for a while."));
    }

    @Override
    public <S, R> PluginAnswer<R> ask(Plugin<S> plugin, Function<S, R> question) {
        if (disabled.contains(plugin.name())) {
            return new PluginAnswer<>(null, PluginAnswer.DISABLED, "the operator has disabled it");
        }
        PluginRecord record = record(plugin);
        if (!record.admit(clock.instant())) {
            return new PluginAnswer<>(null, "quarantined", record.lastProblem());
        }
        PluginAnswer<R> answer = call(plugin, question, record);
        if (!answer.failed()) {
            record.succeeded();
        } else if (NOT_ITS_FAULT.contains(answer.detail())) {
            record.unsure();
        } else if (record.failed(answer.failure() + ": " + answer.detail(), clock.instant())) {
            LOG.warn("The plugin {} failed too often and is left out for a while; at last: {}", plugin.name(), answer.detail());
        }
        return answer;
    }

    @Override
    public void shadowed(Plugin<?> plugin, boolean wholly, String reason) {
        record(plugin).shadowed(wholly, reason);
    }

    /** Asks with a deadline only: the answer that counts is that of now, however often there was none before. */
    public <S, R> PluginAnswer<R> askNow(Plugin<S> plugin, Function<S, R> question) {
        return call(plugin, question, record(plugin));
    }

    /** What is known of every plugin that was asked and is still registered. */
    public List<PluginRecord.State> states() {
        return records.values().stream().map(record -> record.state(clock.instant())).toList();
    }

    /** Replaces the names of the plugins that are not asked. */
    public void disable(Set<String> names) {
        disabled = Set.copyOf(names);
    }

    public Set<String> disabled() {
        return disabled;
    }

    /** Ends the quarantine of a plugin, whatever the reason. */
    public void enable(String name) {
        journal.pardon(name);
        records.values().stream().filter(record -> record.name().equals(name)).forEach(PluginRecord::succeeded);
    }

    /** A service is no longer registered. */
    public void forget(long serviceId) {
        records.keySet().removeIf(key -> key.serviceId == serviceId);
    }

    @Override
    public void close() {
        pool.shutdown();
        journal.close();
    }

    private <S, R> PluginAnswer<R> call(Plugin<S> plugin, Function<S, R> question, PluginRecord record) {
        long timeout = TimeUnit.MILLISECONDS.toNanos(timeout(plugin));
        long deadline = System.nanoTime() + timeout;
        try {
            PluginRecord.Pass pass = record.enter(deadline, timeout);
            if (pass == null) {
                return new PluginAnswer<>(null, "timeout", record.hangs() ? "an earlier call is still on its way" : BUSY);
            }
            PluginCall<S, R> call = new PluginCall<>(plugin, question, () -> ended(record, pass));
            begin(call, record, pass);
            return answer(call, deadline, record, pass);
        } catch (RejectedExecutionException e) {
            return new PluginAnswer<>(null, "timeout", FULL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PluginAnswer<>(null, "timeout", INTERRUPTED);
        }
    }

    private void begin(Runnable call, PluginRecord record, PluginRecord.Pass pass) {
        journal.began(record.name());
        try {
            pool.execute(call);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            ended(record, pass);
            throw e;
        }
    }

    private <R> PluginAnswer<R> answer(PluginCall<?, R> call, long deadline, PluginRecord record, PluginRecord.Pass pass)
            throws InterruptedException {
        PluginAnswer<R> early = call.await(Math.min(LASTING_NS, deadline - System.nanoTime()));
        if (early != null) {
            return early;
        }
        if (record.lasts(pass)) {
            journal.lasts(record.name());
        }
        PluginAnswer<R> late = call.await(deadline - System.nanoTime());
        if (late != null) {
            return late;
        }
        return switch (record.given(pass)) {
            case ENDED_MEANWHILE -> call.answer();
            case OVERDUE -> new PluginAnswer<>(null, "timeout", "no answer in time");
            case WAITED_FOR_OTHERS -> new PluginAnswer<>(null, "timeout", BUSY);
        };
    }

    private void ended(PluginRecord record, PluginRecord.Pass pass) {
        journal.ended(record.name(), record.leave(pass));
    }

    private PluginRecord record(Plugin<?> plugin) {
        if (records.size() > MAX_REMEMBERED) {
            records.values().removeIf(record -> record.isIdle(clock.instant()));
        }
        Key key = new Key(System.identityHashCode(plugin.service()), plugin.serviceId());
        return records.computeIfAbsent(key, fresh -> new PluginRecord(plugin.name(), plugin.serviceId(),
                journal.verdict(plugin.name()), clock.instant()));
    }

    private static long timeout(Plugin<?> plugin) {
        Object value = plugin.properties().get(TIMEOUT);
        long wanted = value instanceof Number number ? number.longValue() : DEFAULT_TIMEOUT_MS;
        return Math.max(1, Math.min(wanted, MAX_TIMEOUT_MS));
    }
}
