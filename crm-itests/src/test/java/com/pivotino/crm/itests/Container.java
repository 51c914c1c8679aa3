package com.pivotino.crm.itests;

import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The assembled product as a Pax Exam container: a port of its own, a fresh database, a known administrator. */
final class Container {

    private static final String PORT = "crm.itest.port";
    private static final Duration SOON = Duration.ofSeconds(60);

    private Container() {
    }

    /** The product on embedded H2, with further options of the test behind. */
    static Option[] product(Option... more) {
        int port = CrmProcess.freePort();
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(new File(System.getProperty("crm.distribution")).toURI().toString())
                        .name("Pivotino CRM").karafVersion("4.4.10")
                        .unpackDirectory(new File("target/exam")).useDeployFolder(false),
                keepRuntimeFolder(),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                configureSecurity().disableKarafMBeanServerBuilder(),
                new VMOption("-Duser.timezone=UTC"), new VMOption(CrmProcess.FIRST_COMPILER), new VMOption("-XX:+UseSerialGC"),
                new VMOption("-D" + PORT + "=" + port),
                editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository")),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", String.valueOf(port)),
                editConfigurationFilePut("etc/com.pivotino.crm.directory.cfg", "adminPassword", CrmProcess.PASSWORD)));
        options.addAll(List.of(more));
        return options.toArray(new Option[0]);
    }

    /** Options that put the product on a fresh embedded PostgreSQL; the server ends with the test's process. */
    static Option[] onPostgres() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            String datasource = "etc/org.ops4j.datasource-crm.cfg";
            return new Option[] {
                editConfigurationFilePut(datasource, "osgi.jdbc.driver.class", "org.postgresql.Driver"),
                editConfigurationFilePut(datasource, "url", postgres.getJdbcUrl("postgres", "postgres")),
                editConfigurationFilePut(datasource, "user", "postgres"),
                editConfigurationFilePut(datasource, "password", "postgres"),
                startingWith(line -> !line.contains("com.h2database/h2/"), List.of(driverLine()))};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An option that starts only some of the product's bundles, and others besides. */
    static Option startingWith(Predicate<String> kept, List<String> added) {
        try {
            Path shipped = assembly().resolve("etc/startup.properties");
            List<String> lines = new ArrayList<>(Files.readAllLines(shipped).stream().filter(kept).toList());
            lines.addAll(added);
            Path chosen = Files.createTempFile(Files.createDirectories(Path.of("target/exam-etc")), "startup", ".properties");
            Files.write(chosen, lines);
            return replaceConfigurationFile("etc/startup.properties", chosen.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The administrator's client of the container that this code runs in, once it is ready. */
    static Rest admin() {
        return ready().as("admin", CrmProcess.PASSWORD);
    }

    /** A stranger's client, once the product is ready. */
    static Rest ready() {
        Rest rest = new Rest("http://127.0.0.1:" + System.getProperty(PORT));
        Await.that("the product is ready", SOON, () -> rest.get("/health/ready").status() == 200);
        return rest;
    }

    static Bundle bundle(BundleContext context, String symbolicName) {
        return Arrays.stream(context.getBundles()).filter(b -> symbolicName.equals(b.getSymbolicName())).findFirst()
                .orElseThrow(() -> new AssertionError("There is no bundle " + symbolicName));
    }

    private static String driverLine() throws IOException {
        try (var files = Files.walk(assembly().resolve("system/org/postgresql/postgresql"))) {
            String version = files.filter(Files::isDirectory).map(p -> p.getFileName().toString())
                    .filter(name -> name.matches("\\d.*")).findFirst()
                    .orElseThrow(() -> new AssertionError("The distribution lacks the PostgreSQL driver"));
            return "mvn\\:org.postgresql/postgresql/" + version + " = 30";
        }
    }

    private static Path assembly() {
        return CrmProcess.checkout().resolve("crm-distribution/target/assembly");
    }
}
