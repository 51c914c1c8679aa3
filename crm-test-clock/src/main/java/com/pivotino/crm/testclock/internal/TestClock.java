package com.pivotino.crm.testclock.internal;

import com.pivotino.crm.api.internal.ClockSource;
import java.time.Clock;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The product's time while this bundle is here; the machine's again when it goes. One node's time only. */
@Component(service = {ClockSource.class, TestClock.class})
public final class TestClock implements ClockSource {

    private final SteeredTime time = new SteeredTime(Clock.systemUTC(), System::nanoTime);

    @Activate
    public TestClock() {
        // The machine's time, until it is set.
    }

    @Override
    public Instant instant() {
        return time.instant();
    }

    SteeredTime time() {
        return time;
    }
}
