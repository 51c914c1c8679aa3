package com.pivotino.crm.runtime.internal.thread;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class WorkerTest {

    @Test
    public void closing_waits_for_the_run_on_its_way_and_interrupts_nothing() throws InterruptedException {
        Worker worker = new Worker("test");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        worker.soon(() -> {
            begun.countDown();
            try {
                release.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            ended.set(true);
        });
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        Thread closing = new Thread(worker::close);
        closing.start();
        release.countDown();
        closing.join(30_000);
        assertTrue(ended.get());
        assertFalse(interrupted.get());
    }

    @Test
    public void a_failure_ends_no_later_run() throws InterruptedException {
        try (Worker worker = new Worker("test")) {
            CountDownLatch twice = new CountDownLatch(2);
            worker.every(1, () -> {
                twice.countDown();
                throw new IllegalStateException("this time");
            });
            assertTrue(twice.await(30, TimeUnit.SECONDS));
        }
    }

    @Test
    public void once_closed_it_takes_no_work_and_does_not_complain() {
        Worker worker = new Worker("test");
        worker.close();
        AtomicInteger runs = new AtomicInteger();
        worker.soon(runs::incrementAndGet);
        assertEquals(0, runs.get());
    }
}
