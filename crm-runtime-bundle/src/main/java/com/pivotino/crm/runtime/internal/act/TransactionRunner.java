package com.pivotino.crm.runtime.internal.act;

import com.pivotino.crm.runtime.internal.log.EventLog;
import com.pivotino.crm.runtime.internal.log.LoggedEvent;
import com.pivotino.crm.runtime.internal.reaction.QuiescenceGate;
import com.pivotino.crm.runtime.internal.reaction.ReactionStore;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.DatabaseException;
import com.pivotino.crm.runtime.internal.undo.UndoOffer;
import com.pivotino.crm.runtime.internal.undo.UndoStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import org.osgi.service.coordinator.Coordination;
import org.osgi.service.coordinator.Coordinator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames of the running JTA transactions. Begins and ends transactions inside one outer Coordination, because the
 * entity managers of JPA templates belong to the top Coordination of the thread: so all bundles' reads and writes of
 * one transaction share one entity manager per unit.
 */
final class TransactionRunner {

    /** How a transaction ends if nothing fails. */
    enum End {
        /** It is committed. */
        KEEP,
        /** It is rolled back: a dry run. */
        DROP,
        /** It is committed or rolled back, whichever is possible: there was only reading. */
        READ
    }

    private static final Logger LOG = LoggerFactory.getLogger(TransactionRunner.class);

    private final Database database;
    private final Coordinator coordinator;
    private final EventLog log;
    private final ReactionStore store;
    private final QuiescenceGate gate;
    private final UndoStore undos = new UndoStore();
    private final Map<Transaction, TransactionContext> frames = new ConcurrentHashMap<>();
    private volatile Runnable wakeUp = () -> { };

    TransactionRunner(Database database, Coordinator coordinator, EventLog log, ReactionStore store, QuiescenceGate gate) {
        this.database = database;
        this.coordinator = coordinator;
        this.log = log;
        this.store = store;
        this.gate = gate;
    }

    /** What to do whenever events were committed; must be quick. */
    void onCommit(Runnable action) {
        wakeUp = action;
    }

    /** The frame of the running transaction, made now if somebody else began it; null if there is no transaction. */
    TransactionContext current() {
        Transaction transaction = transaction();
        if (transaction == null) {
            return null;
        }
        TransactionContext frame = frames.get(transaction);
        return frame == null ? adopt(transaction) : frame;
    }

    /** Runs work in a transaction and a frame of its own, once. */
    <T> T once(End end, Function<TransactionContext, T> work) {
        Open open = new Open(end);
        T value;
        try {
            value = work.apply(open.frame());
            open.commit();
        } catch (RuntimeException | Error e) {
            open.rollback(e);
            throw e;
        }
        open.follow();
        return value;
    }

    /** The same between two others' arrivals. */
    <T> T gated(End end, Function<TransactionContext, T> work) {
        gate.enter();
        try {
            return once(end, work);
        } finally {
            gate.leave();
        }
    }

    /** The transaction of a request that has come to its first act. */
    Open open(End end) {
        gate.enter();
        try {
            return new Open(end);
        } catch (RuntimeException | Error e) {
            gate.leave();
            throw e;
        }
    }

    /** After {@link #open}, however it ended. */
    void closed() {
        gate.leave();
    }

    private void end(TransactionContext frame, End end) {
        boolean doomed = database.isDoomed();
        if (end == End.DROP || end == End.READ && doomed) {
            database.rollback(null);
        } else if (doomed) {
            throw new IllegalStateException("Nothing was saved: a failure inside a JPA template was caught, but the template"
                    + " had marked the transaction for rollback.");
        } else {
            flush(frame);
            database.commit();
        }
    }

    private void flush(TransactionContext frame) {
        List<LoggedEvent> unwritten = frame.unwritten();
        if (!unwritten.isEmpty()) {
            database.joined(connection -> write(connection, frame, unwritten));
        }
    }

    private Void write(Connection connection, TransactionContext frame, List<LoggedEvent> unwritten) throws SQLException {
        List<Long> numbers = log.append(connection, unwritten);
        for (UndoOffer offer : frame.undos()) {
            undos.keep(connection, offer, numbers);
        }
        List<ReactionStore.Missed> missed = frame.written(numbers);
        if (!missed.isEmpty()) {
            store.miss(connection, missed);
        }
        return null;
    }

    private void committed(TransactionContext frame) {
        if (frame.hasEvents()) {
            wakeUp.run();
        }
        for (Runnable action : frame.afterCommit()) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("Something that was to follow the commit failed; the act stands", e);
            }
        }
    }

    private TransactionContext adopt(Transaction transaction) {
        TransactionContext frame = new TransactionContext(UUID.randomUUID().toString());
        try {
            transaction.registerSynchronization(new Adopted(transaction, frame));
        } catch (RollbackException | SystemException e) {
            throw new DatabaseException("The running transaction takes no more work", e);
        }
        gate.enter();
        frames.put(transaction, frame);
        return frame;
    }

    private Transaction transaction() {
        try {
            return database.transactionActive() ? database.transactions().getTransaction() : null;
        } catch (SystemException e) {
            throw new DatabaseException("The transaction manager does not answer", e);
        }
    }

    private static RuntimeException rethrown(Throwable refusal) {
        if (refusal instanceof Error error) {
            throw error;
        }
        return (RuntimeException) refusal;
    }

    /** A transaction of ours inside its Coordination, until it is committed or rolled back. */
    final class Open {

        private final End end;
        private final Coordination coordination = coordinator.begin("crm-act", 0);
        private final TransactionContext frame = new TransactionContext(UUID.randomUUID().toString());
        private Transaction transaction;
        private boolean closed;

        private Open(End end) {
            this.end = end;
            try {
                database.begin();
                transaction = transaction();
                frames.put(transaction, frame);
                if (end != End.READ) {
                    database.limitWaits();
                }
            } catch (RuntimeException | Error e) {
                rollback(e);
                throw e;
            }
        }

        TransactionContext frame() {
            return frame;
        }

        /** Ends it as it is meant to end; if that fails, it is still to be rolled back. */
        void commit() {
            if (frame.refusal() != null) {
                throw rethrown(frame.refusal());
            }
            end(frame, end);
            close();
        }

        /** Ends it without a trace. Nothing if it has ended. */
        void rollback(Throwable reason) {
            if (!closed) {
                database.rollback(reason);
                close();
            }
        }

        /** After the commit, and outside of everything: what was to follow it. */
        void follow() {
            if (end != End.DROP) {
                committed(frame);
            }
        }

        private void close() {
            closed = true;
            frame.end();
            if (transaction != null) {
                frames.remove(transaction);
            }
            coordination.end();
        }
    }

    /** Follows a transaction that somebody else begins and ends. */
    private final class Adopted implements Synchronization {

        private final Transaction transaction;
        private final TransactionContext frame;

        Adopted(Transaction transaction, TransactionContext frame) {
            this.transaction = transaction;
            this.frame = frame;
        }

        @Override
        public void beforeCompletion() {
            if (frame.refusal() != null) {
                throw rethrown(frame.refusal());
            }
            flush(frame);
        }

        @Override
        public void afterCompletion(int status) {
            frame.end();
            frames.remove(transaction);
            gate.leave();
            if (status == Status.STATUS_COMMITTED) {
                committed(frame);
            }
        }
    }
}
