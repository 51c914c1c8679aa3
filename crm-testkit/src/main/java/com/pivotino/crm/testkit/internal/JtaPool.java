package com.pivotino.crm.testkit.internal;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import javax.transaction.TransactionManager;
import javax.transaction.xa.XAException;
import org.apache.geronimo.transaction.log.UnrecoverableLog;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.apache.geronimo.transaction.manager.XidFactoryImpl;
import com.pivotino.crm.runtime.internal.sql.GuardedDataSource;
import org.ops4j.pax.transx.jdbc.ManagedDataSourceBuilder;
import org.ops4j.pax.transx.tm.impl.geronimo.TransactionManagerWrapper;

/** A transaction manager and the pool that it commits: the same parts as in the container. */
public final class JtaPool implements DataSource {

    private static final int TIMEOUT_SECONDS = 600;

    private final GeronimoTransactionManager transactions;
    private final DataSource pool;
    private final DataSource guarded;
    private final StatementLog log = new StatementLog();

    public JtaPool(XADataSource xa, int size) {
        try {
            XidFactoryImpl xids = new XidFactoryImpl();
            transactions = new GeronimoTransactionManager(TIMEOUT_SECONDS, xids, new UnrecoverableLog());
            pool = build(xa, size);
            guarded = new GuardedDataSource(pool, transactions);
        } catch (XAException e) {
            throw new IllegalStateException("The transaction manager did not start", e);
        }
    }

    public TransactionManager transactions() {
        return transactions;
    }

    /** The statements that the work sends; a batch is one. */
    public List<String> statementsOf(Runnable work) {
        return log.of(work);
    }

    /** Closes the connections. */
    public void close() {
        if (pool instanceof AutoCloseable closeable) {
            Closing.quietly(closeable);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return log.noted(guarded.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return log.noted(guarded.getConnection(user, password));
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return guarded.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        guarded.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        guarded.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return guarded.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return guarded.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : guarded.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || guarded.isWrapperFor(type);
    }

    private DataSource build(XADataSource xa, int size) {
        // With minIdle 0 the pool may overlook that somebody waits, and lets them wait until they give up.
        return Closing.checked(() -> ManagedDataSourceBuilder.builder()
                .name("crm").dataSource(xa).transactionManager(new TransactionManagerWrapper(transactions))
                .minIdle(1).maxPoolSize(size).connectionTimeout(5_000).build());
    }
}
