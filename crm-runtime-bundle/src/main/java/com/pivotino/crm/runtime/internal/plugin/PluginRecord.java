package com.pivotino.crm.runtime.internal.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;

/** What one registration of a plugin has done so far. */
public final class PluginRecord {

    private static final int TOO_MANY = 5;
    private static final Duration QUARANTINE = Duration.ofMinutes(5);

    private final String name;
    private final long serviceId;
    private int failures;
    private Instant quarantineUntil;
    private String lastProblem;
    private Future<?> hanging;

    /**
     * For the operator.
     *
     * @param failures         in a row
     * @param quarantinedUntil or null
     * @param problem          the last one, or null after a success
     */
    public record State(String name, long serviceId, int failures, Instant quarantinedUntil, String problem) {

        public boolean failing() {
            return failures > 0;
        }
    }

    PluginRecord(String name, long serviceId) {
        this.name = name;
        this.serviceId = serviceId;
    }

    /** When the time is over, one call is let through: its success ends the quarantine, its failure renews it. */
    synchronized boolean inQuarantine(Instant now) {
        return quarantineUntil != null && now.isBefore(quarantineUntil);
    }

    synchronized String lastProblem() {
        return lastProblem;
    }

    synchronized void succeeded() {
        failures = 0;
        quarantineUntil = null;
        lastProblem = null;
    }

    /** True if this failure puts it into quarantine. */
    synchronized boolean failed(String problem, Instant now) {
        failures++;
        lastProblem = problem;
        if (failures < TOO_MANY) {
            return false;
        }
        quarantineUntil = now.plus(QUARANTINE);
        return true;
    }

    synchronized void hangs(Future<?> call) {
        hanging = call;
    }

    synchronized Future<?> hanging() {
        return hanging;
    }

    synchronized State state(Instant now) {
        return new State(name, serviceId, failures, inQuarantine(now) ? quarantineUntil : null, lastProblem);
    }
}
