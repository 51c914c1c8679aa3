package com.pivotino.crm.testclock.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/** The machine's time until it is set; then it stands still or runs on from there. */
final class SteeredTime {

    /** Set at some tick of the machine. */
    private record Setting(Instant instant, boolean frozen, long tick) {
    }

    private final Clock machine;
    private final LongSupplier ticks;
    private volatile Setting setting;

    /** @param ticks nanoseconds that only grow */
    SteeredTime(Clock machine, LongSupplier ticks) {
        this.machine = machine;
        this.ticks = ticks;
    }

    Instant instant() {
        Setting now = setting;
        if (now == null) {
            return machine.instant();
        }
        return now.frozen ? now.instant : now.instant.plusNanos(ticks.getAsLong() - now.tick);
    }

    boolean frozen() {
        Setting now = setting;
        return now != null && now.frozen;
    }

    /**
     * Steers it.
     *
     * @param instant the time from now on, or null for what it is
     * @param frozen  whether it stands still, or null for what it does
     */
    synchronized void set(Instant instant, Boolean frozen) {
        Instant from = instant == null ? instant() : instant;
        setting = new Setting(from.truncatedTo(ChronoUnit.MICROS), frozen == null ? frozen() : frozen, ticks.getAsLong());
    }
}
