package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;

/**
 * The product is killed under mixed writes (RELIABILITY F-01): nothing acknowledged is lost, nothing is half there, and it
 * is ready again within 30 s. One kill on each database; {@code -Dcrm.crash.kills=20} for the long form
 * (docs/reliability.md).
 */
public class CrashKeepsAcknowledgedWritesIT {

    private static final int KILLS = Integer.getInteger("crm.crash.kills", 1);
    private static final int CLIENTS = 6;
    /** The bar is 30 s; more only where other work keeps the machine busy. */
    private static final Duration READY_AGAIN = Duration.ofSeconds(Integer.getInteger("crm.crash.readySeconds", 30));

    @Test
    public void F01_on_H2() throws Exception {
        try (CrmProcess product = new CrmProcess("crash-h2").withShell()) {
            survive("H2", product);
        }
    }

    @Test
    public void F01_on_PostgreSQL() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                CrmProcess product = new CrmProcess("crash-postgres").withShell()
                        .with("CRM_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
                        .with("CRM_DB_USER", "postgres").with("CRM_DB_PASSWORD", "postgres")) {
            survive("PostgreSQL", product);
        }
    }

    /** The harness is no decoration: over a database that puts off writing, it finds acknowledged writes missing. */
    @Test
    public void F01_a_database_that_acknowledges_before_it_writes_is_found_out() throws Exception {
        try (CrmProcess product = new CrmProcess("crash-forgetful")) {
            product.with("CRM_DB_URL", "jdbc:h2:async:" + product.home().resolve("db/forgetful")
                    + ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=60000").start();
            List<WriteLedger> ledgers = ledgers(product, new Random());
            killUnderLoad(product, ledgers, 0);
            product.start();
            assertFalse("the ledgers agree", ledgers.stream().allMatch(ledger -> ledger.compare().isEmpty()));
        }
    }

    private static List<WriteLedger> ledgers(CrmProcess product, Random random) {
        List<WriteLedger> ledgers = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            ledgers.add(new WriteLedger(product.admin(), random.nextLong()));
        }
        return ledgers;
    }

    private static void survive(String database, CrmProcess product) throws Exception {
        long seed = Long.getLong("crm.crash.seed", System.nanoTime());
        System.out.println("Crash on " + database + ", seed " + seed);
        Random random = new Random(seed);
        product.start();
        List<WriteLedger> ledgers = ledgers(product, random);
        for (int kill = 1; kill <= KILLS; kill++) {
            killUnderLoad(product, ledgers, random.nextInt(3000));
            long begin = System.nanoTime();
            product.start();
            Duration ready = Duration.ofNanos(System.nanoTime() - begin);
            List<String> wrong = new ArrayList<>();
            ledgers.forEach(ledger -> wrong.addAll(ledger.compare()));
            Shell.Said verified = product.shell("crm:verify");
            int writes = ledgers.stream().mapToInt(WriteLedger::acknowledged).sum();
            System.out.printf("Crash on %s: kill %d, %d writes acknowledged so far, ready again after %d ms, %d lost, verify %s%n",
                    database, kill, writes, ready.toMillis(), wrong.size(), verified.status() == 0 ? "clean" : "not clean");
            assertEquals("what was acknowledged is there", List.of(), wrong);
            assertEquals(verified.text(), 0, verified.status());
            assertTrue(verified.text(), verified.text().contains("things that must hold do."));
            assertTrue("ready again after " + ready, ready.compareTo(READY_AGAIN) < 0);
        }
    }

    /** Lets the clients write for a while, pulls the plug and waits until every client has noticed. */
    private static void killUnderLoad(CrmProcess product, List<WriteLedger> ledgers, int moreMs) throws Exception {
        int before = ledgers.stream().mapToInt(WriteLedger::acknowledged).sum();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> running = new ArrayList<>();
        ledgers.forEach(ledger -> running.add(clients.submit(ledger)));
        Await.that("the clients write", Duration.ofSeconds(60),
                () -> ledgers.stream().mapToInt(WriteLedger::acknowledged).sum() > before + 5 * CLIENTS);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(moreMs));
        product.kill();
        for (Future<?> client : running) {
            client.get(90, TimeUnit.SECONDS);
        }
        clients.shutdown();
    }
}
