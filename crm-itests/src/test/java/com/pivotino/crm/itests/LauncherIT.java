package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.Test;

/** The launcher as a person at a terminal meets it. */
public class LauncherIT {

    @Test
    public void a_start_that_cannot_work_says_so_in_one_line() throws Exception {
        refused(Map.of("CRM_DB_URL", "jdbc:mysql://localhost/crm"), "CRM_DB_URL must begin with jdbc:postgresql:");
        refused(Map.of("CRM_DB_URL", "jdbc:postgresql://127.0.0.1:" + CrmProcess.freePort() + "/crm"), "no database answers at 127.0.0.1:");
        refused(Map.of("CRM_FEATURES", "no-such-feature"), "no feature is named 'no-such-feature'");
        refused(Map.of("CRM_HTTP_PORT", "eighty"), "the port must be a number");
        refused(Map.of("JAVA_HOME", "/nowhere"), "install a JDK 17");
        refused(Map.of("CRM_HOME_DATA", "/proc/crm"), "the data folder /proc/crm cannot be written");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(Map.of("CRM_HTTP_PORT", String.valueOf(taken.getLocalPort())), "is taken");
        }
    }

    @Test
    public void two_run_side_by_side_and_each_stops_alone() throws Exception {
        try (CrmProcess one = new CrmProcess("side-one"); CrmProcess two = new CrmProcess("side-two")) {
            one.start();
            two.start();
            assertEquals("running", 0, command(Map.of("CRM_HOME_DATA", one.home().toString()), "status").status());
            assertTrue("The address is printed", Files.readString(one.output()).contains("ready: " + one.url()));

            one.stop();

            assertTrue("It says that it stopped", Files.readString(one.output()).endsWith("Stopped.\n"));
            assertEquals("not running", 3, command(Map.of("CRM_HOME_DATA", one.home().toString()), "status").status());
            assertEquals("the other one goes on", 200, two.rest().get("/health/ready").status());
        }
    }

    @Test
    public void the_first_password_stays_in_no_file_of_the_configuration_and_in_no_argument() throws Exception {
        try (CrmProcess product = new CrmProcess("secrets")) {
            product.start();
            Path etc = product.home().resolve("etc");
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(etc)));
            try (Stream<Path> files = Files.walk(etc)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertFalse(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1).contains(CrmProcess.PASSWORD));
                }
            }
            long pid = Long.parseLong(Files.readString(product.home().resolve("karaf.pid")).trim());
            assertFalse(Files.readString(Path.of("/proc/" + pid + "/cmdline")).contains(CrmProcess.PASSWORD));
            assertFalse(Files.readString(Path.of("/proc/" + pid + "/environ")).contains(CrmProcess.PASSWORD));
        }
    }

    @Test
    public void the_first_build_tells_which_part_it_is_at_and_what_went_wrong() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/crm/building")).toAbsolutePath();
        Path launcher = Files.copy(CrmProcess.checkout().resolve("crm"), folder.resolve("crm"), StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        Path maven = folder.resolve("mvnw");
        Files.writeString(maven, """
                #!/bin/sh
                echo '[INFO] Scanning for projects...'
                i=0; while [ $i -lt 120 ]; do i=$((i + 1)); echo "Downloaded from central: https://repository/a$i.jar (1 kB)"; done
                echo '[INFO] Building Pivotino CRM Pipeline 1.0.0                              [3/12]'
                echo '[ERROR] cannot find symbol'
                exit 1
                """);
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        Outcome outcome = command(launcher, Map.of(), "build");
        assertEquals(outcome.said(), 1, outcome.status());
        assertEquals(List.of("  100 files downloaded", "  part 3 of 12: Pivotino CRM Pipeline", "  [ERROR] cannot find symbol"),
                outcome.said().lines().filter(line -> line.startsWith("  ")).toList());
        assertTrue(outcome.said(), outcome.said().startsWith("Building. The first time takes some minutes")
                && outcome.said().contains("crm: the build failed, see " + folder.resolve("target/build.log")));
    }

    private static void refused(Map<String, String> environment, String words) throws Exception {
        Map<String, String> complete = new TreeMap<>(Map.of(
                "CRM_HTTP_PORT", String.valueOf(CrmProcess.freePort()),
                "CRM_HOME_DATA", Files.createTempDirectory(Files.createDirectories(Path.of("target/crm")), "refused").toAbsolutePath()
                .toString()));
        complete.putAll(environment);
        Outcome outcome = command(complete, "run");
        assertEquals(outcome.said(), 1, outcome.status());
        assertTrue(outcome.said(), outcome.said().contains(words));
        assertEquals("one line: " + outcome.said(), 1, outcome.said().lines().count());
    }

    private record Outcome(int status, String said) {
    }

    private static Outcome command(Map<String, String> environment, String verb) throws IOException, InterruptedException {
        return command(CrmProcess.checkout().resolve("crm"), environment, verb);
    }

    private static Outcome command(Path launcher, Map<String, String> environment, String verb)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), verb)
                .directory(CrmProcess.checkout().toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertTrue("It ends", process.waitFor(60, TimeUnit.SECONDS));
        return new Outcome(process.exitValue(), said);
    }
}
