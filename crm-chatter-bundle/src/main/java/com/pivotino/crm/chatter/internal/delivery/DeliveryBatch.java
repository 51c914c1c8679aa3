package com.pivotino.crm.chatter.internal.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Inserts many deliveries by one statement with an array for each column: a message to a thousand followers is two thousand rows. */
final class DeliveryBatch {

    /** The increment of the sequence: a value stands for itself and the 49 before it, as for the persistence provider. */
    private static final int BLOCK = 50;
    /** What the columns hold that hold no text. */
    private static final Map<String, String> TYPES = Map.of("id", "BIGINT", "record_id", "BIGINT", "entry_id", "BIGINT",
            "person_id", "BIGINT", "author_id", "BIGINT", "attempts", "INTEGER", "created_at", "TIMESTAMP(6)", "due_at",
            "TIMESTAMP(6)", "next_at", "TIMESTAMP(6)", "settled_at", "TIMESTAMP(6)");
    private static final String INSERT = "INSERT INTO ch_delivery (version, id, " + String.join(", ", DeliveryEntity.COLUMNS)
            + ") SELECT 1, CAST(id AS BIGINT), " + DeliveryEntity.COLUMNS.stream().map(DeliveryBatch::value)
            .collect(Collectors.joining(", "))
            + " FROM UNNEST(CAST(? AS VARCHAR ARRAY)" + ", CAST(? AS VARCHAR ARRAY)".repeat(DeliveryEntity.COLUMNS.size())
            + ") AS made (id, " + String.join(", ", DeliveryEntity.COLUMNS) + ")";

    private final Connection connection;

    /** @param connection of the running transaction */
    DeliveryBatch(Connection connection) {
        this.connection = connection;
    }

    private static String value(String column) {
        return TYPES.containsKey(column) ? "CAST(" + column + " AS " + TYPES.get(column) + ")" : column;
    }

    /** @param rows as {@link DeliveryCells} has them */
    void insert(List<String[]> rows) throws SQLException {
        Deque<Long> ids = ids(rows.size());
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("VARCHAR", rows.stream().map(row -> ids.remove().toString()).toArray()));
            for (int i = 0; i < DeliveryEntity.COLUMNS.size(); i++) {
                int column = i;
                insert.setArray(i + 2, connection.createArrayOf("VARCHAR", rows.stream().map(row -> row[column]).toArray()));
            }
            insert.executeUpdate();
        }
    }

    private Deque<Long> ids(int count) throws SQLException {
        Deque<Long> ids = new ArrayDeque<>();
        try (PreparedStatement next = connection.prepareStatement("WITH RECURSIVE block(i) AS (SELECT 1 UNION ALL"
                + " SELECT i + 1 FROM block WHERE i < " + (count + BLOCK - 1) / BLOCK + ") SELECT NEXTVAL('ch_seq') FROM block");
                ResultSet rows = next.executeQuery()) {
            while (rows.next()) {
                long last = rows.getLong(1);
                for (long id = last - BLOCK + 1; id <= last; id++) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }
}
