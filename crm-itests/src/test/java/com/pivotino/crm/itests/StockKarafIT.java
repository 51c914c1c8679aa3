package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * The KAR on an Apache Karaf as its users download it: dropped in, signed in, taken out. Only with {@code -Dcrm.operator=true}
 * (docs/reliability.md).
 */
public class StockKarafIT {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final int http = CrmProcess.freePort();
    private final int ssh = CrmProcess.freePort();
    private Path home;
    private Process karaf;

    @BeforeClass
    public static void asked() {
        assumeTrue(Boolean.getBoolean("crm.operator"));
    }

    @Before
    public void unpack() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/crm")), "stock").toAbsolutePath();
        run(folder, "tar", "xzf", System.getProperty("crm.karaf"), "--strip-components", "1");
        home = folder;
        edit("users.properties", "(?m)^#(karaf = |_g_)", "$1");
        edit("org.apache.karaf.shell.cfg", "(?m)^sshPort = .*$", "sshPort = " + ssh);
        edit("org.apache.karaf.shell.cfg", "(?m)^sshHost = .*$", "sshHost = 127.0.0.1");
        edit("org.apache.karaf.management.cfg", "(?m)^rmiRegistryPort = .*$", "rmiRegistryPort = " + CrmProcess.freePort());
        edit("org.apache.karaf.management.cfg", "(?m)^rmiServerPort = .*$", "rmiServerPort = " + CrmProcess.freePort());
        Files.writeString(home.resolve("etc/org.ops4j.pax.web.cfg"), "org.osgi.service.http.port = " + http
                + "\norg.ops4j.pax.web.listening.addresses = 127.0.0.1\n");
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server").directory(home.toFile())
                .redirectErrorStream(true).redirectOutput(home.resolve("karaf.out").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_MAX_MEM", "512m");
        karaf = builder.start();
    }

    @After
    public void stop() throws InterruptedException {
        // The script does not always pass it on to the Java process that it waits for.
        List<ProcessHandle> all = Stream.concat(karaf.descendants(), Stream.of(karaf.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        karaf.waitFor(30, TimeUnit.SECONDS);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    public void the_kar_dropped_in_is_the_product_ends_no_session_and_leaves_nothing() throws IOException {
        Rest rest = new Rest("http://127.0.0.1:" + http);
        try (Shell.Kept session = Shell.open(ssh, "karaf", "karaf")) {
            Path dropped = home.resolve("deploy/pivotino-crm.kar");
            Path part = Files.copy(Path.of(System.getProperty("crm.kar")), home.resolve("pivotino-crm.part"));
            Files.move(part, dropped, StandardCopyOption.ATOMIC_MOVE);
            Await.that("the product is ready, see " + home, PATIENCE, () -> rest.get("/health/ready").status() == 200);

            String password = Files.readString(home.resolve("first-admin-password")).strip();
            assertEquals("signs in", 200, rest.as("admin", password).get("/me").status());
            String features = shell("feature:list -i");
            assertTrue(features, features.contains("crm-calendar"));
            for (String absent : List.of("crm-test-clock", "crm-demo", "crm-ssh", "crm-datasource-postgresql")) {
                assertFalse(absent, features.contains(absent));
            }
            String log = log();
            assertEquals("one line: what Karaf must be told", 1, log.lines()
                    .filter(line -> line.contains("Pivotino CRM listens on 127.0.0.1:"
                    + http) && line.contains("autoRefresh = false") && line.contains("first-admin-password")).count());
            assertEquals(List.of(), errors());

            assertTrue("the operator's session is open", session.isOpen());

            leaveOut(rest.as("admin", password));
            assertTrue("the operator's session is open", session.isOpen());

            Files.delete(dropped);
            Await.that("no bundle of the product is left", PATIENCE, () -> !shell("bundle:list").contains("Pivotino"));
            Await.that("no repository of it is left", PATIENCE, () -> !shell("feature:repo-list").contains("pivotino"));
            assertEquals(List.of(), errors());
            assertTrue("the operator's session is open", session.isOpen());
        }
    }

    /** As the operator guide says. */
    private void leaveOut(Rest admin) {
        shell("feature:install crm-directory crm-rest crm-pipeline crm-activity crm-web");
        shell("feature:uninstall crm-on-karaf");
        Await.that("calendar, chatter and imports are gone", PATIENCE, () -> {
            String bundles = shell("bundle:list");
            return bundles.contains("Pipeline") && !bundles.contains("Calendar") && !bundles.contains("Chatter");
        });
        Await.that("the rest is ready", PATIENCE, () -> admin.get("/health/ready").status() == 200);
        long card = admin.post("/opportunities", Map.of("name", "Without a calendar")).expect(201).id();
        assertEquals("new", admin.get("/opportunities/" + card).expect(200).json().path("stageKind").asText());
        assertEquals(List.of(), errors());
    }

    private String shell(String command) {
        return Shell.run(ssh, "karaf", "karaf", command).text();
    }

    private List<String> errors() {
        return log().lines().filter(line -> line.contains("| ERROR |")).toList();
    }

    private String log() {
        try {
            return Files.readString(home.resolve("data/log/karaf.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void edit(String file, String pattern, String replacement) throws IOException {
        Path path = home.resolve("etc").resolve(file);
        Files.writeString(path, Files.readString(path).replaceAll(pattern, replacement));
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor());
    }
}
