package com.pivotino.crm.runtime.internal.plugin;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls plugins on threads of their own. A call that takes too long is left alone, never interrupted: it may be in the
 * database. While one hangs, no other call of the same plugin is begun, so that a plugin holds few threads at worst.
 */
public final class PluginCalls implements PluginInvoker, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginCalls.class);
    private static final long DEFAULT_TIMEOUT_MS = 2_000;
    private static final long MAX_TIMEOUT_MS = 10_000;
    private static final int MAX_REMEMBERED = 500;

    private final Clock clock;
    private final Map<Key, PluginRecord> records = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor pool;

    /** One registration of one service. */
    private record Key(int identity, long serviceId) {
    }

    public PluginCalls(Clock clock, int threads) {
        this.clock = clock;
        pool = new ThreadPoolExecutor(0, threads, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), action -> {
            Thread thread = new Thread(action, "crm-plugin-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public <S, R> PluginAnswer<R> ask(Plugin<S> plugin, Function<S, R> question) {
        PluginRecord record = record(plugin);
        if (record.inQuarantine(clock.instant())) {
            return new PluginAnswer<>(null, "quarantined", record.lastProblem());
        }
        PluginAnswer<R> answer = call(plugin, question, record);
        if (!answer.failed()) {
            record.succeeded();
        } else if (record.failed(answer.failure() + ": " + answer.detail(), clock.instant())) {
            LOG.warn("The plugin {} failed too often and is left out for a while; at last: {}", name(plugin),
                    answer.detail());
        }
        return answer;
    }

    /** Asks with a deadline only: the answer that counts is that of now, however often there was none before. */
    public <S, R> PluginAnswer<R> askNow(Plugin<S> plugin, Function<S, R> question) {
        return call(plugin, question, record(plugin));
    }

    /** What is known of every plugin that was asked lately. */
    public List<PluginRecord.State> states() {
        return records.values().stream().map(record -> record.state(clock.instant())).toList();
    }

    @Override
    public void close() {
        pool.shutdown();
    }

    private <S, R> PluginAnswer<R> call(Plugin<S> plugin, Function<S, R> question, PluginRecord record) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeout(plugin));
        try {
            if (!finished(record.hanging(), deadline)) {
                return new PluginAnswer<>(null, "timeout", "an earlier call is still on its way");
            }
            FutureTask<R> call = new FutureTask<>(() -> question.apply(plugin.service()));
            ClassLoader loader = plugin.service().getClass().getClassLoader();
            pool.execute(() -> within(loader, call));
            return settled(call, deadline, record);
        } catch (RejectedExecutionException e) {
            return new PluginAnswer<>(null, "timeout", "no thread was free");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PluginAnswer<>(null, "timeout", "the caller was interrupted");
        }
    }

    private static <R> PluginAnswer<R> settled(FutureTask<R> call, long deadline, PluginRecord record)
            throws InterruptedException {
        try {
            R value = call.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return value == null ? new PluginAnswer<>(null, "null_answer", "it answered null")
                    : new PluginAnswer<>(value, null, null);
        } catch (ExecutionException e) {
            return new PluginAnswer<>(null, "exception", e.getCause().toString());
        } catch (TimeoutException e) {
            record.hangs(call);
            return new PluginAnswer<>(null, "timeout", "no answer in time");
        }
    }

    private static boolean finished(Future<?> hanging, long deadline) throws InterruptedException {
        if (hanging == null || hanging.isDone()) {
            return true;
        }
        try {
            hanging.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            LOG.debug("The late call failed", e);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static void within(ClassLoader loader, Runnable call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            call.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private PluginRecord record(Plugin<?> plugin) {
        if (records.size() > MAX_REMEMBERED) {
            records.values().removeIf(record -> !record.state(clock.instant()).failing());
        }
        Key key = new Key(System.identityHashCode(plugin.service()), plugin.serviceId());
        return records.computeIfAbsent(key, fresh -> new PluginRecord(name(plugin), plugin.serviceId()));
    }

    private static String name(Plugin<?> plugin) {
        Object name = plugin.properties().get("component.name");
        return name == null ? plugin.service().getClass().getName() : name.toString();
    }

    private static long timeout(Plugin<?> plugin) {
        Object value = plugin.properties().get(TIMEOUT);
        long wanted = value instanceof Number number ? number.longValue() : DEFAULT_TIMEOUT_MS;
        return Math.max(1, Math.min(wanted, MAX_TIMEOUT_MS));
    }
}
