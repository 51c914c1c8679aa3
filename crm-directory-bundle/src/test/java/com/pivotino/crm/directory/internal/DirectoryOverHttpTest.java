package com.pivotino.crm.directory.internal;

import static com.pivotino.crm.directory.internal.OverHttp.ADMIN_PASSWORD;
import static com.pivotino.crm.directory.internal.OverHttp.basic;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.directory.internal.OverHttp.Got;
import com.pivotino.crm.directory.internal.service.DirectoryRig;
import com.pivotino.crm.testkit.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.jaas.config.JaasRealm;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** REST "People and settings", over HTTP as a client sees it. */
public class DirectoryOverHttpTest {

    private static final String[] ADMIN = {"Authorization", basic("admin", ADMIN_PASSWORD)};

    private static DirectoryRig rig;
    private static OverHttp api;

    @BeforeClass
    public static void start() throws Exception {
        rig = new DirectoryRig(Database.H2);
        api = new OverHttp(rig);
        for (String role : List.of("salesperson", "manager")) {
            created(api.send("POST", "/users", "{\"login\": \"" + role + "\", \"name\": \"The " + role
                    + "\", \"password\": \"a good password\", \"roles\": [\"" + role + "\"]}", ADMIN));
        }
    }

    @AfterClass
    public static void stop() throws Exception {
        api.close();
        rig.stop();
    }

    @Test
    public void the_module_offers_its_services_and_the_realm() {
        assertEquals(Set.of(Directory.class.getName(), DirectoryAdmin.class.getName(), SettingsService.class.getName(),
                Authenticator.class.getName(), JaasRealm.class.getName()), api.offered.keySet());
    }

    @Test
    public void a_browser_signs_in_calls_with_the_token_and_signs_out() throws Exception {
        Got in = api.send("POST", "/session", "{\"login\": \"salesperson\", \"password\": \"a good password\"}");
        assertEquals(in.response().body(), 200, in.status());
        String setCookie = in.header("Set-Cookie");
        assertTrue(setCookie, setCookie.matches("crm_session=[\\w-]{43}; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax"));
        assertEquals("no-store", in.header("Cache-Control"));
        assertEquals(Set.of("user", "roles", "zone", "locale", "onboardingCompleted", "csrfToken", "teams"), names(in.json()));
        assertEquals(Set.of("id", "login", "name", "email"), names(in.json().get("user")));
        assertEquals("[\"salesperson\"]", in.json().get("roles").toString());
        String cookie = setCookie.substring(0, setCookie.indexOf(';'));
        String csrf = in.json().get("csrfToken").asText();
        assertEquals(in.json(), api.send("GET", "/session", null, "Cookie", cookie).json());
        assertEquals(403, api.send("PATCH", "/me", "{\"locale\": \"de\"}", "Cookie", cookie).status());
        Got edited = api.send("PATCH", "/me", "{\"locale\": \"de\"}", "Cookie", cookie, "X-CSRF-Token", csrf);
        assertEquals("de", edited.json().get("locale").asText());
        assertEquals("\"" + edited.json().get("version") + "\"", edited.header("ETag"));
        Got out = api.send("DELETE", "/session", null, "Cookie", cookie, "X-CSRF-Token", csrf);
        assertEquals(204, out.status());
        assertTrue(out.header("Set-Cookie"), out.header("Set-Cookie").startsWith("crm_session=; Max-Age=0; Path=/; HttpOnly"));
        assertEquals(401, api.send("GET", "/session", null, "Cookie", cookie).status());
    }

    @Test
    public void another_sites_page_cannot_sign_anybody_in() throws Exception {
        String body = "{\"login\": \"salesperson\", \"password\": \"a good password\"}";
        assertEquals(403, api.send("POST", "/session", body, "Origin", "https://evil.example").status());
        assertEquals(403, api.send("POST", "/session", body, "Origin", "null").status());
        assertEquals(403, api.send("POST", "/session", body, "Sec-Fetch-Site", "cross-site").status());
        assertEquals(403, api.send("POST", "/session", body, "Sec-Fetch-Site", "same-site").status());
        assertEquals(200, api.send("POST", "/session", body, "Sec-Fetch-Site", "same-origin").status());
        assertEquals(415, api.send("POST", "/session", null, "Content-Type", "application/x-www-form-urlencoded").status());
    }

    @Test
    public void a_wrong_password_is_401_and_too_many_are_429_with_the_time_to_wait() throws Exception {
        created(api.send("POST", "/users", "{\"login\": \"victim\", \"password\": \"a good password\"}", ADMIN));
        Got got;
        int tries = 0;
        do {
            got = api.send("POST", "/session", "{\"login\": \"victim\", \"password\": \"guess\"}");
            tries++;
        } while (got.status() == 401 && tries < 20);
        assertEquals(429, got.status());
        assertEquals("rate_limited", got.json().get("code").asText());
        assertEquals("1", got.header("Retry-After"));
        rig.crm.clock().advance(Duration.ofMinutes(16));
        assertEquals(200, api.send("POST", "/session", "{\"login\": \"victim\", \"password\": \"a good password\"}").status());
    }

