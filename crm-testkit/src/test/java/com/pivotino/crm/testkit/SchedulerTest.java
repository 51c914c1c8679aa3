package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.runtime.internal.schedule.Scheduler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class SchedulerTest {

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Database.values();
    }

    private final Database database;
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private CrmHarness crm;
    private Scheduler one;
    private Scheduler two;

    public SchedulerTest(Database database) {
        this.database = database;
    }

    @Before
    public void start() {
        crm = CrmHarness.start(database);
        one = scheduler("one");
        two = scheduler("two");
    }

    @After
    public void stop() {
        one.close();
        two.close();
        crm.close();
    }

    @Test
    public void a_job_that_is_due_runs_on_one_node_with_the_products_time() {
        one.come(job("job", 3600, now -> ran.add("one " + now)));
        two.come(job("job", 3600, now -> ran.add("two " + now)));
        one.look();
        two.look();
        await("it has run", () -> ended() == 1);
        one.look();
        two.look();
        assertEquals(ran.toString(), 1, ran.size());
        assertTrue(ran.get(0).endsWith(crm.clock().instant().toString()));
    }

    @Test
    public void while_one_node_is_at_it_the_other_leaves_it_alone() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        one.come(job("job", 1, now -> {
            begun.countDown();
            release.await(30, TimeUnit.SECONDS);
        }));
        two.come(job("job", 1, now -> ran.add("two")));
        one.look();
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        due();
        two.look();
        CountDownLatch later = new CountDownLatch(1);
        two.come(job("later", 3600, now -> later.countDown()));
        two.look();
        assertTrue(later.await(30, TimeUnit.SECONDS));
        assertEquals(List.of(), ran);
        release.countDown();
    }

    @Test
    public void a_job_that_takes_long_is_held_by_the_node_that_is_at_it() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        one.come(job("long", 1, now -> {
            begun.countDown();
            release.await(30, TimeUnit.SECONDS);
        }));
        one.look();
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        Sql.execute(crm.dataSource(), "UPDATE rt_job SET owner_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
        one.hold();
        assertEquals(1, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_job WHERE owner_until > CURRENT_TIMESTAMP"));
        release.countDown();
    }

    @Test
    public void the_job_of_a_node_that_died_is_taken_over() {
        Sql.execute(crm.dataSource(), "INSERT INTO rt_job (name, due_at, owner, owner_until) VALUES ('job', CURRENT_TIMESTAMP,"
                + " 'dead', CURRENT_TIMESTAMP - INTERVAL '1' SECOND)");
        two.come(job("job", 3600, now -> ran.add("two")));
        two.look();
        await("it was taken over", () -> ran.size() == 1);
    }

    @Test
    public void the_claim_of_a_running_job_lasts_half_a_minute_and_is_renewed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        one.come(job("job", 1, now -> {
            begun.countDown();
            release.await(30, TimeUnit.SECONDS);
        }));
        two.come(job("job", 1, now -> ran.add("two")));
        one.look();
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        assertEquals(1, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_job WHERE owner_until"
                + " BETWEEN CURRENT_TIMESTAMP AND CURRENT_TIMESTAMP + INTERVAL '31' SECOND"));
        due();
        Sql.execute(crm.dataSource(), "UPDATE rt_job SET owner_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
        one.look();
        two.look();
        assertEquals(1, Sql.number(crm.dataSource(),
                "SELECT COUNT(*) FROM rt_job WHERE owner_until > CURRENT_TIMESTAMP + INTERVAL '20' SECOND AND token = 1"));
        assertEquals(List.of(), ran);
        release.countDown();
    }

    @Test
    public void a_run_that_was_taken_over_neither_renews_nor_ends_the_next_one() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        one.come(job("job", 1, now -> {
            begun.countDown();
            release.await(30, TimeUnit.SECONDS);
            ran.add("one");
        }));
        one.look();
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        Sql.execute(crm.dataSource(), "UPDATE rt_job SET owner = 'other', token = 7");
        one.look();
        release.countDown();
        await("it has ended", () -> ran.size() == 1);
        one.close();
        assertEquals(1, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_job WHERE owner = 'other' AND token = 7"));
    }

    @Test
    public void a_failure_is_noted_and_the_job_comes_again() {
        one.come(job("job", 1, now -> {
            ran.add("one");
            throw new IllegalStateException("not today");
        }));
        one.look();
        await("the failure is noted", () -> Sql.number(crm.dataSource(),
                "SELECT COUNT(*) FROM rt_job WHERE problem LIKE '%not today%'") == 1);
        await("it has come again", () -> {
            one.look();
            return ran.size() > 1;
        });
    }

    @Test
    public void a_job_without_name_or_interval_is_left_out() {
        assertNotNull(one.come(new Plugin<>(now -> { }, Map.of())));
        assertNotNull(one.come(new Plugin<>(now -> { }, Map.of(ScheduledJob.NAME, "x"))));
        assertNull(one.come(job("x", 1, now -> { })));
    }

    private Scheduler scheduler(String node) {
        return new Scheduler(new com.pivotino.crm.runtime.internal.sql.Database(crm.dataSource(), crm.transactions()),
                crm.clock(), node);
    }

    private static Plugin<ScheduledJob> job(String name, int every, ScheduledJob job) {
        return new Plugin<>(job, Map.of(ScheduledJob.NAME, name, ScheduledJob.EVERY_SECONDS, every));
    }

    private long ended() {
        return Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_job WHERE last_ended IS NOT NULL");
    }

    private void due() {
        Sql.execute(crm.dataSource(), "UPDATE rt_job SET due_at = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertTrue("not in time: " + what, System.nanoTime() < deadline);
            Thread.onSpinWait();
        }
    }
}
