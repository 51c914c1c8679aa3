package com.acme.crm.review.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Which deliveries the chat has taken, in the extension's own table; on all nodes, and over restarts. */
final class ChatDeliveries {

    /** A claim that is older belongs to a process that has died. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final DataSource database;
    private final Clock clock;

    /** What may be done with a delivery now. */
    enum Claim { POST, SENT_ALREADY, IN_OTHER_HANDS }

    ChatDeliveries(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes a delivery for this caller alone. */
    Claim claim(long delivery) throws SQLException {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        int taken = update("INSERT INTO acme_chat_delivery (delivery_id, claimed_at, sent) SELECT ?, ?, FALSE "
                + "WHERE NOT EXISTS (SELECT 1 FROM acme_chat_delivery WHERE delivery_id = ?)", delivery, now, delivery);
        if (taken == 1) {
            return Claim.POST;
        }
        if (isSent(delivery)) {
            return Claim.SENT_ALREADY;
        }
        int retaken = update("UPDATE acme_chat_delivery SET claimed_at = ? WHERE delivery_id = ? AND sent = FALSE AND claimed_at < ?",
                now, delivery, now.minus(CLAIM));
        return retaken == 1 ? Claim.POST : Claim.IN_OTHER_HANDS;
    }

    void sent(long delivery) throws SQLException {
        update("UPDATE acme_chat_delivery SET sent = TRUE WHERE delivery_id = ?", delivery);
    }

    /** The chat did not take it: the next try may begin at once. */
    void release(long delivery) throws SQLException {
        update("DELETE FROM acme_chat_delivery WHERE delivery_id = ? AND sent = FALSE", delivery);
    }

    private boolean isSent(long delivery) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement sql =
                        connection.prepareStatement("SELECT 1 FROM acme_chat_delivery WHERE delivery_id = ? AND sent = TRUE")) {
            sql.setLong(1, delivery);
            try (ResultSet row = sql.executeQuery()) {
                return row.next();
            }
        }
    }

    /** @return the number of rows; 0 also if another caller inserted the same key at this moment */
    private int update(String text, Object... values) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement sql = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                sql.setObject(i + 1, values[i]);
            }
            return sql.executeUpdate();
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("23")) {
                return 0;
            }
            throw e;
        }
    }
}
