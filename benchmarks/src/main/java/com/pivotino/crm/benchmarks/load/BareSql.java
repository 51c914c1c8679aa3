package com.pivotino.crm.benchmarks.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The database's own limit: the rows that one create or message has left are written again and again by plain JDBC, one commit each, into
 * tables with the same columns and indexes in a schema of their own.
 */
final class BareSql {

    private static final List<String> OF_RECORD = List.of("ac_activity", "ac_record", "ch_record_detail", "ch_entry", "ch_follower",
            "rt_record", "rt_record_reader", "rt_event");
    private static final List<String> OF_OPPORTUNITY = List.of("pl_history", "pl_term", "pl_open_activity");
    private static final List<String> KEYS = List.of("id", "seq", "record_id", "opportunity_id", "entry_id", "position");
    private static final List<String> NAMES = List.of("event_id", "cause_id");

    private final String url;
    private final String user;
    private final List<Template> rows = new ArrayList<>();
    private final AtomicLong numbers = new AtomicLong(1_000_000_000L);

    private record Template(String insert, List<String> columns, List<Object> values) {
    }

    private BareSql(String url, String user, Map<String, String> rows) throws SQLException {
        this.url = url;
        this.user = user;
        try (Connection connection = DriverManager.getConnection(url, user, ""); Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bare CASCADE");
            statement.execute("CREATE SCHEMA bare");
            for (Map.Entry<String, String> of : rows.entrySet()) {
                take(connection, of.getKey(), of.getValue());
            }
        }
    }

    /** @param opportunity one that was created through the product */
    static BareSql ofCreate(String url, String user, long opportunity) throws SQLException {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("pl_opportunity", "id = " + opportunity);
        OF_OPPORTUNITY.forEach(table -> rows.put(table, "opportunity_id = " + opportunity));
        OF_RECORD.forEach(table -> rows.put(table, "record_type = 'opportunity' AND record_id = " + opportunity));
        return new BareSql(url, user, rows);
    }

    /** @param opportunity whose last entry is a message, with the notices of its readers */
    static BareSql ofMessage(String url, String user, long opportunity) throws SQLException {
        String entry = "(SELECT MAX(id) FROM ch_entry WHERE record_type = 'opportunity' AND record_id = " + opportunity + ")";
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("ch_entry", "id = " + entry);
        rows.put("ch_delivery", "entry_id = " + entry);
        rows.put("ch_notice", "record_type = 'opportunity' AND record_id = " + opportunity);
        rows.put("rt_event", "cause_id = (SELECT cause_id FROM ch_entry WHERE id = " + entry + ")");
        return new BareSql(url, user, rows);
    }

    /** Transactions a second with so many connections. */
    double rate(int connections, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Future<Long>> shifts = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            shifts.add(threads.submit(() -> write(end)));
        }
        threads.shutdown();
        long sum = 0;
        for (Future<Long> shift : shifts) {
            try {
                sum += shift.get(TimeUnit.MINUTES.toSeconds(5), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The limit was interrupted", e);
            } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
                throw new IllegalStateException("The limit was not measured", e);
            }
        }
        return sum / seconds;
    }

    private long write(long end) throws SQLException {
        long done = 0;
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            connection.setAutoCommit(false);
            List<PreparedStatement> inserts = new ArrayList<>();
            for (Template row : rows) {
                inserts.add(connection.prepareStatement(row.insert));
            }
            for (; System.nanoTime() < end; done++) {
                long record = numbers.addAndGet(100);
                String cause = UUID.randomUUID().toString();
                for (int i = 0; i < rows.size(); i++) {
                    bind(inserts.get(i), rows.get(i), record, record + i, cause);
                    inserts.get(i).executeUpdate();
                }
                connection.commit();
            }
        }
        return done;
    }

    private static void bind(PreparedStatement insert, Template row, long record, long own, String cause) throws SQLException {
        for (int c = 0; c < row.columns.size(); c++) {
            String column = row.columns.get(c);
            Object value = row.values.get(c);
            if (value != null && KEYS.contains(column)) {
                value = column.equals("record_id") || column.equals("opportunity_id") ? record : own;
            } else if (value != null && NAMES.contains(column)) {
                value = column.equals("cause_id") ? cause : UUID.randomUUID().toString();
            }
            insert.setObject(c + 1, value);
        }
    }

    private void take(Connection connection, String table, String where) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bare." + table + " (LIKE public." + table + " INCLUDING ALL)");
            try (ResultSet row = statement.executeQuery("SELECT * FROM public." + table + " WHERE " + where)) {
                ResultSetMetaData meta = row.getMetaData();
                while (row.next()) {
                    List<String> columns = new ArrayList<>();
                    List<Object> values = new ArrayList<>();
                    for (int c = 1; c <= meta.getColumnCount(); c++) {
                        columns.add(meta.getColumnName(c));
                        values.add(row.getObject(c));
                    }
                    rows.add(new Template("INSERT INTO bare." + table + " (" + String.join(", ", columns) + ") VALUES ("
                            + String.join(", ", java.util.Collections.nCopies(columns.size(), "?")) + ")", columns, values));
                }
            }
        }
    }
}
