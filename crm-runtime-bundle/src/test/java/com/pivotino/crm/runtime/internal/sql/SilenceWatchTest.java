package com.pivotino.crm.runtime.internal.sql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.TransactionManager;
import org.junit.Test;

public class SilenceWatchTest {

    private volatile boolean frozen;
    private volatile String url = "jdbc:postgresql://db/crm";
    private volatile int probes;
    private volatile boolean exhausted;
    private volatile boolean ended;
    private volatile boolean returned;
    private final List<Object> limits = new CopyOnWriteArrayList<>();
    private final CountDownLatch cut = new CountDownLatch(1);
    private final GuardedDataSource source = new GuardedDataSource(stub(DataSource.class), stub(TransactionManager.class));

    @Test
    public void who_waits_for_a_frozen_server_is_cut_and_all_are_refused_until_it_answers() throws Exception {
        try (SilenceWatch watch = new SilenceWatch(source)) {
            await(() -> probes > 1);
            Connection waiting = source.getConnection();
            frozen = true;
            assertTrue("The connection of " + waiting + " is cut", cut.await(5, TimeUnit.SECONDS));
            assertEquals(CrmException.Kind.UNAVAILABLE, assertThrows(CrmException.class, source::getConnection).kind());
            assertThrows(CrmException.class, source::requireAnswering);
            frozen = false;
            await(this::isOpen);
        }
    }

    @Test
    public void who_waits_for_the_pool_is_woken_and_goes_on_uninterrupted() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            exhausted = true;
            assertThrows(SQLException.class, source::getConnection);
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        caller.start();
        await(() -> caller.getState() == Thread.State.WAITING);
        source.silent();
        assertEquals(false, interrupted.get(5, TimeUnit.SECONDS));
    }

    @Test
    public void the_limit_of_a_connection_that_nobody_has_used_ends_with_its_first_use() throws Exception {
        source.getConnection();
        assertEquals(List.of(0), limits);
    }

    @Test
    public void a_connection_that_has_ended_goes_back_to_the_pool() {
        ended = true;
        assertThrows(SQLException.class, source::getConnection);
        assertTrue("given back", returned);
    }

    @Test
    public void an_embedded_database_is_not_watched() throws Exception {
        url = "jdbc:h2:mem:crm";
        try (SilenceWatch watch = new SilenceWatch(source)) {
            source.getConnection();
            assertEquals(0, probes);
        }
    }

    private boolean isOpen() {
        try {
            source.requireAnswering();
            return true;
        } catch (CrmException e) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!condition.getAsBoolean()) {
            assertTrue("in time", System.nanoTime() - end < 0);
            Thread.onSpinWait();
        }
    }

    /** Like the pool, which tells of an interruption by its exception and by the thread's flag. */
    private static void awaitForever() throws SQLException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted during connection acquisition", e);
        }
    }

    private <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConnection" -> {
                        if (exhausted) {
                            awaitForever();
                        }
                        yield stub(Connection.class);
                    }
                    case "getMetaData" -> stub(DatabaseMetaData.class);
                    case "getURL" -> url;
                    case "getStatus" -> Status.STATUS_ACTIVE;
                    case "unwrap" -> proxy;
                    case "close" -> {
                        returned = true;
                        yield null;
                    }
                    case "setNetworkTimeout" -> {
                        if (ended) {
                            throw new SQLException("It has ended", "08003");
                        }
                        limits.add(arguments[1]);
                        yield null;
                    }
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "isValid" -> {
                        probes++;
                        yield !frozen;
                    }
                    case "abort" -> {
                        cut.countDown();
                        yield null;
                    }
                    default -> null;
                }));
    }
}
