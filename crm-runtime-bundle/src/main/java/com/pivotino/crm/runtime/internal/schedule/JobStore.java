package com.pivotino.crm.runtime.internal.schedule;

import com.pivotino.crm.runtime.internal.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/** The table of claims. All times are the database's, so that nodes and a steered clock do not matter. */
final class JobStore {

    private static final int MAX_PROBLEM = 2000;

    private final Database database;

    JobStore(Database database) {
        this.database = database;
    }

    /**
     * Claims a run that is due.
     *
     * @return false if it is not due yet or another node is at it
     */
    boolean claim(String job, String node, long everySeconds) {
        return database.inNew(connection -> {
            if (!exists(connection, job)) {
                update(connection, "INSERT INTO rt_job (name, due_at) VALUES (?, CURRENT_TIMESTAMP)", job);
            }
            return update(connection, "UPDATE rt_job SET owner = ?, owner_until = CURRENT_TIMESTAMP + INTERVAL '1' MINUTE,"
                    + " last_started = CURRENT_TIMESTAMP, due_at = CURRENT_TIMESTAMP + CAST(? AS INT) * INTERVAL '1' SECOND"
                    + " WHERE name = ? AND due_at <= CURRENT_TIMESTAMP"
                    + " AND (owner IS NULL OR owner_until < CURRENT_TIMESTAMP)", node, (int) everySeconds, job) == 1;
        });
    }

    /** Holds what this node is at for another minute. */
    void hold(Collection<String> jobs, String node) {
        if (!jobs.isEmpty()) {
            database.inNew(connection -> {
                for (String job : jobs) {
                    update(connection, "UPDATE rt_job SET owner_until = CURRENT_TIMESTAMP + INTERVAL '1' MINUTE"
                            + " WHERE name = ? AND owner = ?", job, node);
                }
                return null;
            });
        }
    }

    /** Ends a run; nothing happens if another node has taken it over. */
    void end(String job, String node, String problem) {
        String text = problem == null || problem.length() <= MAX_PROBLEM ? problem : problem.substring(0, MAX_PROBLEM);
        database.inNew(connection -> update(connection, "UPDATE rt_job SET owner = NULL, owner_until = NULL,"
                + " last_ended = CURRENT_TIMESTAMP, problem = ? WHERE name = ? AND owner = ?", text, job, node));
    }

    private static boolean exists(Connection connection, String job) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM rt_job WHERE name = ?")) {
            select.setString(1, job);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static int update(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                update.setObject(i + 1, arguments[i]);
            }
            return update.executeUpdate();
        }
    }
}
