package com.pivotino.crm.rest.internal.once;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The rows of {@code rest_idempotency}; every call runs in the transaction of its thread. */
public final class KeyTable {

    private static final int PORTION = 500;
    /** Unique key, serialization failure, deadlock, and no lock in time on PostgreSQL and H2. */
    private static final Set<String> TAKEN = Set.of("23505", "40001", "40P01", "55P03", "HYT00");

    private final DataSource dataSource;

    public KeyTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A kept answer.
     *
     * @param requestHash hash of method, path, query and body
     * @param body        sealed
     */
    record Row(String requestHash, int status, String location, String etag, String body) {
    }

    /** Another call holds the key, or held it until now. No race for records was lost: what to do next is decided here. */
    static final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Taken(SQLException cause) {
            super("The idempotency key is taken: " + cause.getMessage());
        }
    }

    Optional<Row> find(long userId, String keyId, Instant oldest) {
        return run("SELECT request_hash, status, location, etag, body FROM rest_idempotency"
                + " WHERE user_id = ? AND key_id = ? AND created_at > ? AND status IS NOT NULL", statement -> {
                    key(statement, 1, userId, keyId);
                    statement.setObject(3, utc(oldest));
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? Optional.of(new Row(row.getString(1), row.getInt(2), row.getString(3),
                                row.getString(4), row.getString(5))) : Optional.empty();
                    }
                });
    }

    /**
     * Takes the key for the running transaction; waits while another one that holds it has not ended.
     *
     * @throws Taken if the other one has committed, or the wait was given up
     */
    void claim(long userId, String keyId, Instant now, Instant oldest) {
        run("DELETE FROM rest_idempotency WHERE user_id = ? AND key_id = ? AND created_at <= ?", statement -> {
            key(statement, 1, userId, keyId);
            statement.setObject(3, utc(oldest));
            return statement.executeUpdate();
        });
        run("INSERT INTO rest_idempotency (user_id, key_id, created_at) VALUES (?, ?, ?)", statement -> {
            key(statement, 1, userId, keyId);
            statement.setObject(3, utc(now));
            try {
                return statement.executeUpdate();
            } catch (SQLException e) {
                if (TAKEN.contains(String.valueOf(e.getSQLState()))) {
                    throw new Taken(e);
                }
                throw e;
            }
        });
    }

    void fill(long userId, String keyId, Row row) {
        run("UPDATE rest_idempotency SET request_hash = ?, status = ?, location = ?, etag = ?, body = ?"
                + " WHERE user_id = ? AND key_id = ?", statement -> {
                    statement.setString(1, row.requestHash());
                    statement.setInt(2, row.status());
                    statement.setString(3, row.location());
                    statement.setString(4, row.etag());
                    statement.setString(5, row.body());
                    key(statement, 6, userId, keyId);
                    return statement.executeUpdate();
                });
    }

    void forget(long userId, String keyId) {
        run("DELETE FROM rest_idempotency WHERE user_id = ? AND key_id = ?", statement -> {
            key(statement, 1, userId, keyId);
            return statement.executeUpdate();
        });
    }

    /** Drops a portion of the rows up to this age; answers how many. */
    int purge(Instant oldest) {
        return run("DELETE FROM rest_idempotency WHERE (user_id, key_id) IN (SELECT user_id, key_id FROM rest_idempotency"
                + " WHERE created_at <= ? ORDER BY created_at FETCH FIRST " + PORTION + " ROWS ONLY)", statement -> {
                    statement.setObject(1, utc(oldest));
                    return statement.executeUpdate();
                });
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The table of idempotency keys cannot be used", e);
        }
    }

    private static void key(PreparedStatement statement, int at, long userId, String keyId) throws SQLException {
        statement.setLong(at, userId);
        statement.setString(at + 1, keyId);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
