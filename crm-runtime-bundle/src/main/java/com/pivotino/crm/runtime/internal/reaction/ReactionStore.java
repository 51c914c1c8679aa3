package com.pivotino.crm.runtime.internal.reaction;

import com.pivotino.crm.runtime.internal.log.TypePatterns;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.Dialect;
import com.pivotino.crm.runtime.internal.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of known reactions and of what they missed. Every method works in the running transaction. */
public final class ReactionStore {

    /** An event that a reaction has not heard of. */
    public record Missed(String reactionId, long seq, int tries, String problem, boolean parked) {
    }

    /** A known reaction: its types, and whether it has something to catch up with. */
    public record Known(TypePatterns types, boolean due) {
    }

    /** How much a reaction has before it. */
    public record Backlog(String reactionId, String types, long waiting, long parked) {
    }

    private static final int MAX_PROBLEM = 2000;

    /**
     * All known reactions.
     *
     * @return by id; the value tells whether there is something to do for it now
     */
    public Map<String, Known> known(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT r.id, r.types, CASE WHEN r.sweep_at <= ? OR r.history_from IS NOT NULL"
                + " OR EXISTS (SELECT 1 FROM rt_missed m WHERE m.reaction_id = r.id AND m.parked = FALSE"
                + " AND (m.next_try IS NULL OR m.next_try <= ?)) THEN 1 ELSE 0 END FROM rt_reaction r")) {
            Statements.bind(select, List.of(Database.column(now), Database.column(now)));
            Map<String, Known> known = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.put(row.getString(1), new Known(TypePatterns.parse(row.getString(2)), row.getInt(3) == 1));
                }
            }
            return known;
        }
    }

    /** Remembers a reaction that was never here before. */
    public void add(Connection connection, String id, TypePatterns types, Instant now) throws SQLException {
        Statements.update(connection, "INSERT INTO rt_reaction (id, types, first_seen) VALUES (?, ?, ?)",
                id, types.text(), Database.column(now));
    }

    /** Plans to queue every event of the past with these types, for a reaction that wants to begin with the earliest. */
    public void planHistory(Connection connection, String id, TypePatterns types) throws SQLException {
        Statements.update(connection, "UPDATE rt_reaction SET history_types = ?, history_from = 0,"
                + " history_to = (SELECT COALESCE(MAX(seq), 0) FROM rt_event) WHERE id = ?", types.text(), id);
    }

    /**
     * Queues the next piece of the past.
     *
     * @return false if there is nothing left of it
     */
    public boolean queueHistory(Connection connection, String id, int numbers) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT history_types, history_from, history_to"
                + " FROM rt_reaction WHERE id = ? AND history_from IS NOT NULL FOR UPDATE")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                TypePatterns types = TypePatterns.parse(row.getString(1));
                long from = row.getLong(2);
                long to = Math.min(from + numbers, row.getLong(3));
                List<Object> arguments = new ArrayList<>(List.of(id, from, to));
                arguments.addAll(types.arguments());
                arguments.add(id);
                Statements.update(connection, "INSERT INTO rt_missed (reaction_id, event_seq) SELECT CAST(? AS VARCHAR(120)), seq"
                        + " FROM rt_event WHERE seq > ? AND seq <= ? AND " + types.condition()
                        + " AND seq NOT IN (SELECT event_seq FROM rt_missed WHERE reaction_id = ?)", arguments.toArray());
                Long next = to < row.getLong(3) ? Long.valueOf(to) : null;
                try (PreparedStatement update = connection.prepareStatement(
                        "UPDATE rt_reaction SET history_from = ? WHERE id = ?")) {
                    update.setObject(1, next, Types.BIGINT);
                    update.setString(2, id);
                    update.executeUpdate();
                }
                return next != null;
            }
        }
    }

    /**
     * Plans to look again for events that other nodes published before they knew of the reaction.
     *
     * @param from place in the log from which on to look
     * @param at   when all of them have come to know
     */
    public void planSweep(Connection connection, String id, long from, Instant at) throws SQLException {
        Statements.update(connection, "UPDATE rt_reaction SET sweep_from = ?, sweep_at = ? WHERE id = ?",
                from, Database.column(at), id);
    }

    /** Looks again if it is time to: other nodes' events are queued once more, reactions being idempotent. */
    public int sweep(Connection connection, String id, TypePatterns types, String node, Instant now)
            throws SQLException {
        try (PreparedStatement due = connection.prepareStatement(
                "SELECT sweep_from FROM rt_reaction WHERE id = ? AND sweep_at <= ? FOR UPDATE")) {
            due.setString(1, id);
            due.setObject(2, Database.column(now));
            try (ResultSet row = due.executeQuery()) {
                if (!row.next()) {
                    return 0;
                }
                List<Object> arguments = new ArrayList<>(List.of(id, row.getLong(1), node, Database.column(now)));
                arguments.addAll(types.arguments());
                arguments.add(id);
                int found = Statements.update(connection, "INSERT INTO rt_missed (reaction_id, event_seq)"
                        + " SELECT CAST(? AS VARCHAR(120)), seq FROM rt_event"
                        + " WHERE (position >= ? OR position IS NULL) AND node <> ? AND at <= ? AND "
                        + types.condition()
                        + " AND seq NOT IN (SELECT event_seq FROM rt_missed WHERE reaction_id = ?)",
                        arguments.toArray());
                Statements.update(connection, "UPDATE rt_reaction SET sweep_from = NULL, sweep_at = NULL WHERE id = ?", id);
                return found;
            }
        }
    }

    public void types(Connection connection, String id, TypePatterns types) throws SQLException {
        Statements.update(connection, "UPDATE rt_reaction SET types = ? WHERE id = ? AND types <> ?", types.text(), id, types.text());
    }

    /** Forgets a reaction that will not come back, with all that it missed. */
    public boolean forget(Connection connection, String id) throws SQLException {
        Statements.update(connection, "DELETE FROM rt_missed WHERE reaction_id = ?", id);
        return Statements.update(connection, "DELETE FROM rt_reaction WHERE id = ?", id) > 0;
    }

    public void miss(Connection connection, List<Missed> missed) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO rt_missed (reaction_id, event_seq) VALUES (?, ?)")) {
            for (Missed one : missed) {
                insert.setString(1, one.reactionId);
                insert.setLong(2, one.seq);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Makes this transaction the only one that replays to the reaction; false if another node does. */
    public boolean claim(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id FROM rt_reaction WHERE id = ? FOR UPDATE SKIP LOCKED")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** What is due for a reaction among events with types that it knows, oldest first. */
    public List<Missed> due(Connection connection, String id, TypePatterns types, Instant now, int limit) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(id, Database.column(now)));
        arguments.addAll(types.arguments());
        arguments.add(limit);
        return missed(connection, "reaction_id = ? AND parked = FALSE AND (next_try IS NULL OR next_try <= ?)"
                + " AND EXISTS (SELECT 1 FROM rt_event WHERE seq = event_seq AND " + types.condition() + ")"
                + " ORDER BY event_seq FETCH FIRST ? ROWS ONLY", arguments.toArray());
    }

    /**
     * Takes these off the list.
     *
     * @return the numbers of those that were still on it, ascending
     */
    public List<Long> take(Connection connection, String id, List<Missed> missed) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(id));
        missed.forEach(one -> arguments.add(one.seq));
        String which = "reaction_id = ? AND event_seq IN (" + Dialect.marks(missed.size()) + ")";
        List<Long> there = missed(connection, which + " ORDER BY event_seq", arguments.toArray()).stream()
                .map(Missed::seq).toList();
        Statements.update(connection, "DELETE FROM rt_missed WHERE " + which, arguments.toArray());
        return there;
    }

    /** Notes a failed try; without a next one the event is parked. */
    public void failed(Connection connection, Missed missed, Instant next, String problem) throws SQLException {
        Statements.update(connection, "UPDATE rt_missed SET tries = ?, next_try = ?, problem = ?, parked = ?"
                + " WHERE reaction_id = ? AND event_seq = ?", missed.tries + 1, Database.column(next),
                problem.length() > MAX_PROBLEM ? problem.substring(0, MAX_PROBLEM) : problem, next == null,
                missed.reactionId, missed.seq);
    }

    /** Makes parked events due again. */
    public int unpark(Connection connection, String id) throws SQLException {
        return Statements.update(connection, "UPDATE rt_missed SET parked = FALSE, tries = 0, next_try = NULL"
                + " WHERE reaction_id = ? AND parked = TRUE", id);
    }

    public List<Backlog> backlogs(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT r.id, r.types,"
                + " (SELECT COUNT(*) FROM rt_missed m WHERE m.reaction_id = r.id AND m.parked = FALSE),"
                + " (SELECT COUNT(*) FROM rt_missed m WHERE m.reaction_id = r.id AND m.parked = TRUE)"
                + " FROM rt_reaction r ORDER BY r.id"); ResultSet row = select.executeQuery()) {
            List<Backlog> backlogs = new ArrayList<>();
            while (row.next()) {
                backlogs.add(new Backlog(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
            }
            return backlogs;
        }
    }

    private static List<Missed> missed(Connection connection, String where, Object... arguments) throws SQLException {
        return Statements.query(connection, "SELECT reaction_id, event_seq, tries, problem, parked FROM rt_missed WHERE " + where,
                Arrays.asList(arguments), row -> new Missed(row.getString(1), row.getLong(2), row.getInt(3), row.getString(4),
                row.getBoolean(5)));
    }
}
