package com.pivotino.crm.runtime.internal.undo;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.Dialect;
import com.pivotino.crm.runtime.internal.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables of acts that may be taken back. Every method works in the running transaction. */
public final class UndoStore {

    /** Where an act stands. */
    public enum State {
        /** It may be taken back until its time is over. */
        OPEN,
        /** It was taken back. */
        UNDONE,
        /** Its time is over, and something that waited for that has gone out. */
        SETTLED
    }

    /** An act as it was kept. */
    public record Kept(String token, String causeId, long actorId, String actorName, Instant at, Instant until, State state,
            long firstSeq, long lastSeq) {
    }

    /** Keeps an act with its steps, once its events have numbers; steps alone if the act is kept already. */
    public void keep(Connection connection, UndoOffer offer, List<Long> numbers) throws SQLException {
        int next = 0;
        if (offer.token() == null) {
            next = lastStep(connection, offer.causeId()) + 1;
        } else {
            Statements.update(connection, "INSERT INTO rt_undo (token, cause_id, actor_id, actor_name, at, until_at, state, first_seq,"
                    + " last_seq) VALUES (?, ?, ?, ?, ?, ?, 'open', ?, ?)", offer.token(), offer.causeId(),
                    offer.actor().id(), offer.actorName(), Database.column(offer.at()), Database.column(offer.until()),
                    numbers.get(0), numbers.get(numbers.size() - 1));
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO rt_undo_step (cause_id, n, record_type,"
                + " record_id, owner, body) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (UndoOffer.Step step : offer.steps()) {
                Statements.bind(insert, List.of(offer.causeId(), next++, step.record().type(), step.record().id(), step.owner(),
                        step.body()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * An act by its token.
     *
     * @param claimed whether nobody else may take it back or settle it until this transaction ends
     * @return null if there never was one
     */
    public Kept find(Connection connection, String token, boolean claimed) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT token, cause_id, actor_id, actor_name, at,"
                + " until_at, state, first_seq, last_seq FROM rt_undo WHERE token = ?" + (claimed ? " FOR UPDATE" : ""))) {
            Statements.bind(select, List.of(token));
            try (ResultSet row = select.executeQuery()) {
                return !row.next() ? null : new Kept(row.getString(1), row.getString(2), row.getLong(3), row.getString(4),
                        Database.instant(row.getObject(5, LocalDateTime.class)),
                        Database.instant(row.getObject(6, LocalDateTime.class)), state(row.getString(7)), row.getLong(8),
                        row.getLong(9));
            }
        }
    }

    /** The records of an act, in the order in which it touched them. */
    public List<RecordRef> records(Connection connection, Kept act) throws SQLException {
        Set<RecordRef> records = new LinkedHashSet<>();
        collect(connection, records, "SELECT record_type, record_id FROM rt_event WHERE seq BETWEEN ? AND ?"
                + " AND cause_id = ? ORDER BY seq", act.firstSeq, act.lastSeq, act.causeId);
        collect(connection, records, "SELECT record_type, record_id FROM rt_undo_step WHERE cause_id = ? ORDER BY n",
                act.causeId);
        return List.copyOf(records);
    }

    /** What the bundles kept of an act, last first. */
    public List<UndoOffer.Step> steps(Connection connection, String causeId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT record_type, record_id, owner, body"
                + " FROM rt_undo_step WHERE cause_id = ? ORDER BY n DESC")) {
            Statements.bind(select, List.of(causeId));
            List<UndoOffer.Step> steps = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    steps.add(new UndoOffer.Step(new RecordRef(row.getString(1), row.getLong(2)), row.getString(3),
                            row.getString(4)));
                }
            }
            return steps;
        }
    }

    public void undone(Connection connection, String token) throws SQLException {
        Statements.update(connection, "UPDATE rt_undo SET state = 'undone' WHERE token = ?", token);
    }

    /**
     * Where the act of this cause id stands; one whose time is over is settled by asking, so that it cannot be taken back
     * any more.
     */
    public State settle(Connection connection, String causeId, Instant now) throws SQLException {
        State state = stateOf(connection, causeId);
        if (state != State.OPEN) {
            return state;
        }
        int settled = Statements.update(connection, "UPDATE rt_undo SET state = 'settled' WHERE cause_id = ? AND state = 'open'"
                + " AND until_at <= ?", causeId, Database.column(now));
        return settled == 1 ? State.SETTLED : stateOf(connection, causeId);
    }

    /** Which of these acts were taken back. */
    public Set<String> undone(Connection connection, Collection<String> causeIds) throws SQLException {
        Set<String> undone = new HashSet<>();
        if (!causeIds.isEmpty()) {
            try (PreparedStatement select = connection.prepareStatement("SELECT cause_id FROM rt_undo WHERE state = 'undone'"
                    + " AND cause_id IN (" + Dialect.marks(causeIds.size()) + ")")) {
                Statements.bind(select, List.copyOf(causeIds));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        undone.add(row.getString(1));
                    }
                }
            }
        }
        return undone;
    }

    /** Drops what nobody can ask for any more. That an act was undone is kept: its events stay in the log. */
    int purge(Connection connection, Instant before) throws SQLException {
        Statements.update(connection, "DELETE FROM rt_undo_step WHERE cause_id IN (SELECT cause_id FROM rt_undo WHERE until_at < ?)",
                Database.column(before));
        return Statements.update(connection, "DELETE FROM rt_undo WHERE until_at < ? AND state <> 'undone'", Database.column(before));
    }

    private static State stateOf(Connection connection, String causeId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT state FROM rt_undo WHERE cause_id = ?")) {
            Statements.bind(select, List.of(causeId));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? state(row.getString(1)) : State.SETTLED;
            }
        }
    }

    private static int lastStep(Connection connection, String causeId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT COALESCE(MAX(n), -1) FROM rt_undo_step WHERE cause_id = ?")) {
            Statements.bind(select, List.of(causeId));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void collect(Connection connection, Set<RecordRef> into, String sql, Object... arguments)
            throws SQLException {
        into.addAll(Statements.query(connection, sql, List.of(arguments), row -> new RecordRef(row.getString(1), row.getLong(2))));
    }

    private static State state(String text) {
        return switch (text) {
            case "open" -> State.OPEN;
            case "undone" -> State.UNDONE;
            default -> State.SETTLED;
        };
    }
}
