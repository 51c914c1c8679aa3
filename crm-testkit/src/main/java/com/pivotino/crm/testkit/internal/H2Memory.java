package com.pivotino.crm.testkit.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in memory. */
public final class H2Memory {

    private H2Memory() {
    }

    public static ScratchDatabase open() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:crm_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000");
        source.setUser("sa");
        return new ScratchDatabase(source, () -> shutdown(source));
    }

    private static void shutdown(JdbcDataSource source) {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException("H2 was not shut down", e);
        }
    }
}
