package com.pivotino.crm.runtime.internal.schedule;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.thread.Worker;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs when they are due, each on one node at a time and on a thread of its own. */
public final class Scheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private static final long LOOK_MS = 1000;
    private static final long PATIENCE_SECONDS = 20;

    private final JobStore store;
    private final Clock clock;
    private final String node;
    private final Map<ScheduledJob, Plugin<ScheduledJob>> jobs = new ConcurrentHashMap<>();
    private final Map<String, Long> notBefore = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> claims = new ConcurrentHashMap<>();
    private final Worker worker = new Worker("crm-scheduler");
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS,
            new SynchronousQueue<>(), Scheduler::thread);

    public Scheduler(Database database, Clock clock, String node) {
        this.store = new JobStore(database);
        this.clock = clock;
        this.node = node;
    }

    public void start() {
        worker.every(LOOK_MS, this::look);
    }

    /** @return why it is left out, or null */
    public String come(Plugin<ScheduledJob> job) {
        if (name(job).isBlank()) {
            return "it has no " + ScheduledJob.NAME;
        }
        if (every(job) < 1) {
            return name(job) + " has no " + ScheduledJob.EVERY_SECONDS;
        }
        jobs.put(job.service(), job);
        return null;
    }

    public void go(ScheduledJob job) {
        jobs.remove(job);
    }

    /** Renews the claims of running jobs, looks which jobs are due, and starts them. */
    public void look() {
        hold();
        Set<String> seen = new HashSet<>();
        List<Plugin<ScheduledJob>> best = jobs.values().stream().sorted().filter(job -> seen.add(name(job))).toList();
        Set<String> resting = best.isEmpty() ? Set.of() : store.resting();
        for (Plugin<ScheduledJob> job : best) {
            long now = System.nanoTime();
            if (!resting.contains(name(job)) && now - notBefore.getOrDefault(name(job), now) >= 0 && running.add(name(job))) {
                notBefore.put(name(job), now + TimeUnit.SECONDS.toNanos(Math.max(1, every(job) / 10)));
                pool.execute(() -> run(job));
            }
        }
    }

    /** Keeps the claims of the jobs that are running here; a node that dies does not, and loses them after half a minute. */
    public void hold() {
        claims.forEach(this::renew);
    }

    @Override
    public void close() {
        jobs.clear();
        worker.close();
        pool.shutdown();
        try {
            if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Jobs are still at work after {} s: {}", PATIENCE_SECONDS, running);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Plugin<ScheduledJob> job) {
        String name = name(job);
        try {
            long token = jobs.containsKey(job.service()) ? store.claim(name, node, every(job)) : 0;
            if (token > 0) {
                claims.put(name, token);
                String problem = problem(job);
                claims.remove(name);
                store.end(name, token, problem);
            }
        } catch (RuntimeException e) {
            LOG.warn("The job {} was not run: {}", name, e.toString());
        } finally {
            claims.remove(name);
            running.remove(name);
        }
    }

    private void renew(String name, long token) {
        if (!store.renew(name, token) && claims.remove(name, token)) {
            LOG.warn("The job {} still runs here, but its claim was lost: another node may run it too", name);
        }
    }

    private String problem(Plugin<ScheduledJob> job) {
        try {
            job.service().run(clock.instant());
            return null;
        } catch (Throwable e) {
            LOG.warn("The job {} failed", name(job), e);
            return e.toString();
        }
    }

    private static String name(Plugin<ScheduledJob> job) {
        return String.valueOf(job.properties().getOrDefault(ScheduledJob.NAME, ""));
    }

    private static long every(Plugin<ScheduledJob> job) {
        return job.properties().get(ScheduledJob.EVERY_SECONDS) instanceof Number number ? number.longValue() : 0;
    }

    private static Thread thread(Runnable action) {
        Thread thread = new Thread(action, "crm-job");
        thread.setDaemon(true);
        return thread;
    }
}
