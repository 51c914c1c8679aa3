package com.pivotino.crm.runtime.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;

/** Where the two databases differ. */
public enum Dialect {

    H2("h2") {
        @Override
        public String nextValues(String sequence) {
            return "SELECT NEXT VALUE FOR " + sequence + " FROM SYSTEM_RANGE(1, ?)";
        }

        @Override
        public String upsertRecord() {
            return "MERGE INTO rt_record r USING (SELECT CAST(? AS VARCHAR(40)) AS record_type, CAST(? AS BIGINT) AS record_id,"
                    + " CAST(? AS VARCHAR(500)) AS title, CAST(? AS BIGINT) AS owner_id, CAST(? AS BIGINT) AS team_id,"
                    + " CAST(? AS BIGINT) AS creator_id, CAST(? AS BOOLEAN) AS deleted) s"
                    + " ON r.record_type = s.record_type AND r.record_id = s.record_id"
                    + " WHEN MATCHED AND r.deleted = FALSE AND (r.title <> s.title OR r.owner_id IS DISTINCT FROM s.owner_id"
                    + " OR r.team_id IS DISTINCT FROM s.team_id OR r.creator_id IS DISTINCT FROM s.creator_id"
                    + " OR r.deleted <> s.deleted) THEN UPDATE SET title = s.title, owner_id = s.owner_id, team_id = s.team_id,"
                    + " creator_id = s.creator_id, deleted = s.deleted WHEN NOT MATCHED THEN INSERT VALUES (s.record_type,"
                    + " s.record_id, s.title, s.owner_id, s.team_id, s.creator_id, s.deleted)";
        }

        @Override
        <T> T inSnapshot(Connection connection, Database.Work<T> work) throws SQLException {
            // It belongs to the connection, not to the transaction: the pool must get it back as it was.
            execute(connection, ISOLATION + "SNAPSHOT");
            try {
                return work.on(connection);
            } finally {
                execute(connection, ISOLATION + "READ COMMITTED");
            }
        }
    },
    POSTGRESQL("postgresql") {
        @Override
        public String nextValues(String sequence) {
            return "SELECT nextval('" + sequence + "') FROM generate_series(1, ?)";
        }

        @Override
        public String upsertRecord() {
            return "INSERT INTO rt_record AS r (record_type, record_id, title, owner_id, team_id, creator_id, deleted)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (record_type, record_id) DO UPDATE SET title = EXCLUDED.title,"
                    + " owner_id = EXCLUDED.owner_id, team_id = EXCLUDED.team_id, creator_id = EXCLUDED.creator_id,"
                    + " deleted = EXCLUDED.deleted WHERE r.deleted = FALSE AND (r.title, r.owner_id, r.team_id, r.creator_id,"
                    + " r.deleted) IS DISTINCT FROM (EXCLUDED.title, EXCLUDED.owner_id, EXCLUDED.team_id, EXCLUDED.creator_id,"
                    + " EXCLUDED.deleted)";
        }

        @Override
        <T> T inSnapshot(Connection connection, Database.Work<T> work) throws SQLException {
            execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            return work.on(connection);
        }
    };

    private static final String ISOLATION = "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL ";
    /** How long a transaction waits for a lock before it gives up. */
    static final int LOCK_SECONDS = 10;
    private static final String LIMIT_WAITS = "SELECT set_config('lock_timeout', '" + LOCK_SECONDS + "s', TRUE)"
            + " WHERE current_setting('lock_timeout') = '0'";

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /** The dialect of the database behind a connection. */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default -> throw new SQLException("The database " + product + " is not supported; use H2 or PostgreSQL.");
        };
    }

    /** Works at the beginning of a transaction; all of it sees one moment. */
    abstract <T> T inSnapshot(Connection connection, Database.Work<T> work) throws SQLException;

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** Limits the waits of a PostgreSQL connection's running transaction. */
    static Void limitWaits(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery(LIMIT_WAITS).close();
        }
        return null;
    }

    /** Where migrations that are only for this database stand. */
    public String folder() {
        return folder;
    }

    /** A query with one parameter, how many numbers, answering them. */
    public abstract String nextValues(String sequence);

    /** Inserts or updates a record of the index; one parameter for each of its columns. */
    public abstract String upsertRecord();

    /** {@code ?, ?, ?} for an IN. */
    public static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
