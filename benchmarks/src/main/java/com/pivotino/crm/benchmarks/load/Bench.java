package com.pivotino.crm.benchmarks.load;

import com.pivotino.crm.benchmarks.SeedRun;
import com.pivotino.crm.benchmarks.load.Peer.Deal;
import com.pivotino.crm.testkit.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Starts the built product on an embedded PostgreSQL with fsync or on H2, seeds it, loads it over HTTP, and writes the table.
 */
public final class Bench {

    private static final int PORT = 8379;
    private static final double SLICE_SECONDS = 8;
    private static final double LIMIT_SECONDS = 5;
    private static final String PASSWORD = "secret-bench-1";

    private final Path root;
    private final double seconds;
    private final List<Integer> clients;
    private final Database database = Database.valueOf(System.getProperty("crm.bench.database", "postgresql").toUpperCase(Locale.ROOT));
    /** Seconds at most. */
    private final double warming = Double.parseDouble(System.getProperty("crm.bench.warming", "300"));
    private final boolean keys = Boolean.getBoolean("crm.bench.keys");
    private final List<String> lines = new ArrayList<>();

    private Bench(Path root, double seconds, List<Integer> clients) {
        this.root = root;
        this.seconds = seconds;
        this.clients = clients;
    }

    /**
     * Measures.
     *
     * @param root    the checkout, with a built product
     * @param sizes   how many opportunities there are, one product and database for each
     * @param seconds how long each operation is repeated
     */
    public static void run(Path root, List<Integer> sizes, List<Integer> clients, double seconds) throws IOException, SQLException {
        Bench bench = new Bench(root, seconds, clients);
        Path file = Files.createDirectories(root.resolve("benchmarks/results")).resolve(LocalDate.now(Clock.systemUTC()) + "-"
                + bench.database.name().toLowerCase(Locale.ROOT) + "-"
                + sizes.stream().map(String::valueOf).collect(Collectors.joining("-")) + (bench.keys ? "-keys" : "") + ".md");
        for (int size : sizes) {
            bench.measure(size);
            Files.writeString(file, String.join("\n", bench.lines) + "\n");
        }
        System.out.println("Written to " + root.relativize(file));
    }

    private void measure(int size) throws IOException, SQLException {
        Path data = Files.createTempDirectory("crm-bench");
        if (database == Database.H2) {
            String url = "jdbc:h2:async:" + data.resolve("db/crm") + ";WRITE_DELAY=0";
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(url);
            source.setUser("crm");
            source.setPassword("");
            measure(size, data, null, source);
            return;
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("max_connections", "300")
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                .setServerConfig("random_page_cost", "1.1").setServerConfig("shared_buffers", "512MB").start()) {
            measure(size, data, "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", server.getPostgresDatabase());
        }
    }

    /** @param url of the database, or null for the embedded one */
    private void measure(int size, Path data, String url, DataSource source) throws IOException, SQLException {
        double first = start(data, url);
        // the seed takes ids that the running product has set aside for itself
        crm("stop", data, url);
        SeedRun.fill(database, source, size);
        String versions = versions(source);
        double second = start(data, url);
        try {
            long pid = Long.parseLong(Files.readString(data.resolve("karaf.pid")).strip());
            say(String.format(Locale.ROOT, "%n## %,d opportunities%s%n%nFirst start %.1f s, second %.1f s. %s", size,
                    keys ? ", with Idempotency-Key" : "", first, second, versions));
            load(size, url, pid);
        } finally {
            crm("stop", data, url);
        }
    }

    private double start(Path data, String url) throws IOException {
        long began = System.nanoTime();
        crm("start", data, url);
        return (System.nanoTime() - began) / 1e9;
    }

    private void load(int size, String url, long pid) throws IOException, SQLException {
        Peer peer = new Pivotino(PASSWORD, keys);
        Meter meter = new Meter(pid, null, null);
        int most = clients.stream().mapToInt(Integer::intValue).max().orElse(1);
        try (Load load = new Load(peer, "127.0.0.1", PORT, most)) {
            int made = new Operations(peer, load, SLICE_SECONDS, meter).warm(Math.min(8, most), warming);
            say(String.format(Locale.ROOT, "Warming up made %,d more.%n", made));
            say("| operation | clients | per second | p50 ms | p99 ms | server CPU ms | refused | bare SQL | ratio |");
            say("|---|---|---|---|---|---|---|---|---|");
            for (int count : clients) {
                Map<String, Double> limits = url == null ? Map.of() : limits(url, count, peer, load);
                for (Map.Entry<String, Operations.Result> one : new Operations(peer, load, seconds, meter).measure(count).entrySet()) {
                    say(row(one.getKey(), count, one.getValue(), limits.get(one.getKey())));
                }
            }
        }
    }

    /** How often a second the database alone takes the rows of an operation. */
    private Map<String, Double> limits(String url, int count, Peer peer, Load load) throws IOException, SQLException {
        Deal deal = peer.create(load.first(), System.nanoTime() / 1000);
        double create = BareSql.ofCreate(url, "postgres", deal.id()).rate(count, Math.min(seconds, LIMIT_SECONDS));
        peer.addFollowers(load.first(), deal);
        peer.message(load.first(), deal, 1);
        return Map.of("create", create,
                "message", BareSql.ofMessage(url, "postgres", deal.id()).rate(count, Math.min(seconds, LIMIT_SECONDS)));
    }

    private static String row(String name, int clients, Operations.Result result, Double bare) {
        Load.Figure figure = result.figure();
        return String.format(Locale.ROOT, "| %s | %d | %.0f | %.1f | %.1f | %.2f | %d | %s", name, clients, figure.rate(), figure.median(),
                figure.p99(), result.cpuMs(), figure.refused(),
                bare == null ? "| |" : String.format(Locale.ROOT, "%.0f | %.1f %% |", bare, 100 * figure.rate() / bare));
    }

    private String versions(DataSource source) throws SQLException {
        String durable = database == Database.H2 ? "WRITE_DELAY=0" : "fsync and synchronous_commit on";
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName() + " " + connection.getMetaData().getDatabaseProductVersion() + " ("
                    + durable + "), Java " + System.getProperty("java.version") + ", " + Runtime.getRuntime().availableProcessors()
                    + " cores shared with the load.";
        }
    }

    private void crm(String command, Path data, String url) throws IOException {
        ProcessBuilder process = new ProcessBuilder(root.resolve("crm").toString(), command);
        process.environment().putAll(Map.of("CRM_HOME_DATA", data.toString(), "CRM_HTTP_PORT", String.valueOf(PORT),
                "CRM_ADMIN_PASSWORD", PASSWORD));
        if (url != null) {
            process.environment().putAll(Map.of("CRM_DB_URL", url, "CRM_DB_USER", "postgres", "CRM_DB_PASSWORD", "postgres"));
        }
        // never the pipes of whoever runs this: the product would keep them
        process.redirectErrorStream(true).redirectOutput(new File(data.toFile(), command + ".txt"));
        try {
            if (process.start().waitFor() != 0) {
                throw new IOException("crm " + command + " failed: " + Files.readString(data.resolve(command + ".txt")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private void say(String line) {
        lines.add(line);
        System.out.println(line);
    }
}
