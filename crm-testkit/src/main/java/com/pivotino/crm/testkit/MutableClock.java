package com.pivotino.crm.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told otherwise. */
public final class MutableClock extends Clock {

    private volatile Instant instant;

    public MutableClock(Instant instant) {
        this.instant = instant;
    }

    /** From now on it is this late. */
    public void set(Instant then) {
        instant = then;
    }

    /** Goes on by this much. */
    public void advance(Duration by) {
        instant = instant.plus(by);
    }

    @Override
    public Instant instant() {
        return instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same instant always; zones do not matter to it. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
