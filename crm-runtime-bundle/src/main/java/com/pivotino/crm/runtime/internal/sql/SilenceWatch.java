package com.pivotino.crm.runtime.internal.sql;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.runtime.internal.thread.Worker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a database server four times a second whether it is there, on a connection of its own. A server that is frozen, or whose
 * packets are lost, ends no connection: without this, callers would wait until TCP gives up. An embedded database is not asked.
 */
public final class SilenceWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);
    private static final long PAUSE_MS = 250;
    /** Pauses, and not time: a pause of this process is no silence of the server. */
    private static final int PATIENCE = 5;
    private static final int VALID_SECONDS = 2;

    private final GuardedDataSource source;
    private final Worker asking = new Worker("crm-database-watch");
    private final Worker counting = new Worker("crm-database-silence");
    /** Pauses since it was asked; negative while it is not. */
    private final AtomicInteger waited = new AtomicInteger(-1);
    private Connection probe;
    private volatile boolean closed;

    public SilenceWatch(GuardedDataSource source) {
        this.source = source;
        asking.soon(this::look);
        counting.every(PAUSE_MS, this::count);
    }

    private void look() {
        boolean server = true;
        waited.set(0);
        try {
            server = ask();
        } finally {
            waited.set(-1);
            if (server && !closed) {
                asking.later(PAUSE_MS, this::look);
            } else {
                drop();
            }
        }
    }

    /** @return whether there is a server to watch */
    private boolean ask() {
        try {
            if (probe == null) {
                probe = source.probe();
                if (probe == null) {
                    return false;
                }
            }
            if (probe.isValid(VALID_SECONDS)) {
                source.answering();
            } else {
                silent();
                drop();
            }
        } catch (SQLException | CrmException e) {
            LOG.debug("The database is away", e);
            drop();
        }
        return true;
    }

    private void count() {
        if (waited.get() >= 0 && waited.incrementAndGet() == PATIENCE) {
            silent();
        }
    }

    private void silent() {
        if (source.silent()) {
            LOG.warn("The database does not answer: calls that wait for it are ended");
        }
    }

    private void drop() {
        Connection old = probe;
        probe = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                LOG.debug("The connection has ended by itself", e);
            }
        }
    }

    /** Watches no longer. */
    @Override
    public void close() {
        closed = true;
        counting.close();
        asking.soon(this::drop);
        asking.close();
    }
}
