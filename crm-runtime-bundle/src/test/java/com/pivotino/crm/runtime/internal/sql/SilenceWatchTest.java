package com.pivotino.crm.runtime.internal.sql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
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

    private <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConnection" -> stub(Connection.class);
                    case "getMetaData" -> stub(DatabaseMetaData.class);
                    case "getURL" -> url;
                    case "getStatus" -> Status.STATUS_ACTIVE;
                    case "unwrap" -> proxy;
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
