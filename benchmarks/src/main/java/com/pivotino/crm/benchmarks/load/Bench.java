package com.pivotino.crm.benchmarks.load;

import com.pivotino.crm.benchmarks.SeedRun;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts an embedded PostgreSQL with fsync and the built product on it, seeds it, loads it over HTTP, and writes the table.
 */
public final class Bench {

    private static final int PORT = 8379;
    private static final String PASSWORD = "secret-bench-1";

    private final Path root;
    private final double seconds;
    private final List<Integer> clients;
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
        for (int size : sizes) {
            bench.measure(size);
        }
        Path results = Files.createDirectories(root.resolve("benchmarks/results"));
        Path file = results.resolve(LocalDate.now(Clock.systemUTC()) + ".md");
        Files.writeString(file, String.join("\n", bench.lines) + "\n");
        System.out.println("Written to " + root.relativize(file));
    }

    private void measure(int size) throws IOException, SQLException {
        Path data = Files.createTempDirectory("crm-bench");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("max_connections", "300")
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                .setServerConfig("random_page_cost", "1.1").setServerConfig("shared_buffers", "512MB").start()) {
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
            double first = start(data, url);
            // the seed takes ids that the running product has set aside for itself
            crm("stop", data, url);
            SeedRun.fill(server.getPostgresDatabase(), size);
            double second = start(data, url);
            try {
                long pid = Long.parseLong(Files.readString(data.resolve("karaf.pid")).strip());
                say(String.format(Locale.ROOT, "%n## %,d opportunities, first start %.1f s, second %.1f s, %s", size, first, second,
                        versions(server)));
                load(size, url, pid);
            } finally {
                crm("stop", data, url);
            }
        }
    }

    private double start(Path data, String url) throws IOException {
        long began = System.nanoTime();
        crm("start", data, url);
        return (System.nanoTime() - began) / 1e9;
    }

    private void load(int size, String url, long pid) throws IOException, SQLException {
        say("");
        say("| operation | clients | per second | p50 ms | p99 ms | server CPU ms | refused | bare SQL | ratio |");
        say("|---|---|---|---|---|---|---|---|---|");
        Peer peer = new Pivotino(PASSWORD, false);
        Meter meter = new Meter(pid, null, null);
        int most = clients.stream().mapToInt(Integer::intValue).max().orElse(1);
        try (Load load = new Load(peer, "127.0.0.1", PORT, most)) {
            BareSql limit = new BareSql(url, "postgres", peer.create(load.first(), size + 1L).id());
            new Operations(peer, load, seconds, meter).measure(Math.min(8, most));   // warms up
            for (int count : clients) {
                double bare = limit.rate(count, Math.min(seconds, 5));
                for (Map.Entry<String, Operations.Result> one : new Operations(peer, load, seconds, meter).measure(count).entrySet()) {
                    say(row(one.getKey(), count, one.getValue(), bare));
                }
            }
        }
    }

    private static String row(String name, int clients, Operations.Result result, double bare) {
        Load.Figure figure = result.figure();
        String limit = "| |";
        if (name.equals("create")) {
            limit = String.format(Locale.ROOT, "%.0f | %.1f %% |", bare, 100 * figure.rate() / bare);
        }
        return String.format(Locale.ROOT, "| %s | %d | %.0f | %.1f | %.1f | %.2f | %d | %s", name, clients, figure.rate(), figure.median(),
                figure.p99(), result.cpuMs(), figure.refused(), limit);
    }

    private static String versions(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('server_version'), current_setting('fsync'),"
                        + " current_setting('synchronous_commit')")) {
            row.next();
            return "PostgreSQL " + row.getString(1) + " (fsync " + row.getString(2) + ", synchronous_commit " + row.getString(3)
                    + "), Java " + System.getProperty("java.version") + ", " + Runtime.getRuntime().availableProcessors()
                    + " cores shared with the load";
        }
    }

    private void crm(String command, Path data, String url) throws IOException {
        ProcessBuilder process = new ProcessBuilder(root.resolve("crm").toString(), command);
        process.environment().putAll(Map.of("CRM_HOME_DATA", data.toString(), "CRM_HTTP_PORT", String.valueOf(PORT),
                "CRM_ADMIN_PASSWORD", PASSWORD, "CRM_DB_URL", url, "CRM_DB_USER", "postgres", "CRM_DB_PASSWORD", "postgres"));
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
