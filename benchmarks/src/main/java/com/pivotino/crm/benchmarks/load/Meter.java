package com.pivotino.crm.benchmarks.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** What the server spends: processor time of its process, and statements and commits of its PostgreSQL database. */
final class Meter {

    /** Sums since the server was started; statements are -1 where the database does not count them. */
    record Reading(double cpuMs, long statements, long commits) {
    }

    private final long pid;
    private final String url;
    private final String user;

    /**
     * @param pid  the server's process, or 0
     * @param url  the JDBC address of its database, or null
     */
    Meter(long pid, String url, String user) {
        this.pid = pid;
        this.url = url;
        this.user = user;
    }

    Reading read() {
        double cpu = pid == 0 ? 0 : ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toNanos).orElse(0L) / 1e6;
        if (url == null) {
            return new Reading(cpu, -1, -1);
        }
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            return new Reading(cpu, number(connection, "SELECT COALESCE(SUM(calls), 0) FROM pg_stat_statements"),
                    number(connection, "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"));
        } catch (SQLException e) {
            return new Reading(cpu, -1, -1);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
