package com.pivotino.crm.testclock.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;

public class SteeredTimeTest {

    private static final Instant REAL = Instant.parse("2026-06-03T10:00:00Z");
    private static final Instant SET = Instant.parse("2030-01-01T00:00:00Z");

    private final AtomicLong ticks = new AtomicLong(123);
    private final SteeredTime time = new SteeredTime(Clock.fixed(REAL, ZoneOffset.UTC), ticks::get);

    @Test
    public void it_is_the_machines_time_until_it_is_set() {
        assertEquals(REAL, time.instant());
        assertFalse(time.frozen());
    }

    @Test
    public void frozen_it_stands_still() {
        time.set(SET, true);
        pass(Duration.ofHours(1));
        assertEquals(SET, time.instant());
        assertTrue(time.frozen());
    }

    @Test
    public void not_frozen_it_runs_on_from_there() {
        time.set(SET, false);
        pass(Duration.ofHours(1));
        assertEquals(SET.plus(Duration.ofHours(1)), time.instant());
    }

    @Test
    public void what_is_not_said_stays_as_it_is() {
        time.set(SET, true);
        time.set(SET.plusSeconds(5), null);
        assertTrue(time.frozen());
        time.set(null, false);
        pass(Duration.ofSeconds(2));
        assertEquals(SET.plusSeconds(7), time.instant());
    }

    private void pass(Duration duration) {
        ticks.addAndGet(duration.toNanos());
    }
}
