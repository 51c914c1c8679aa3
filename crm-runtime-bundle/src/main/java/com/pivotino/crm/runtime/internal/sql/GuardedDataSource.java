package com.pivotino.crm.runtime.internal.sql;

import com.pivotino.crm.api.CrmException;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;

/**
 * The pool of all bundles, made safe against a late close. Pax TransX gives a transaction's connection back when the
 * transaction ends, and once more when a handle to it is closed after that, as JPA does after a rollback: then somebody
 * else's connection is given away, and two threads share it. Here a handle of a transaction closes only itself. Instants are
 * written and read in UTC, see {@link UtcConnection}.
 */
public final class GuardedDataSource implements DataSource {

    private static final String PING = "SELECT 1";
    private static final long PAUSE_NS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource pool;
    private final TransactionManager transactions;
    private final PhysicalConnections physical = new PhysicalConnections();
    private final ConnectionWaiters waiters = new ConnectionWaiters();
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile boolean down;
    private volatile boolean watched;
    private volatile long failedAt;
    private volatile long givenAt = System.nanoTime();
    /**
     * The last transaction of the thread and its connection. The pool gives a transaction the same one each time, and asking it again
     * costs more than many a statement. No class of ours stays with the thread, so this bundle can go.
     */
    private final ThreadLocal<Map.Entry<Transaction, Connection>> joined = new ThreadLocal<>();

    public GuardedDataSource(DataSource pool, TransactionManager transactions) {
        this.pool = pool;
        this.transactions = transactions;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Transaction transaction = transaction();
        Map.Entry<Transaction, Connection> known = joined.get();
        if (known != null && known.getKey() == transaction && isActive(transaction)) {
            return guard(known.getValue());
        }
        Connection handle = connect(!watched);
        note(handle);
        if (transaction == null) {
            return UtcConnection.of(handle);
        }
        joined.set(Map.entry(transaction, handle));
        return guard(handle);
    }

    /**
     * A connection for {@link SilenceWatch}, outside of any transaction; it may try at any time. From the first one on, callers leave
     * trying to the watch while the database is away.
     *
     * @return null if the database is embedded
     */
    Connection probe() throws SQLException {
        failedAt = System.nanoTime() - PAUSE_NS;
        Connection handle = connect(true);
        watched = note(handle);
        if (!watched) {
            handle.close();
        }
        return watched ? handle : null;
    }

    /** @return whether the connection leads to a server; if it has ended meanwhile, the pool gets it back */
    private boolean note(Connection handle) throws SQLException {
        try {
            return physical.note(handle);
        } catch (SQLException e) {
            handle.close();
            throw e;
        }
    }

    /** The database answers the watch: callers may come, whatever the pool has said before. */
    void answering() {
        down = false;
    }

    /**
     * The database is frozen or cut off: who waits for it is told at once, and so is everybody until it is back.
     *
     * @return whether that is news
     */
    boolean silent() {
        boolean news = !down;
        failedAt = System.nanoTime();
        down = true;
        physical.cut();
        waiters.wake();
        return news;
    }

    /**
     * While the database does not answer, one caller at a time tries, with pauses, and all others are refused at once: a
     * request that tries several times must not wait several times. A pool that is only busy gives connections to others
     * meanwhile.
     *
     * @throws CrmException {@code unavailable} if the database does not answer
     */
    private Connection connect(boolean mayTry) throws SQLException {
        long begun = System.nanoTime();
        boolean trying = down;
        if (trying && (!mayTry || begun - failedAt < PAUSE_NS || !probing.compareAndSet(false, true))) {
            throw refusal();
        }
        ConnectionWaiters.Waiter waiter = waiters.begin();
        try {
            Connection handle = pool.getConnection();
            down = false;
            givenAt = System.nanoTime();
            return handle;
        } catch (SQLException e) {
            if (givenAt - begun < 0) {
                failedAt = System.nanoTime();
                down = true;
            }
            if (Failures.isUnreachable(e)) {
                throw Failures.unreachable(e);
            }
            throw e;
        } finally {
            waiter.end();
            if (trying) {
                probing.set(false);
            }
        }
    }

    /**
     * Refuses a transaction that would be refused its connection: JPA makes much of such a failure, which costs the callers of
     * an outage seconds.
     *
     * @throws CrmException {@code unavailable} if the database does not answer
     */
    void requireAnswering() {
        if (down && (watched || probing.get() || System.nanoTime() - failedAt < PAUSE_NS)) {
            throw refusal();
        }
    }

    private static CrmException refusal() {
        return Failures.unreachable(new SQLTransientConnectionException("The database did not answer a moment ago", "08001"));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    /** Until it ends: then the pool has its connection back. */
    private static boolean isActive(Transaction transaction) throws SQLException {
        try {
            return transaction.getStatus() == Status.STATUS_ACTIVE;
        } catch (SystemException e) {
            throw new SQLException("The transaction does not answer", e);
        }
    }

    private Transaction transaction() throws SQLException {
        try {
            return transactions.getTransaction();
        } catch (SystemException e) {
            throw new SQLException("The transaction manager does not answer", e);
        }
    }

    private static Connection guard(Connection handle) {
        boolean[] closed = {false};
        return (Connection) Proxy.newProxyInstance(GuardedDataSource.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "close" -> {
                        closed[0] = true;
                        yield null;
                    }
                    case "isClosed" -> closed[0] || handle.isClosed();
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> {
                        if (closed[0]) {
                            throw new SQLException("The connection is closed", "08003");
                        }
                        requireAnswer(method.getName(), handle, arguments);
                        yield UtcConnection.result(method, handle, arguments);
                    }
                });
    }

    /**
     * EclipseLink asks this after a failure, to learn whether the database has gone; if it has, it sleeps and tries again, for
     * 15 s. An exception of ours ends that.
     */
    private static void requireAnswer(String method, Connection handle, Object[] arguments) throws SQLException {
        if (method.equals("prepareStatement") && PING.equals(arguments[0]) && !handle.isValid(1)) {
            throw Failures.unreachable(new SQLException("The connection was cut", "08006"));
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool.isWrapperFor(type);
    }
}
