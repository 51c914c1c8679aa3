package com.pivotino.crm.runtime.internal.thread;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread for work that comes back. It is never interrupted: a thread that is interrupted inside H2 takes the
 * database with it.
 */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long PATIENCE_SECONDS = 20;

    private final String name;
    private final ScheduledThreadPoolExecutor executor;

    public Worker(String name) {
        this.name = name;
        executor = new ScheduledThreadPoolExecutor(1, action -> {
            Thread thread = new Thread(action, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Runs it soon; a failure is logged. Nothing happens once this is closed. */
    public void soon(Runnable action) {
        later(0, action);
    }

    /** Runs it after some milliseconds. */
    public void later(long milliseconds, Runnable action) {
        try {
            executor.schedule(guarded(action), milliseconds, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is closed", name, e);
        }
    }

    /** Runs it now and then, with this many milliseconds between two runs. */
    public void every(long milliseconds, Runnable action) {
        executor.scheduleWithFixedDelay(guarded(action), milliseconds, milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Waits for the run that is on its way, and starts no other. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} is still at work after {} s", name, PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Runnable guarded(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                if (!executor.isShutdown()) {
                    LOG.warn("{}: {}", name, e.toString(), e);
                }
            }
        };
    }
}
