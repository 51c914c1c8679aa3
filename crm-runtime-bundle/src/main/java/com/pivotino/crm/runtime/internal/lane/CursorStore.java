package com.pivotino.crm.runtime.internal.lane;

import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables of cursors and parked events. A cursor is worked by the node that holds its lease; the lease's token grows
 * with every owner, and whoever comes with an old one changes nothing. Leases go by the database's time.
 */
final class CursorStore {

    /** How far a listener came, as its owner knows it. */
    record Cursor(long position, int tries, Instant nextTry, long token) {
    }

    private static final String LEASE = "CURRENT_TIMESTAMP + INTERVAL '30' SECOND";
    private static final int MAX_PROBLEM = 2000;

    private final Database database;

    CursorStore(Database database) {
        this.database = database;
    }

    /** Makes the cursor if there is none yet. */
    void begin(String listener, long start) {
        database.inNew(connection -> begin(connection, listener, start));
    }

    /**
     * Takes or renews the lease.
     *
     * @param owner one lane of one node
     * @param start where to begin if there is no cursor yet
     * @return null if another node holds it
     */
    Cursor lease(String listener, String owner, long start) {
        return database.inNew(connection -> {
            begin(connection, listener, start);
            int taken = Statements.update(connection, "UPDATE rt_cursor SET token = CASE WHEN owner = ? THEN token ELSE token + 1 END,"
                    + " owner = ?, owner_until = " + LEASE + " WHERE listener_id = ? AND (owner IS NULL OR owner = ?"
                    + " OR owner_until < CURRENT_TIMESTAMP)", owner, owner, listener, owner);
            return taken == 0 ? null : read(connection, listener);
        });
    }

    /** Keeps a lease while a delivery takes long; false if it is lost. */
    boolean renew(String listener, long token) {
        return database.inNew(connection -> Statements.update(connection, "UPDATE rt_cursor SET owner_until = " + LEASE
                + " WHERE listener_id = ? AND token = ?", listener, token)) == 1;
    }

    /** Gives the lease back, so that another node need not wait. */
    void release(String listener, String owner) {
        database.inNew(connection -> Statements.update(connection, "UPDATE rt_cursor SET owner = NULL, owner_until = NULL"
                + " WHERE listener_id = ? AND owner = ?", listener, owner));
    }

    /** Moves the cursor on; false if the lease is lost. */
    boolean advance(String listener, long token, long position) {
        return database.inNew(connection -> advance(connection, listener, token, position));
    }

    /** Notes a failed try of the next event; false if the lease is lost. */
    boolean failed(String listener, Cursor cursor, Instant next, String problem) {
        return database.inNew(connection -> Statements.update(connection, "UPDATE rt_cursor SET tries = ?, next_try = ?, problem = ?"
                + " WHERE listener_id = ? AND token = ?", cursor.tries + 1, Database.column(next),
                cut(problem), listener, cursor.token)) == 1;
    }

    /** Parks an event and moves on; false if the lease is lost. */
    boolean park(String listener, Cursor cursor, long seq, long position, Instant now, String problem) {
        return database.inNew(connection -> {
            if (!advance(connection, listener, cursor.token, position)) {
                return false;
            }
            Statements.update(connection, "DELETE FROM rt_parked WHERE listener_id = ? AND event_seq = ?", listener, seq);
            Statements.update(connection, "INSERT INTO rt_parked (listener_id, event_seq, parked_at, tries, problem)"
                    + " VALUES (?, ?, ?, ?, ?)", listener, seq, Database.column(now), cursor.tries + 1, cut(problem));
            return true;
        });
    }

    /** Listeners of which the operator wants parked events delivered again. */
    Set<String> withDue() {
        return database.inNew(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT DISTINCT listener_id FROM rt_parked WHERE due = TRUE"); ResultSet row = select.executeQuery()) {
                Set<String> listeners = new HashSet<>();
                while (row.next()) {
                    listeners.add(row.getString(1));
                }
                return listeners;
            }
        });
    }

    /** Numbers of parked events that the operator wants delivered again. */
    List<Long> due(String listener) {
        return database.inNew(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT event_seq FROM rt_parked"
                    + " WHERE listener_id = ? AND due = TRUE ORDER BY event_seq FETCH FIRST 100 ROWS ONLY")) {
                select.setString(1, listener);
                List<Long> numbers = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        numbers.add(row.getLong(1));
                    }
                }
                return numbers;
            }
        });
    }

    /** Takes a parked event off the list, or puts it back with what went wrong. */
    void unparked(String listener, long seq, String problem) {
        database.inNew(connection -> problem == null
                ? Statements.update(connection, "DELETE FROM rt_parked WHERE listener_id = ? AND event_seq = ?", listener, seq)
                : Statements.update(connection, "UPDATE rt_parked SET due = FALSE, tries = tries + 1, problem = ?"
                        + " WHERE listener_id = ? AND event_seq = ?", cut(problem), listener, seq));
    }

    private boolean advance(Connection connection, String listener, long token, long position) throws SQLException {
        return Statements.update(connection, "UPDATE rt_cursor SET position = ?, tries = 0, next_try = NULL, problem = NULL,"
                + " owner_until = " + LEASE + " WHERE listener_id = ? AND token = ?", position, listener, token) == 1;
    }

    private static int begin(Connection connection, String listener, long start) throws SQLException {
        return exists(connection, listener) ? 0
                : Statements.update(connection, "INSERT INTO rt_cursor (listener_id, position) VALUES (?, ?)", listener, start);
    }

    private static boolean exists(Connection connection, String listener) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM rt_cursor WHERE listener_id = ?")) {
            select.setString(1, listener);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Cursor read(Connection connection, String listener) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT position, tries, next_try, token FROM rt_cursor WHERE listener_id = ?")) {
            select.setString(1, listener);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Cursor(row.getLong(1), row.getInt(2),
                        Database.instant(row.getObject(3, LocalDateTime.class)), row.getLong(4));
            }
        }
    }

    private static String cut(String problem) {
        return problem == null || problem.length() <= MAX_PROBLEM ? problem : problem.substring(0, MAX_PROBLEM);
    }
}
