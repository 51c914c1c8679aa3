package com.pivotino.crm.runtime.internal.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** 1 s, 10 s, 1 min, 10 min, 1 h, then never. */
public final class BackOff {

    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(10),
            Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

    private BackOff() {
    }

    /**
     * When to try again.
     *
     * @param failures how many tries have failed, at least 1
     * @return null if it is to be parked
     */
    public static Instant next(int failures, Instant now) {
        return failures > WAITS.size() ? null : now.plus(WAITS.get(failures - 1));
    }
}
