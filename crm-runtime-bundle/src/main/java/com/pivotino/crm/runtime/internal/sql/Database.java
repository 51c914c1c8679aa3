package com.pivotino.crm.runtime.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import javax.transaction.NotSupportedException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;

/** The one XA data source with the transaction manager that commits it. Everything here is plain JDBC. */
public final class Database {

    /** Work on a connection that is closed afterwards. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;
    private final TransactionManager transactions;
    private volatile Dialect dialect;

    public Database(DataSource dataSource, TransactionManager transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    public TransactionManager transactions() {
        return transactions;
    }

    public Dialect dialect() {
        Dialect known = dialect;
        if (known == null) {
            known = transactionActive() ? joined(Dialect::of) : inNew(Dialect::of);
            dialect = known;
        }
        return known;
    }

    /** Whether a transaction is running on this thread. */
    public boolean transactionActive() {
        try {
            return transactions.getStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (SystemException e) {
            throw new DatabaseException("The transaction manager does not answer", e);
        }
    }

    /** Whether this thread's transaction can only be rolled back. */
    public boolean isDoomed() {
        try {
            return transactions.getStatus() == Status.STATUS_MARKED_ROLLBACK;
        } catch (SystemException e) {
            throw new DatabaseException("The transaction manager does not answer", e);
        }
    }

    /**
     * Names the transactions whose work can be seen now; outside of a transaction. Two equal names mean that nothing was committed
     * between. Null for H2, which has no name for it.
     */
    public String snapshot() {
        return dialect() == Dialect.POSTGRESQL ? joined(Dialect::snapshot) : null;
    }

    /** Works on the running transaction's connection. */
    public <T> T joined(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e.getMessage(), e);
        }
    }

    /** Works in a transaction of its own; a running one waits meanwhile. */
    public <T> T inNew(Work<T> work) {
        Transaction waiting = suspend();
        try {
            begin();
            return finish(() -> {
                limitWaits();
                return joined(work);
            });
        } finally {
            resume(waiting);
        }
    }

    /** Reads in a transaction of its own that sees one moment, whatever others commit meanwhile. */
    public <T> T inSnapshot(Work<T> work) {
        Dialect known = dialect();
        Transaction waiting = suspend();
        try {
            begin();
            return finish(() -> joined(connection -> known.inSnapshot(connection, work)));
        } finally {
            resume(waiting);
        }
    }

    /** Begins a transaction on this thread, unless the database is known to be away. */
    public void begin() {
        if (dataSource instanceof GuardedDataSource guarded) {
            guarded.requireAnswering();
        }
        try {
            transactions.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new DatabaseException("No transaction can be begun", e);
        }
    }

    /**
     * Nobody waits for a lock for ever in the running transaction: a hung one would make all others hang. H2 has its
     * LOCK_TIMEOUT; on PostgreSQL it is {@link Dialect#LOCK_SECONDS} unless the operator has set a lock_timeout, said once a connection.
     */
    public void limitWaits() {
        if (dialect() == Dialect.POSTGRESQL) {
            joined(Dialect::limitWaits);
        }
    }

    /** Commits this thread's transaction. */
    public void commit() {
        try {
            transactions.commit();
        } catch (javax.transaction.RollbackException | javax.transaction.HeuristicMixedException
                | javax.transaction.HeuristicRollbackException | SystemException e) {
            throw new DatabaseException("The transaction was not committed", e);
        }
    }

    /** Rolls this thread's transaction back; what went wrong before is what counts, so a failure is only attached. */
    public void rollback(Throwable reason) {
        try {
            if (transactionActive()) {
                transactions.rollback();
            }
        } catch (SystemException | RuntimeException e) {
            if (reason != null) {
                reason.addSuppressed(e);
            }
        }
    }

    private <T> T finish(java.util.function.Supplier<T> work) {
        T value;
        try {
            value = work.get();
        } catch (RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
        commit();
        return value;
    }

    private Transaction suspend() {
        try {
            return transactionActive() ? transactions.suspend() : null;
        } catch (SystemException e) {
            throw new DatabaseException("The transaction cannot be suspended", e);
        }
    }

    private void resume(Transaction waiting) {
        if (waiting != null) {
            try {
                transactions.resume(waiting);
            } catch (javax.transaction.InvalidTransactionException | SystemException e) {
                throw new DatabaseException("The transaction cannot be resumed", e);
            }
        }
    }

    /** An instant as a column value, UTC. */
    public static LocalDateTime column(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** A column value as an instant. */
    public static Instant instant(LocalDateTime column) {
        return column == null ? null : column.toInstant(ZoneOffset.UTC);
    }
}
