package com.pivotino.crm.testkit.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.xa.PGXADataSource;

/** One PostgreSQL for the JVM; it ends with it. */
public final class PostgresServer {

    private final EmbeddedPostgres server;
    private final AtomicInteger count = new AtomicInteger();

    private PostgresServer() {
        try {
            server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        }
    }

    /** The server, started by the first caller. */
    public static PostgresServer shared() {
        return Holder.SERVER;
    }

    /** Makes an empty database. */
    public ScratchDatabase open() {
        String name = "crm_" + count.incrementAndGet();
        execute("CREATE DATABASE " + name);
        PGXADataSource source = new PGXADataSource();
        source.setURL("jdbc:postgresql://localhost:" + server.getPort() + "/" + name);
        source.setUser("postgres");
        return new ScratchDatabase(source, () -> execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }

    private void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Holder {
        static final PostgresServer SERVER = new PostgresServer();
    }
}
