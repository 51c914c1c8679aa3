package com.pivotino.crm.runtime.internal.lane;

import com.pivotino.crm.runtime.internal.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What the operator sees of listeners and of events that they could not take. */
public final class LaneReports {

    /**
     * One durable listener.
     *
     * @param behind how many places of the log lie before it
     * @param tries  failed tries of the next event
     * @param parked events that it could not take
     */
    public record Line(String listener, long position, long behind, int tries, Instant nextTry, long parked,
            String problem) {
    }

    /** One parked event; the listener is a reaction's id if {@code reaction}. */
    public record Parked(String listener, boolean reaction, long seq, String type, String record, int tries,
            String problem) {
    }

    private final Database database;

    public LaneReports(Database database) {
        this.database = database;
    }

    public List<Line> lines() {
        return database.inNew(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT c.listener_id, c.position,"
                    + " (SELECT MAX(next_position) FROM rt_sequencer) - 1 - c.position, c.tries, c.next_try,"
                    + " (SELECT COUNT(*) FROM rt_parked p WHERE p.listener_id = c.listener_id), c.problem"
                    + " FROM rt_cursor c ORDER BY c.listener_id"); ResultSet row = select.executeQuery()) {
                List<Line> lines = new ArrayList<>();
                while (row.next()) {
                    lines.add(new Line(row.getString(1), row.getLong(2), row.getLong(3), row.getInt(4),
                            Database.instant(row.getObject(5, LocalDateTime.class)), row.getLong(6), row.getString(7)));
                }
                return lines;
            }
        });
    }

    /** Parked events of listeners and reactions, at most this many. */
    public List<Parked> parked(int limit) {
        return database.inNew(connection -> parked(connection, limit));
    }

    /**
     * Lets parked events be delivered again.
     *
     * @return how many there are
     */
    public int again(String listener) {
        return database.inNew(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE rt_parked SET due = TRUE WHERE listener_id = ?")) {
                update.setString(1, listener);
                return update.executeUpdate();
            }
        });
    }

    private static List<Parked> parked(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT x.id, x.reaction, e.seq, e.type,"
                + " e.record_type, e.record_id, x.tries, x.problem FROM ("
                + " SELECT listener_id AS id, 0 AS reaction, event_seq, tries, problem FROM rt_parked UNION ALL"
                + " SELECT reaction_id, 1, event_seq, tries, problem FROM rt_missed WHERE parked = TRUE) x"
                + " JOIN rt_event e ON e.seq = x.event_seq ORDER BY x.id, e.seq FETCH FIRST ? ROWS ONLY")) {
            select.setInt(1, limit);
            List<Parked> parked = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parked.add(new Parked(row.getString(1), row.getInt(2) == 1, row.getLong(3), row.getString(4),
                            row.getString(5) + ":" + row.getLong(6), row.getInt(7), row.getString(8)));
                }
            }
            return parked;
        }
    }
}
