package com.pivotino.crm.itests.extensions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.itests.Await;
import com.pivotino.crm.itests.Hotfix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.ClassRule;
import org.junit.Test;

/**
 * Updates leave no thread, class loader or service of the bundle before behind, and a newer version beside the shipped one serves
 * until it is taken away. The long form updates {@code -Dcrm.updates=100} times.
 */
public class UpdatesLeaveNothingIT {

    private static final int UPDATES = Integer.getInteger("crm.updates", 2);
    private static final List<String> BUNDLES = List.of("crm-activity-bundle", "crm-chatter-bundle");
    /** Pools have more threads or fewer by chance; a leak has one each update. */
    private static final int POOLED = 4;
    private static final Duration SOON = Duration.ofSeconds(60);

    @ClassRule
    public static final SharedCrm CRM = new SharedCrm();

    @Test
    public void no_thread_class_loader_or_service_is_left_by_updates() {
        BUNDLES.forEach(UpdatesLeaveNothingIT::update);
        long loaders = instances("BundleWiringImpl$BundleClassLoader");
        long services = instances("ServiceRegistrationImpl");
        long threads = threads();
        for (int i = 0; i < UPDATES; i++) {
            update(BUNDLES.get(i % BUNDLES.size()));
        }
        Await.that("class loaders as before", SOON, () -> instances("BundleWiringImpl$BundleClassLoader") <= loaders);
        Await.that("services as before", SOON, () -> instances("ServiceRegistrationImpl") <= services);
        Await.that("threads as before", SOON, () -> threads() <= threads + POOLED);
        System.out.println(UPDATES + " updates: " + loaders + " class loaders, " + services + " services, " + threads
                + " threads before; " + instances("BundleWiringImpl$BundleClassLoader") + ", " + instances("ServiceRegistrationImpl")
                + ", " + threads() + " after");
    }

    @Test
    public void a_newer_version_dropped_beside_the_shipped_one_serves_until_it_is_taken_away() throws IOException {
        Path jar = CRM.deploy(Hotfix.of("crm-activity-bundle", "1.0.1"), "crm-activity-bundle-1.0.1.jar");
        long card;
        try {
            Await.that("1.0.1 serves", SOON, () -> modules().contains("1.0.1"));
            Await.that("activities answer", SOON, () -> CRM.admin().get("/activity-types").status() == 200);
            card = CRM.admin().post("/opportunities", Map.of("name", "Beside")).expect(201).id();
        } finally {
            Files.delete(jar);
        }
        Await.that("1.0.0 serves again", SOON, () -> !modules().contains("1.0.1"));
        Await.that("activities answer", SOON, () -> CRM.admin().get("/activity-types").status() == 200);
        assertEquals(200, CRM.admin().get("/opportunities/" + card).status());
    }

    private static String modules() {
        return CRM.crm().shell("crm:modules").text();
    }

    private static void update(String bundle) {
        assertEquals(0, CRM.crm().shell("bundle:update " + bundle).status());
        Await.that(bundle + " serves", SOON, () -> CRM.admin().get("/activity-types").status() == 200
                && CRM.admin().get("/notifications").status() == 200);
    }

    /** How many live objects of a class of the framework there are. */
    private static long instances(String type) {
        return jcmd("GC.class_histogram").lines().filter(line -> line.strip().endsWith("org.apache.felix.framework." + type)
                || line.contains("org.apache.felix.framework." + type + " "))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1])).sum();
    }

    private static long threads() {
        return jcmd("Thread.print").lines().filter(line -> line.startsWith("\"")).count();
    }

    private static String jcmd(String command) {
        try {
            Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/jcmd", String.valueOf(CRM.crm().pid()), command)
                    .redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text, process.waitFor() == 0);
            return text;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
