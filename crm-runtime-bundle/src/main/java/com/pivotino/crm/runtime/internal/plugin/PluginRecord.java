package com.pivotino.crm.runtime.internal.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What one registration of a plugin has done so far, and which of its calls are on their way. */
public final class PluginRecord {

    private static final int TOO_MANY = 5;
    private static final int AT_ONCE = 4;
    private static final Duration QUARANTINE = Duration.ofMinutes(5);

    private final String name;
    private final long serviceId;
    private int failures;
    private Instant quarantineUntil;
    private boolean probing;
    private String lastProblem;
    private Shadow shadow;
    private final Set<Pass> inFlight = new HashSet<>();

    /**
     * For the operator.
     *
     * @param failures         in a row
     * @param quarantined      whether it is left out
     * @param quarantinedUntil null if it is not, or if it stays so until the operator enables it
     * @param problem          the last one, or null after a success
     * @param shadow           what of its answers is not used, or null
     */
    public record State(String name, long serviceId, int failures, boolean quarantined, Instant quarantinedUntil, String problem,
            Shadow shadow) {
    }

    /** Answers that are not used. @param wholly whether none is */
    public record Shadow(boolean wholly, String reason) {
    }

    /** One call on its way. Guarded by its record. */
    static final class Pass {
        private final long began = System.nanoTime();
        private final long timeout;
        private final boolean waited;
        private boolean lasting;
        private boolean late;

        Pass(long timeout, boolean waited) {
            this.timeout = timeout;
            this.waited = waited;
        }

        private boolean isOverdue() {
            return late || System.nanoTime() - began > timeout;
        }
    }

    PluginRecord(String name, long serviceId, CallJournal.Verdict verdict, Instant now) {
        this.name = name;
        this.serviceId = serviceId;
        if (verdict != CallJournal.Verdict.NONE) {
            failures = TOO_MANY;
            lastProblem = "the process ended while it was at work";
            quarantineUntil = verdict == CallJournal.Verdict.HOLD ? Instant.MAX : now.plus(QUARANTINE);
        }
    }

    String name() {
        return name;
    }

    /** False in quarantine. When its time is over, one call is let through: success ends it, failure renews it. */
    synchronized boolean admit(Instant now) {
        if (quarantineUntil == null) {
            return true;
        }
        if (now.isBefore(quarantineUntil) || probing) {
            return false;
        }
        probing = true;
        return true;
    }

    synchronized String lastProblem() {
        return lastProblem;
    }

    synchronized void shadowed(boolean wholly, String reason) {
        shadow = reason == null ? null : new Shadow(wholly, reason);
    }

    synchronized void succeeded() {
        failures = 0;
        quarantineUntil = null;
        probing = false;
        lastProblem = null;
    }

    /** True if this failure puts it into quarantine. */
    synchronized boolean failed(String problem, Instant now) {
        failures++;
        probing = false;
        lastProblem = problem;
        if (failures < TOO_MANY || quarantineUntil != null && now.isBefore(quarantineUntil)) {
            return false;
        }
        quarantineUntil = now.plus(QUARANTINE);
        return true;
    }

    /**
     * Waits until a call may begin; null if there was no room before the deadline.
     *
     * @param timeout how long the plugin may take, in nanoseconds
     */
    synchronized Pass enter(long deadline, long timeout) throws InterruptedException {
        boolean waited = false;
        while (hangs() || inFlight.size() >= AT_ONCE) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return null;
            }
            waited = true;
            wait(left);
        }
        Pass pass = new Pass(timeout, waited);
        inFlight.add(pass);
        return pass;
    }

    /** Notes that a call takes long; false if it has ended meanwhile. */
    synchronized boolean lasts(Pass pass) {
        pass.lasting = inFlight.contains(pass);
        return pass.lasting;
    }

    /** What a call is whose caller does not wait any more. */
    enum Late { ENDED_MEANWHILE, OVERDUE, WAITED_FOR_OTHERS }

    /**
     * Nobody waits for a call any more. One that had to wait for others before it began has not had its whole time, and that
     * is not the plugin's fault; it counts as overdue when that time is over.
     */
    synchronized Late given(Pass pass) {
        if (!inFlight.contains(pass)) {
            return Late.ENDED_MEANWHILE;
        }
        pass.late = !pass.waited;
        return pass.isOverdue() ? Late.OVERDUE : Late.WAITED_FOR_OTHERS;
    }

    /** A call has ended; answers whether it took long. */
    synchronized boolean leave(Pass pass) {
        inFlight.remove(pass);
        notifyAll();
        return pass.lasting;
    }

    /** It was not asked in the end. */
    synchronized void unsure() {
        probing = false;
    }

    /** Whether a call that took longer than it may is still on its way. */
    synchronized boolean hangs() {
        return inFlight.stream().anyMatch(Pass::isOverdue);
    }

    synchronized boolean isIdle(Instant now) {
        return inFlight.isEmpty() && failures == 0 && shadow == null && (quarantineUntil == null || !now.isBefore(quarantineUntil));
    }

    synchronized State state(Instant now) {
        boolean out = quarantineUntil != null && now.isBefore(quarantineUntil);
        return new State(name, serviceId, failures, out, out && !quarantineUntil.equals(Instant.MAX) ? quarantineUntil : null, lastProblem,
                shadow);
    }
}