    @Test
    public void an_api_key_works_without_csrf_until_it_is_revoked() throws Exception {
        Got made = created(api.send("POST", "/api-keys", "{\"name\": \"script\"}", ADMIN));
        assertEquals("no-store", made.header("Cache-Control"));
        String[] bearer = {"Authorization", "Bearer " + made.json().get("key").asText()};
        assertEquals("admin", api.send("GET", "/me", null, bearer).json().get("login").asText());
        JsonNode listed = api.send("GET", "/api-keys", null, bearer).json().get("items").get(0);
        assertEquals(Set.of("id", "name", "createdAt", "lastUsedAt"), names(listed));
        assertEquals(204, api.send("DELETE", "/api-keys/" + made.json().get("id"), null, bearer).status());
        assertEquals(401, api.send("GET", "/me", null, bearer).status());
    }

    @Test
    public void people_have_the_shapes_of_the_contract() throws Exception {
        Got user = created(api.send("POST", "/users", "{\"login\": \"shape\", \"email\": \"s@example.com\","
                + " \"roles\": [\"manager\", \"admin\"], \"password\": \"a good password\"}", ADMIN));
        assertEquals(Set.of("id", "version", "login", "name", "email", "zone", "locale", "roles", "active"), names(user.json()));
        assertFalse(user.response().body().contains("assword"));
        long id = user.json().get("id").asLong();
        Got patched = api.send("PATCH", "/users/" + id, "{\"zone\": \"Europe/Berlin\"}", ADMIN[0], ADMIN[1], "If-Match", "\"1\"");
        assertEquals("Europe/Berlin", patched.json().get("zone").asText());
        assertEquals("\"2\"", patched.header("ETag"));
        assertTrue(patched.json().has("causeId"));
        Got conflict = api.send("PATCH", "/users/" + id, "{\"zone\": \"UTC\"}", ADMIN[0], ADMIN[1], "If-Match", "\"1\"");
        assertEquals(412, conflict.status());
        assertEquals("Europe/Berlin", conflict.json().at("/current/zone").asText());
        assertEquals("zone", conflict.json().at("/conflicts/0/field").asText());
        assertTrue(conflict.json().at("/conflicts/0/base").isNull());
        Got team = created(api.send("POST", "/teams", "{\"name\": \"Shapes\", \"memberIds\": [" + id + "]}", ADMIN));
        assertEquals(Set.of("id", "version", "name", "leaderId", "memberIds", "zone", "dueDays", "workingDays"), names(team.json()));
        Got gone = api.send("POST", "/users/" + id + "/deactivation", null, ADMIN);
        assertEquals(gone.response().body(), 200, gone.status());
        assertFalse(gone.json().get("active").asBoolean());
        Got late = api.send("POST", "/teams", "{\"name\": \"Late\", \"memberIds\": [" + id + "]}", ADMIN);
        assertEquals("Nobody inactive becomes a member", 422, late.status());

        Got contact = created(api.send("POST", "/contacts", "{\"name\": \"Ada\", \"phone\": \"123\"}", ADMIN));
        assertEquals(Set.of("id", "version", "name", "email", "phone", "company", "bounced"), names(contact.json()));
        String path = "/contacts/" + contact.json().get("id");
        assertEquals(304, api.send("GET", path, null, ADMIN[0], ADMIN[1], "If-None-Match", "\"1\"").status());
        assertEquals(1, api.send("GET", "/contacts?q=ada&count=true", null, ADMIN).json().get("total").asInt());
        assertEquals(204, api.send("DELETE", path, null, ADMIN).status());
        assertEquals(404, api.send("GET", path, null, ADMIN).status());
        assertEquals(404, api.send("GET", "/contacts/99999999999999999999", null, ADMIN).status());
    }

    @Test
    public void one_sees_and_edits_oneself() throws Exception {
        Got me = api.send("GET", "/me", null, ADMIN);
        assertEquals("{\"default\":\"both\",\"bySubtype\":{},\"digest\":\"immediate\",\"quietHours\":null}",
                me.json().get("notifications").toString());
        Got edited = api.send("PATCH", "/me", "{\"notifications\": {\"default\": \"app\", \"bySubtype\": {\"won\": \"mail\"},"
                + " \"quietHours\": {\"from\": \"22:00\", \"until\": \"07:00\"}}}", ADMIN);
        assertEquals("{\"default\":\"app\",\"bySubtype\":{\"won\":\"mail\"},\"digest\":\"immediate\","
                + "\"quietHours\":{\"from\":\"22:00\",\"until\":\"07:00\"}}", sorted(edited.json().get("notifications")));
        Got cleared = api.send("PATCH", "/me", "{\"notifications\": {\"default\": \"both\", \"bySubtype\": {\"won\": null},"
                + " \"quietHours\": null}}", ADMIN);
        assertEquals(me.json().get("notifications"), cleared.json().get("notifications"));
        for (String wrong : List.of("{\"default\": \"sms\"}", "{\"quietHours\": {\"from\": \"22:00\"}}",
                "{\"quietHours\": {\"from\": \"25:00\", \"until\": \"07:00\"}}", "{\"loud\": true}")) {
            assertEquals(wrong, 422, api.send("PATCH", "/me", "{\"notifications\": " + wrong + "}", ADMIN).status());
        }
        assertEquals(403, api.send("PATCH", "/me", "{\"roles\": [\"admin\"]}", ADMIN).status());
        assertEquals(422, api.send("PATCH", "/me", "{\"password\": \"a new password\"}", ADMIN).status());
    }

