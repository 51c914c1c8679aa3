package com.pivotino.crm.runtime.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
        public int place(Connection connection, long next, int limit) throws SQLException {
            try (PreparedStatement place = connection.prepareStatement("UPDATE rt_event e SET position = ? + w.n - 1 FROM (SELECT seq,"
                    + " ROW_NUMBER() OVER (ORDER BY seq) AS n FROM rt_event WHERE position IS NULL ORDER BY seq FETCH FIRST " + limit
                    + " ROWS ONLY) w WHERE e.seq = w.seq")) {
                place.setLong(1, next);
                return place.executeUpdate();
            }
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
    private static final String MARK = "Pivotino CRM";
    /**
     * Both settings are taken back together if the transaction is. The driver knows the application's name without asking, so
     * it says for each connection whether its waits are limited already.
     */
    private static final String LIMIT_WAITS = "SELECT set_config('lock_timeout', CASE current_setting('lock_timeout') WHEN '0' THEN '"
            + LOCK_SECONDS + "s' ELSE current_setting('lock_timeout') END, FALSE), set_config('application_name', CASE"
            + " WHEN current_setting('application_name') IN ('', 'PostgreSQL JDBC Driver') THEN '" + MARK + "'"
            + " ELSE '" + MARK + " ' || current_setting('application_name') END, FALSE)";

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

    /** Limits the waits of a PostgreSQL connection, once. */
    static Void limitWaits(Connection connection) throws SQLException {
        String name = connection.getClientInfo("ApplicationName");
        if (name != null && name.startsWith(MARK)) {
            return null;
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery(LIMIT_WAITS).close();
        }
        return null;
    }

    /** The name of PostgreSQL's snapshot: the numbers of the transactions that have ended. Only those that write have a number. */
    static String snapshot(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT CAST(txid_current_snapshot() AS TEXT)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** Where migrations that are only for this database stand. */
    public String folder() {
        return folder;
    }

    /**
     * Gives places to the events with the lowest numbers among those that have none.
     *
     * @param next the first place
     * @return how many there were
     */
    public int place(Connection connection, long next, int limit) throws SQLException {
        List<Long> waiting = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT seq FROM rt_event WHERE position IS NULL ORDER BY seq FETCH FIRST " + limit + " ROWS ONLY");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                waiting.add(row.getLong(1));
            }
        }
        try (PreparedStatement place = connection.prepareStatement("UPDATE rt_event SET position = ? WHERE seq = ?")) {
            for (int i = 0; i < waiting.size(); i++) {
                place.setLong(1, next + i);
                place.setLong(2, waiting.get(i));
                place.addBatch();
            }
            place.executeBatch();
        }
        return waiting.size();
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
