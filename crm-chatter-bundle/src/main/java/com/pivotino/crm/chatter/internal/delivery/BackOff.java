package com.pivotino.crm.chatter.internal.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a delivery waits after it failed: 1 s, 10 s, 1 min, 10 min, 1 h, then it is given up. */
final class BackOff {

    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1),
            Duration.ofMinutes(10), Duration.ofHours(1));

    private BackOff() {
    }

    /** @param failures so far, this one included; at least 1 */
    static Optional<Duration> after(int failures) {
        return failures > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(failures - 1));
    }
}
