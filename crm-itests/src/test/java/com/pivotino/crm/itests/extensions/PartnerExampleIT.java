package com.pivotino.crm.itests.extensions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.pivotino.crm.itests.Await;
import com.pivotino.crm.itests.CrmProcess;
import com.pivotino.crm.itests.Rest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/**
 * The partner's example, dropped into the deploy folder of the running product: its stage, guard, trigger, table and badge
 * work. {@link PluginUninstallKeepsDataIT} takes it away.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class PartnerExampleIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String KEY = "acme.legal-review";

    @ClassRule
    public static final SharedCrm CRM = new SharedCrm();

    private static CrmProcess crm;
    private static Rest admin;
    private static Path jar;

    @BeforeClass
    public static void start() throws IOException {
        crm = CRM.crm();
        admin = crm.admin();
        jar = crm.home().resolve("deploy/acme-legal-review.jar");
        deploy();
    }

    @AfterClass
    public static void remove() throws IOException {
        Files.deleteIfExists(jar);
        Await.that("the partner's badge is gone", SOON, () -> admin.get("/ui-elements").expect(200).json().path("items").size() == 0);
    }

    @Test
    public void a_the_stage_its_guard_and_its_trigger_work_in_the_running_product() {
        assertEquals("Legal review", review().path("name").asText());
        long card = create("Fleet renewal");
        Rest.Reply refused = move(card, review().path("id").asLong());
        assertEquals(422, refused.status());
        assertEquals("guard_refused", refused.json().path("code").asText());
        assertEquals("legal-review", refused.json().path("guard").asText());
        assertEquals("expectedRevenue", refused.json().path("fields").path(0).path("field").asText());
        admin.patch("/opportunities/" + card, Map.of("expectedRevenue", Map.of("amount", "1200.50", "currency", "EUR"))).expect(200);
        move(card, review().path("id").asLong()).expect(200);
        admin.patch("/opportunities/" + card, Map.of("tags", List.of("signed"))).expect(200);
        Await.that("the trigger moves the signed card on", SOON,
                () -> stage(card).path("name").asText().equals("Proposition"));
        JsonNode history = admin.get("/opportunities/" + card + "/history").expect(200).json();
        assertTrue(history.toString(), history.toString().contains("\"automation\""));
    }

    @Test
    public void b_its_badge_is_listed_and_its_script_is_served() throws Exception {
        JsonNode badge = admin.get("/ui-elements").expect(200).json().path("items").path(0);
        assertEquals("acme-review-badge", badge.path("tag").asText());
        HttpResponse<String> script = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create(crm.url() + badge.path("module").asText())).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, script.statusCode());
        assertTrue(script.headers().firstValue("content-type").orElse(""), script.headers().firstValue("content-type").orElse("")
                .contains("javascript"));
        assertTrue(script.body().contains("customElements.define('acme-review-badge'"));
    }

    @Test
    public void c_coming_and_being_used_leaves_no_error_in_the_log() throws IOException {
        String log = Files.readString(crm.home().resolve("log/karaf.log"));
        assertFalse(log, log.contains(" ERROR "));
    }

    private static void deploy() throws IOException {
        Path half = jar.resolveSibling(".acme");
        Files.createDirectories(jar.getParent());
        Files.copy(Path.of(System.getProperty("crm.example")), half);
        Files.move(half, jar);
        Await.that("the partner's stage is there", SOON, () -> find(KEY).filter(s -> s.path("available").asBoolean()).isPresent());
        Await.that("the partner's guard is there", SOON,
                () -> admin.get("/ui-elements").expect(200).json().path("items").size() == 1);
    }

    private static long create(String name) {
        return admin.post("/opportunities", Map.of("name", name)).expect(201).id();
    }

    private static Rest.Reply move(long card, long stage) {
        return admin.post("/opportunities/" + card + "/stage-moves", Map.of("stageId", stage));
    }

    private static JsonNode stage(long card) {
        return admin.get("/opportunities/" + card).expect(200).json().path("stage");
    }

    private static JsonNode review() {
        return find(KEY).orElseThrow();
    }

    private static Optional<JsonNode> find(String key) {
        return StreamSupport.stream(admin.get("/stages").expect(200).json().path("items").spliterator(), false)
                .filter(stage -> key.equals(stage.path("key").asText())).findFirst();
    }
}