    @Test
    public void the_questionnaire_previews_and_the_settings_have_their_names() throws Exception {
        JsonNode asked = api.send("GET", "/onboarding?dueDays=0&zone=Asia/Tokyo", null, ADMIN).json();
        assertEquals(Set.of("version", "completed", "dueDays", "dueDaysByType", "mode", "zone", "currency", "preview"), names(asked));
        assertTrue(asked.at("/preview/date").asText().matches("\\d{4}-\\d\\d-\\d\\d"));
        Got answered = api.send("PUT", "/onboarding", "{\"completed\": true, \"dueDays\": 2, \"dueDaysByType\": {\"call\": 1},"
                + " \"mode\": \"business\", \"zone\": \"Europe/Berlin\", \"currency\": \"EUR\"}", ADMIN);
        assertEquals(200, answered.status());
        assertTrue(answered.json().get("completed").asBoolean());
        Got settings = api.send("PATCH", "/settings", "{\"holidays\": [\"2026-12-25\"], \"undoSeconds\": 20}", ADMIN);
        assertEquals(Set.of("version", "onboardingCompleted", "dueDays", "dueDaysByType", "mode", "zone", "currency", "holidays",
                "workingDays", "undoSeconds", "firstActivityTypeId", "followOnPost", "attachmentLimitMb", "mailDelaySeconds",
                "editWindowMinutes", "openActivitiesOnWon", "externalLinkShowsStage", "dueDaysByStage", "teamRecords"),
                names(settings.json()));
        assertEquals("\"Europe/Berlin\"", settings.json().get("zone").toString());
        assertEquals("[\"2026-12-25\"]", settings.json().get("holidays").toString());
        assertEquals("{\"call\":1}", settings.json().get("dueDaysByType").toString());
        assertEquals(422, api.send("PATCH", "/settings", "{\"mode\": 5}", ADMIN).status());
    }

    @Test
    public void a_dry_run_answers_the_same_and_does_nothing() throws Exception {
        assertEquals(201, api.send("POST", "/contacts?dryRun=true", "{\"name\": \"Nobody Ever\"}", ADMIN).status());
        assertEquals(0, api.send("GET", "/contacts?q=nobody", null, ADMIN).json().get("items").size());
    }

    /** one row for every operation of the contract and every kind of caller. */
    @Test
    @SuppressWarnings("unchecked")
    public void every_operation_is_open_to_those_whom_the_contract_names_and_to_nobody_else() throws Exception {
        Map<String, Object> contract = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(getClass().getResourceAsStream("/openapi/directory.yaml"));
        List<String> order = List.of("user", "manager", "admin");
        Map<String, String[]> callers = Map.of("user", new String[] {"Authorization", basic("salesperson", "a good password")},
                "manager", new String[] {"Authorization", basic("manager", "a good password")}, "admin", ADMIN);
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (var path : ((Map<String, Map<String, Map<String, Object>>>) contract.get("paths")).entrySet()) {
            for (var operation : path.getValue().entrySet()) {
                String permission = (String) operation.getValue().get("x-permission");
                if (permission.equals("anonymous")) {
                    continue;
                }
                String target = path.getKey().replace("{id}", "99999999");
                String body = operation.getKey().matches("get|delete") ? null : "{}";
                String row = operation.getKey() + " " + path.getKey();
                int stranger = api.send(operation.getKey().toUpperCase(Locale.ROOT), target, body).status();
                if (stranger != 401) {
                    wrong.add(row + " as a stranger: " + stranger);
                }
                for (String caller : order) {
                    int status = api.send(operation.getKey().toUpperCase(Locale.ROOT), target, body, callers.get(caller)).status();
                    boolean allowed = order.indexOf(caller) >= order.indexOf(permission);
                    if (allowed ? status == 401 || status == 403 || status >= 500 : status != 403) {
                        wrong.add(row + " as " + caller + ": " + status);
                    }
                }
                rows++;
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(26, rows);
    }

    private static Got created(Got got) {
        assertEquals(got.response().body(), 201, got.status());
        assertNotNull(got.header("Location"));
        return got;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String sorted(JsonNode notifications) {
        JsonNode quiet = notifications.get("quietHours");
        return "{\"default\":" + notifications.get("default") + ",\"bySubtype\":" + notifications.get("bySubtype") + ",\"digest\":"
                + notifications.get("digest") + ",\"quietHours\":{\"from\":" + quiet.get("from") + ",\"until\":" + quiet.get("until")
                + "}}";
    }
}
