package com.pivotino.crm.runtime.internal.migration;

import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The table of applied migrations, and the one row that nodes lock while they migrate. */
final class Ledger {

    /**
     * One migration in the database.
     *
     * @param statements how many of its statements are done
     * @param done       whether all are
     */
    record Line(int version, String name, String checksum, int statements, boolean done) {
    }

    Void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS rt_migration (module VARCHAR(60) NOT NULL, version INT NOT NULL,"
                    + " name VARCHAR(200) NOT NULL, checksum VARCHAR(64) NOT NULL, statements INT DEFAULT 0 NOT NULL,"
                    + " applied_at TIMESTAMP(6), PRIMARY KEY (module, version))");
            statement.execute("CREATE TABLE IF NOT EXISTS rt_migration_lock (id INT PRIMARY KEY)");
            statement.execute("INSERT INTO rt_migration_lock (id) SELECT 1 WHERE NOT EXISTS"
                    + " (SELECT 1 FROM rt_migration_lock)");
        }
        return null;
    }

    /** Passes if the tables are there, else fails with what happened when they were created. */
    Void check(Connection connection, RuntimeException failure) throws SQLException {
        try {
            lock(connection);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            throw failure;
        }
        return null;
    }

    void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM rt_migration_lock FOR UPDATE")) {
            if (!row.next()) {
                throw new SQLException("The table rt_migration_lock is empty");
            }
        }
    }

    List<Line> lines(Connection connection, String module) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT version, name, checksum, statements,"
                + " applied_at FROM rt_migration WHERE module = ? ORDER BY version")) {
            select.setString(1, module);
            List<Line> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new Line(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4),
                            row.getObject(5, LocalDateTime.class) != null));
                }
            }
            return lines;
        }
    }

    int begin(Connection connection, String module, Migration migration) throws SQLException {
        return Statements.update(connection, "INSERT INTO rt_migration (module, version, name, checksum) VALUES (?, ?, ?, ?)",
                module, migration.version(), migration.name(), migration.checksum());
    }

    int progress(Connection connection, String module, Migration migration, int statements) throws SQLException {
        return Statements.update(connection, "UPDATE rt_migration SET statements = ? WHERE module = ? AND version = ?",
                statements, module, migration.version());
    }

    int end(Connection connection, String module, Migration migration, Instant now) throws SQLException {
        return Statements.update(connection, "UPDATE rt_migration SET statements = ?, applied_at = ? WHERE module = ? AND version = ?",
                migration.statements().size(), Database.column(now), module, migration.version());
    }
}
