package com.pivotino.crm.runtime.internal.lane;

import com.pivotino.crm.runtime.internal.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
        while (database.inNew(Sequencer::someWait)) {
            database.inNew(this::number);
        }
        return last();
    }

    /** The last place given so far. */
    public long last() {
        return database.inNew(connection -> next(connection, "") - 1);
    }

    private static boolean someWait(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT seq FROM rt_event WHERE position IS NULL FETCH FIRST 1 ROWS ONLY");
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    private Void number(Connection connection) throws SQLException {
        long next = next(connection, " FOR UPDATE");
        List<Long> waiting = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT seq FROM rt_event WHERE position IS NULL ORDER BY seq FETCH FIRST " + BATCH + " ROWS ONLY");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                waiting.add(row.getLong(1));
            }
        }
        try (PreparedStatement place = connection.prepareStatement("UPDATE rt_event SET position = ? WHERE seq = ?")) {
            for (Long seq : waiting) {
                place.setLong(1, next++);
                place.setLong(2, seq);
                place.addBatch();
            }
            place.executeBatch();
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE rt_sequencer SET next_position = ?")) {
            update.setLong(1, next);
            update.executeUpdate();
        }
        return null;
    }

    private static long next(Connection connection, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT next_position FROM rt_sequencer WHERE id = 1" + lock); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
