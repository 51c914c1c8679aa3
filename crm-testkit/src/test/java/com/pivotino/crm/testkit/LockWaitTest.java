package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.event.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Two acts on one record: the second one waits, but not for ever, and is the later one. */
@RunWith(Parameterized.class)
public class LockWaitTest {

    @EventType("testing.Happened")
    public record Happened(String what) {
    }

    private static final RecordRef RECORD = RecordRef.opportunity(7);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Database.values();
    }

    private final Database database;
    private final ExecutorService others = Executors.newSingleThreadExecutor();
    private CrmHarness crm;

    public LockWaitTest(Database database) {
        this.database = database;
    }

    @Before
    public void start() {
        crm = CrmHarness.start(database);
    }

    @After
    public void stop() throws InterruptedException {
        others.shutdownNow();
        assertTrue(others.awaitTermination(30, TimeUnit.SECONDS));
        crm.close();
    }

    @Test
    public void an_act_that_hangs_makes_others_give_up_with_unavailable_and_nothing_done() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<?> hanging = others.submit(() -> act(tx -> {
            holding.countDown();
            return await(release);
        }));
        assertTrue(holding.await(10, TimeUnit.SECONDS));

        long begin = System.nanoTime();
        CrmException refusal = assertThrows(CrmException.class,
                () -> act(tx -> tx.publish(RECORD, new Happened("too late"))));
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);

        assertEquals("unavailable", refusal.code());
        assertTrue("it gave up after " + waited, waited.compareTo(LONGEST_WAIT) < 0);
        assertEquals(0, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_event"));
        release.countDown();
        hanging.get(10, TimeUnit.SECONDS);
        act(tx -> tx.publish(RECORD, new Happened("in time")));
        assertEquals(1, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_event"));
    }

    @Test
    public void of_two_acts_on_one_record_the_one_that_waited_is_the_later_one() throws Exception {
        Instant later = crm.clock().instant().plusSeconds(60);
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<?> first = others.submit(() -> act(tx -> {
            holding.countDown();
            return await(release);
        }));
        assertTrue(holding.await(10, TimeUnit.SECONDS));
        ExecutorService waiter = Executors.newSingleThreadExecutor();
        try {
            Future<Instant> second = waiter.submit(() -> act(Transaction::now));
            untilSomebodyWaits();
            crm.clock().set(later);
            release.countDown();
            first.get(10, TimeUnit.SECONDS);
            assertEquals(later, second.get(10, TimeUnit.SECONDS));
        } finally {
            waiter.shutdownNow();
        }
    }

    private <T> T act(java.util.function.Function<Transaction, T> work) {
        return crm.acts().run(Act.of(Actor.system(ZoneOffset.UTC), RECORD), work).value();
    }

    private void untilSomebodyWaits() {
        String waiting = database == Database.H2 ? "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL"
                : "SELECT COUNT(*) FROM pg_locks WHERE NOT granted";
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (Sql.number(crm.dataSource(), waiting) == 0) {
            assertTrue("nobody waits", System.nanoTime() < end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
