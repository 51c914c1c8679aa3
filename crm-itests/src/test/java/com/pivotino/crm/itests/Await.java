package com.pivotino.crm.itests;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for something to become true, with a deadline and a message. */
public final class Await {

    private Await() {
    }

    /** Asks again every 100 ms until the answer is not null or the deadline has passed; refused connections count as null. */
    public static <T> T until(String what, Duration deadline, Supplier<T> question) {
        long end = System.nanoTime() + deadline.toNanos();
        RuntimeException last = null;
        while (System.nanoTime() < end) {
            try {
                T answer = question.get();
                if (answer != null) {
                    return answer;
                }
            } catch (java.io.UncheckedIOException e) {
                last = e;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new AssertionError("Not within " + deadline + ": " + what, last);
    }

    /** The same for a condition. */
    public static void that(String what, Duration deadline, Supplier<Boolean> condition) {
        until(what, deadline, () -> condition.get() ? Boolean.TRUE : null);
    }
}
