package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.pivotino.crm.itests.Rest.Reply;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/**
 * What an operator meets: outages, wrong values, hotfixes, stopped modules. One product on PostgreSQL for all of it; only with
 * {@code -Dcrm.operator=true} (docs/reliability.md).
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class OperatorIT {

    /** The bar is 3 s for each call; more only where other work keeps the machine busy. */
    private static final long MOST_MS = Long.getLong("crm.outage.ms", 3_000);
    private static final int CALLERS = 60;

    private static EmbeddedPostgres postgres;
    private static Wire wire;
    private static CrmProcess product;

    @BeforeClass
    public static void start() throws IOException {
        assumeTrue(Boolean.getBoolean("crm.operator"));
        postgres = EmbeddedPostgres.builder().start();
        wire = new Wire(postgres.getPort());
        product = new CrmProcess("operator").withShell().with("CRM_DB_USER", "postgres").with("CRM_DB_PASSWORD", "postgres")
                .with("CRM_DB_URL", "jdbc:postgresql://127.0.0.1:" + wire.port() + "/postgres").start();
    }

    @AfterClass
    public static void stop() throws IOException {
        try (EmbeddedPostgres server = postgres; Wire mended = wire; CrmProcess running = product) {
            if (mended != null) {
                mended.mend();
            }
        }
    }

    @Test
    public void a_silent_database_is_503_in_three_seconds_and_healed_in_ten() throws Exception {
        outage(wire::silence);
    }

    @Test
    public void b_database_that_is_gone_is_503_in_three_seconds_and_healed_in_ten() throws Exception {
        outage(wire::cut);
    }

    @Test
    public void c_wrong_values_leave_the_last_good_ones() throws Exception {
        Path etc = product.home().resolve("etc");
        wrong(etc.resolve("org.ops4j.pax.web.cfg"), "org.osgi.service.http.port", "banana");
        assertEquals("the port stays", 200, product.admin().get("/me").status());
        wrong(etc.resolve("org.ops4j.datasource-crm.cfg"), "pool.maxPoolSize", "banana");
        Await.that("the pool is there", Duration.ofSeconds(20), () -> product.admin().get("/me").status() == 200);
    }

    @Test
    public void d_pages_and_paths_of_a_module_that_is_replaced_are_503() {
        product.shell("bundle:stop crm-web-bundle");
        for (String path : List.of("/", "/board", "/ui/any.js")) {
            away(page(path));
        }
        product.shell("bundle:stop crm-chatter-bundle");
        away(product.admin().get("/notifications"));
        product.shell("bundle:start crm-web-bundle crm-chatter-bundle");
        Await.that("both are back", Duration.ofSeconds(20), () -> product.admin().get("/notifications").status() == 200
                && page("/").status() == 200);
    }

    @Test
    public void e_hotfix_serves_and_is_rolled_back() throws Exception {
        Path jar = Hotfix.of("crm-calendar-bundle", "1.0.1");
        assertEquals("calendar 1.0.1 serves.", product.shell("crm:update calendar " + jar).text().strip());
        assertEquals("1.0.1", served("calendar"));
        assertEquals(200, product.admin().get("/me").status());
        assertEquals("calendar 1.0.0 serves.", product.shell("crm:rollback calendar").text().strip());
        assertEquals("1.0.0", served("calendar"));
        assertTrue(product.shell("crm:rollback calendar").text().contains("as it was shipped"));
    }

    @Test
    public void f_stopped_directory_is_named_and_repaired_without_signing_in() throws Exception {
        product.shell("bundle:stop crm-directory-bundle");
        Reply ready = Await.until("readiness names it", Duration.ofSeconds(20), () -> {
            Reply reply = product.rest().get("/health/ready");
            return reply.http().body().contains("module directory") ? reply : null;
        });
        assertTrue(ready.toString(), ready.http().body().contains("./crm repair"));
        assertEquals(200, product.rest().get("/health/live").status());
        product.repair();
        assertEquals("signs in", 200, product.admin().get("/me").status());
    }

    private static Reply page(String path) {
        try {
            return new Reply("GET " + path, HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(product.url() + path)).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void outage(Runnable begin) throws Exception {
        assertEquals(200, product.admin().get("/board").status());
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                boolean writes = i % 4 == 0;
                calls.add(() -> call(writes));
            }
            begin.run();
            List<String> wrong = new ArrayList<>();
            for (Future<String> call : callers.invokeAll(calls)) {
                if (call.get() != null) {
                    wrong.add(call.get());
                }
            }
            assertEquals(List.of(), wrong);
            long begun = System.nanoTime();
            assertEquals(200, product.rest().get("/health/live").status());
            assertTrue("live at once", ms(begun) < 1_000);
        } finally {
            callers.shutdownNow();
            wire.mend();
        }
        Await.that("healed", Duration.ofSeconds(10), () -> product.admin().get("/board").status() == 200
                && product.rest().get("/health/ready").status() == 200);
    }

    /** What is wrong with the answer, or null. */
    private static String call(boolean writes) {
        long begun = System.nanoTime();
        Reply reply = writes ? product.admin().post("/opportunities", Map.of("name", "In an outage")) : product.admin().get("/board");
        boolean refused = reply.status() == 503 && reply.header("Retry-After") != null;
        return refused && ms(begun) <= MOST_MS ? null : reply.status() + " after " + ms(begun) + " ms";
    }

    private static long ms(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    private static void away(Reply reply) {
        assertEquals(reply.toString(), 503, reply.status());
        assertTrue(reply.toString(), reply.header("Retry-After") != null);
        assertEquals("unavailable", reply.json().path("code").asText());
    }

    /** Writes a wrong value, awaits the line of the log that names it, and puts the right one back. */
    private static void wrong(Path file, String key, String value) throws IOException {
        String good = Files.readString(file);
        Files.writeString(file, good.replaceFirst("(?m)^" + Pattern.quote(key) + " *=.*$", key + " = " + value));
        Await.that("the log names " + value, Duration.ofSeconds(20), () -> log().contains(key + " = " + value));
        assertEquals(200, product.rest().get("/health/live").status());
        Files.writeString(file, good);
    }

    private static String log() {
        try {
            return Files.readString(product.home().resolve("log/karaf.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String served(String module) {
        String modules = product.shell("crm:modules").text();
        return modules.lines().filter(line -> line.startsWith(module)).map(line -> line.split("[^\\w.]+")[1]).findFirst().orElse(modules);
    }
}
