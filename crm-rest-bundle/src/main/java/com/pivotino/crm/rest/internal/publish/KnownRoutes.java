package com.pivotino.crm.rest.internal.publish;

import com.pivotino.crm.api.internal.RequestTransactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The table {@code rest_known_route}: a path whose resource has not come yet after a restart is 503, not 404. */
final class KnownRoutes {

    /** A route that nobody has answered for so long is gone for good. */
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration REFRESHED_EVERY = Duration.ofDays(1);

    private final DataSource dataSource;
    private final RequestTransactions transactions;
    private final Clock clock;
    private final Set<Route> stored = new TreeSet<>();
    private Instant refreshed = Instant.EPOCH;

    KnownRoutes(DataSource dataSource, RequestTransactions transactions, Clock clock) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.clock = clock;
    }

    synchronized Set<Route> load() {
        Set<Route> known = transactions.atOnce(() -> run("SELECT method, template FROM rest_known_route", statement -> {
            Set<Route> routes = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    routes.add(new Route(rows.getString(1), rows.getString(2)));
                }
            }
            return routes;
        }));
        stored.addAll(known);
        return known;
    }

    /** Stores what is live now, and once a day drops what has not been live for 30 days. */
    synchronized void save(Set<Route> live) {
        boolean refresh = refreshed.plus(REFRESHED_EVERY).isBefore(clock.instant());
        if (refresh || !stored.containsAll(live)) {
            transactions.atOnce(() -> store(live, refresh));
            stored.addAll(live);
            refreshed = refresh ? clock.instant() : refreshed;
        }
    }

    private Void store(Set<Route> live, boolean refresh) {
        for (Route route : live) {
            int seen = run("UPDATE rest_known_route SET seen_at = ? WHERE method = ? AND template = ?",
                    statement -> row(statement, route).executeUpdate());
            if (seen == 0) {
                run("INSERT INTO rest_known_route (seen_at, method, template) VALUES (?, ?, ?)",
                        statement -> row(statement, route).executeUpdate());
            }
        }
        if (refresh) {
            run("DELETE FROM rest_known_route WHERE seen_at < ?", statement -> {
                statement.setObject(1, utc(clock.instant().minus(KEPT)));
                return statement.executeUpdate();
            });
        }
        return null;
    }

    private PreparedStatement row(PreparedStatement statement, Route route) throws SQLException {
        statement.setObject(1, utc(clock.instant()));
        statement.setString(2, route.method());
        statement.setString(3, route.template());
        return statement;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The table of known routes cannot be used", e);
        }
    }
}
