package com.pivotino.crm.chatter.internal.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Inserts many deliveries by batches of one statement: a message to a thousand followers is two thousand rows. */
final class DeliveryBatch {

    /** The increment of the sequence: a value stands for itself and the 49 before it, as for the persistence provider. */
    private static final int BLOCK = 50;
    private static final String INSERT = "INSERT INTO ch_delivery (id, version, " + String.join(", ", DeliveryEntity.COLUMNS)
            + ") VALUES (?, 1" + String.join("", Collections.nCopies(DeliveryEntity.COLUMNS.size(), ", ?")) + ")";

    private final Connection connection;

    /** @param connection of the running transaction */
    DeliveryBatch(Connection connection) {
        this.connection = connection;
    }

    void insert(List<DeliveryEntity> deliveries) throws SQLException {
        Deque<Long> ids = ids(deliveries.size());
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (DeliveryEntity delivery : deliveries) {
                insert.setLong(1, ids.remove());
                int place = 2;
                for (Object cell : delivery.cells()) {
                    insert.setObject(place++, cell instanceof Instant at ? at.atOffset(ZoneOffset.UTC).toLocalDateTime() : cell);
                }
                insert.addBatch();
            }
            insert.executeBatch();
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
