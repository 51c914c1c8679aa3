package com.pivotino.crm.runtime.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of PostgreSQL's driver behind the pool's handles. Those that wait for a silent server are cut, whoever waits: a
 * call, a commit, or the pool itself, which asks a connection before it gives it away, without an end.
 */
final class PhysicalConnections {

    private static final Logger LOG = LoggerFactory.getLogger(PhysicalConnections.class);
    private static final String URL = "jdbc:postgresql:";
    private static final String TYPE = "org.postgresql.PGConnection";

    private final Map<Connection, Boolean> seen = new WeakHashMap<>();
    private volatile Class<?> type;
    private volatile boolean embedded;

    /**
     * From now on the connection is cut when the server falls silent. The limit of its URL ({@code socketTimeout}) ends here: it is for
     * connections that the pool has opened and given to nobody yet, and would end long statements too.
     *
     * @return whether the handle stands for a connection to a server, which may fall silent
     */
    boolean note(Connection handle) throws SQLException {
        if (embedded) {
            return false;
        }
        Class<?> wanted = type == null ? typeOf(handle) : type;
        if (wanted == null) {
            embedded = true;
            return false;
        }
        type = wanted;
        Connection physical = (Connection) handle.unwrap(wanted);
        boolean isNew;
        synchronized (seen) {
            isNew = seen.putIfAbsent(physical, true) == null;
        }
        if (isNew) {
            physical.setNetworkTimeout(Runnable::run, 0);
        }
        return true;
    }

    /** The driver's own type: no package of ours imports the driver, and the handle shows what its loader has made. */
    private static Class<?> typeOf(Connection handle) throws SQLException {
        if (!handle.getMetaData().getURL().startsWith(URL)) {
            return null;
        }
        try {
            return Class.forName(TYPE, false, handle.getMetaData().getClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new SQLException("This is not PostgreSQL's driver", e);
        }
    }

    /** Ends all connections without asking the server; whoever waits on one gets an exception at once. */
    void cut() {
        List<Connection> all;
        synchronized (seen) {
            all = new ArrayList<>(seen.keySet());
            seen.clear();
        }
        for (Connection connection : all) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A connection has ended by itself", e);
            }
        }
    }
}
