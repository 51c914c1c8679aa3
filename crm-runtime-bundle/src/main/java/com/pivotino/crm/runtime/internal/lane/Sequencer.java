package com.pivotino.crm.runtime.internal.lane;

import com.pivotino.crm.runtime.internal.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Gives committed events their places in the log. Numbers given inside transactions become visible out of order; places
 * do not, because one transaction at a time gives them to what it can see.
 */
public final class Sequencer {

    private static final int BATCH = 1000;

    private final Database database;

    public Sequencer(Database database) {
        this.database = database;
    }

    /**
     * Gives places to all that have none.
     *
     * @return the last place given so far
     */
    public long sequence() {
        Stand stand = database.inNew(this::number);
        while (stand.more) {
            stand = database.inNew(this::number);
        }
        return stand.last;
    }

    /** The last place given so far. */
    public long last() {
        return database.inNew(connection -> next(connection, "") - 1);
    }

    private Stand number(Connection connection) throws SQLException {
        long known = waitingAfter(connection);
        if (known >= 0) {
            return new Stand(known, false);
        }
        long next = next(connection, " FOR UPDATE");
        int placed = database.dialect().place(connection, next, BATCH);
        try (PreparedStatement update = connection.prepareStatement("UPDATE rt_sequencer SET next_position = ? WHERE id = 1")) {
            update.setLong(1, next + placed);
            update.executeUpdate();
        }
        return new Stand(next + placed - 1, placed == BATCH);
    }

    /** The last place if no event waits for one, else -1. */
    private static long waitingAfter(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT next_position, (SELECT seq FROM rt_event"
                + " WHERE position IS NULL FETCH FIRST 1 ROWS ONLY) FROM rt_sequencer WHERE id = 1");
                ResultSet row = select.executeQuery()) {
            row.next();
            long last = row.getLong(1) - 1;
            row.getLong(2);
            return row.wasNull() ? last : -1;
        }
    }

    private static long next(Connection connection, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT next_position FROM rt_sequencer WHERE id = 1" + lock); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private record Stand(long last, boolean more) {
    }
}
