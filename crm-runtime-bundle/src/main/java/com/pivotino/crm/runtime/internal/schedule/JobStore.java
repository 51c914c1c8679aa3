package com.pivotino.crm.runtime.internal.schedule;

import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The table of claims. All times are the database's, so that nodes and a steered clock do not matter. */
final class JobStore {

    private static final String LEASE = "CURRENT_TIMESTAMP + INTERVAL '30' SECOND";
    private static final int MAX_PROBLEM = 2000;

    private final Database database;

    JobStore(Database database) {
        this.database = database;
    }

    /**
     * Claims a run that is due.
     *
     * @return the number of the claim, or 0 if it is not due yet or another node is at it
     */
    long claim(String job, String node, long everySeconds) {
        return database.inNew(connection -> {
            if (!exists(connection, job)) {
                Statements.update(connection, "INSERT INTO rt_job (name, due_at) VALUES (?, CURRENT_TIMESTAMP)", job);
            }
            int taken = Statements.update(connection, "UPDATE rt_job SET owner = ?, token = token + 1, owner_until = " + LEASE + ","
                    + " last_started = CURRENT_TIMESTAMP, due_at = CURRENT_TIMESTAMP + CAST(? AS INT) * INTERVAL '1' SECOND"
                    + " WHERE name = ? AND due_at <= CURRENT_TIMESTAMP"
                    + " AND (owner IS NULL OR owner_until < CURRENT_TIMESTAMP)", node, (int) everySeconds, job);
            return taken == 1 ? token(connection, job) : 0;
        });
    }

    /** Names of the jobs that nobody need claim now: not due yet, or under way. */
    Set<String> resting() {
        return database.inNew(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT name FROM rt_job WHERE due_at > CURRENT_TIMESTAMP"
                    + " OR owner IS NOT NULL AND owner_until >= CURRENT_TIMESTAMP"); ResultSet row = select.executeQuery()) {
                Set<String> names = new HashSet<>();
                while (row.next()) {
                    names.add(row.getString(1));
                }
                return names;
            }
        });
    }

    /** Keeps a claim while the job runs; false if another node has taken it over. */
    boolean renew(String job, long token) {
        return database.inNew(connection -> Statements.update(connection, "UPDATE rt_job SET owner_until = " + LEASE
                + " WHERE name = ? AND token = ? AND owner IS NOT NULL", job, token)) == 1;
    }

    /** Ends a run; nothing happens if another node has taken it over. */
    void end(String job, long token, String problem) {
        String text = problem == null || problem.length() <= MAX_PROBLEM ? problem : problem.substring(0, MAX_PROBLEM);
        database.inNew(connection -> Statements.update(connection, "UPDATE rt_job SET owner = NULL, owner_until = NULL,"
                + " last_ended = CURRENT_TIMESTAMP, problem = ? WHERE name = ? AND token = ?", text, job, token));
    }

    private static long token(Connection connection, String job) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT token FROM rt_job WHERE name = ?")) {
            select.setString(1, job);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean exists(Connection connection, String job) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM rt_job WHERE name = ?")) {
            select.setString(1, job);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
