package com.pivotino.crm.rest.internal.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.rest.internal.publish.Client.Got;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Every refusal is a problem document with a stable code, whoever made it (REST.md; RELIABILITY ). */
public class RefusalsTest {

    private static RunningApi server;
    private static Client client;

    @BeforeClass
    public static void start() throws Exception {
        server = new RunningApi();
        server.api.publish(new CardResource());
        client = new Client(server);
    }

    @AfterClass
    public static void stop() throws Exception {
        server.close();
    }

    private static void assertProblem(int status, String code, Got got) throws Exception {
        assertEquals(got.response().body(), status, got.status());
        assertEquals("application/problem+json", got.header("Content-Type"));
        assertEquals(code, got.code());
        assertEquals(status, got.json().get("status").asInt());
        assertFalse(got.response().body(), got.response().body().contains("Exception") || got.response().body().contains("com."));
    }

    @Test
    public void a_body_of_a_missing_or_senseless_type_is_415_whatever_the_method() throws Exception {
        List<String> types = new ArrayList<>(Arrays.asList(null, "", " ", "a", "/", "a/", "/b", "a/b", "a/b/c", "*/*", "application/*",
                "text/plain", "text/plain; charset", "text/plain;;", "text/plain; charset=\"", "application/jsonx", "application",
                "application/octet-stream; a=b; c", "json", ";", "application/json/", "é/ü", "text/html; q=x=y"));
        List<String> wrong = new ArrayList<>();
        for (String type : types) {
            for (String[] call : new String[][] {{"POST", "/api/cards"}, {"PATCH", "/api/cards/7"}, {"POST", "/api/cards/7/won"},
                {"POST", "/api/cards/login"}, {"PUT", "/api/cards/7"}, {"DELETE", "/api/cards/7"}}) {
                int status = raw(call[0], call[1], type);
                boolean allowed = call[0].equals("PUT") && status == 405;
                if (status != 415 && !allowed) {
                    wrong.add(call[0] + " " + call[1] + " of " + type + ": " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    public void a_body_of_null_is_no_object_and_strange_cookies_do_not_matter() throws Exception {
        assertProblem(422, "validation_failed", client.send("PATCH", "/api/cards/7", "null"));
        assertProblem(422, "validation_failed", client.post("/api/cards", "null"));
        assertEquals(200, client.get("/api/cards/who", "Cookie", "\"nonsense, ;=*/").status());
    }

    @Test
    public void null_in_a_list_is_refused_by_the_lists_name() throws Exception {
        Got got = client.post("/api/cards", "{\"stageId\": 1, \"tags\": [\"a\", null]}");
        assertProblem(422, "validation_failed", got);
        assertTrue(got.response().body(), got.json().path("fields").path(0).path("field").asText().startsWith("tags"));
    }

    @Test
    public void trace_and_head_are_problems_too() throws Exception {
        for (String method : List.of("TRACE", "PROPFIND", "HEAD")) {
            for (String path : List.of("/api/nothing", "/api/cards/404", "/api/cards")) {
                try (Socket socket = new Socket("127.0.0.1", server.port())) {
                    socket.getOutputStream().write((method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertTrue(method + " " + path + ": " + answer, answer.contains("application/problem+json"));
                }
            }
        }
    }

    @Test
    public void dates_before_1900_and_after_2999_are_refused_by_their_names() throws Exception {
        for (String date : List.of("+999999999-12-31", "-999999999-01-01", "1899-12-31", "3000-01-01", "+10000-01-01")) {
            Got body = client.post("/api/cards", "{\"closing\": \"" + date + "\"}");
            assertProblem(422, "validation_failed", body);
            assertEquals("closing", body.json().path("fields").path(0).path("field").asText());
            assertEquals("out_of_range", body.json().path("fields").path(0).path("code").asText());
            Got query = client.get("/api/cards/7?day=" + date.replace("+", "%2B"));
            assertProblem(422, "validation_failed", query);
            assertEquals("day", query.json().path("fields").path(0).path("field").asText());
            assertEquals("out_of_range", query.json().path("fields").path(0).path("code").asText());
        }
        assertEquals(200, client.get("/api/cards/7?day=1900-01-01").status());
        assertEquals(201, client.post("/api/cards", "{\"closing\": \"2999-12-31\", \"stageId\": 1}").status());
    }

    private int raw(String method, String path, String type) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write((method + " " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer key-1\r\n"
                    + (type == null ? "" : "Content-Type: " + type + "\r\n") + "Content-Length: 2\r\nConnection: close\r\n\r\n{}")
                    .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    @Test
    public void errors_of_the_jax_rs_layer_are_problems() throws Exception {
        assertProblem(404, "not_found", client.get("/api/nothing"));
        assertProblem(404, "not_found", client.get("/api/cards/5/nothing"));
        assertProblem(404, "not_found", client.get("/api/cards/abc"));
        assertProblem(404, "not_found", client.get("/api/cards/404"));
        Got notAllowed = client.send("DELETE", "/api/cards", null);
        assertProblem(405, "method_not_allowed", notAllowed);
        assertTrue(notAllowed.header("Allow").contains("POST"));
        assertProblem(406, "not_acceptable", client.get("/api/cards/5", "Accept", "text/html"));
        assertProblem(415, "unsupported_media_type", client.post("/api/cards", "a", "Content-Type", "text/plain"));
        assertProblem(415, "unsupported_media_type", client.post("/api/cards", "{}", "Content-Type", null));
    }

    @Test
    public void an_unknown_failure_is_an_incident_that_tells_nothing() throws Exception {
        Got got = client.send("DELETE", "/api/cards/500", null);
        assertProblem(500, "internal", got);
        assertFalse(got.response().body().contains("secret"));
        assertTrue(got.json().get("incident").asText().length() >= 8);
    }

    @Test
    public void what_other_servlets_under_api_throw_or_send_is_a_problem_too() throws Exception {
        Got thrown = client.get("/api/another/servlet");
        assertProblem(500, "internal", thrown);
        assertFalse(thrown.response().body().contains("secret"));
        assertEquals("nosniff", thrown.header("X-Content-Type-Options"));
        Got sent = client.get("/api/another/servlet?503");
        assertProblem(503, "unavailable", sent);
        assertFalse(sent.response().body().contains("secret"));
    }

    @Test
    public void a_page_whose_bundle_is_being_replaced_is_away_for_a_moment_and_a_missing_file_is_not_there() throws Exception {
        for (String page : List.of("/", "/pipeline", "/ui/abc/app.js")) {
            Got away = client.get(page);
            assertProblem(503, "unavailable", away);
            assertEquals(page, "2", away.header("Retry-After"));
        }
        assertProblem(404, "not_found", client.get("/extensions/acme/none.js"));
    }

    @Test
    public void forms_multipart_and_xml_are_refused_on_every_path() throws Exception {
        for (String type : new String[] {"multipart/form-data; boundary=x", "MULTIPART/mixed", "application/xop+xml", "text/xml",
            "application/soap+xml", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "nonsense"}) {
            assertProblem(415, "unsupported_media_type", client.post("/api/cards", "x", "Content-Type", type));
            assertProblem(415, "unsupported_media_type", client.post("/api/nothing", "x", "Content-Type", type));
        }
    }

    @Test
    public void a_mail_program_unsubscribes_with_one_click_by_a_form_as_rfc_8058_has_it() throws Exception {
        String form = "List-Unsubscribe=One-Click";
        assertEquals(200, client.post("/api/cards/5/unsubscribe", form, "Content-Type", "application/x-www-form-urlencoded").status());
        assertEquals(200, client.post("/api/cards/5/unsubscribe", "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                + "One-Click\r\n--x--\r\n", "Content-Type", "multipart/form-data; boundary=x").status());
    }

    @Test
    public void bad_json_is_400_and_the_wrong_member_is_named() throws Exception {
        for (String body : new String[] {"{", "{\"stageId\": 1, \"name\": \"a\"} x", "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": NaN}",
            "{\"stageId\": " + "1".repeat(200) + "}", "{\"name\": \"\\u0000\"}", "{\"name\": \"\\ud800\"}",
            "{\"name\": \"\\udc00\\ud800\"}", "{'name': 1}"}) {
            assertProblem(400, "malformed", client.post("/api/cards", body));
            assertProblem(400, "malformed", client.send("PATCH", "/api/cards/5", body));
        }
        String deep = "{\"name\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertProblem(400, "malformed", client.send("PATCH", "/api/cards/5", deep));
        assertProblem(422, "validation_failed", client.post("/api/cards", deep));
        Map<String, String> invalid = new LinkedHashMap<>();
        invalid.put("{\"stageId\": \"12\"}", "stageId");
        invalid.put("{\"name\": \"no stage\"}", "stageId");
        invalid.put("{\"stageId\": null}", "stageId");
        invalid.put("{\"stageId\": 1, \"name\": 5}", "name");
        invalid.put("{\"stageId\": 1, \"priority\": 1.5}", "priority");
        invalid.put("{\"stageId\": 1, \"priority\": 99999999999}", "priority");
        invalid.put("{\"stageId\": 1, \"role\": \"king\"}", "role");
        invalid.put("{\"stageId\": 1, \"role\": 1}", "role");
        invalid.put("{\"stageId\": 1, \"closing\": \"soon\"}", "closing");
        invalid.put("{\"stageId\": 1, \"tags\": \"a\"}", "tags");
        invalid.put("{\"stageId\": 1, \"tags\": [1]}", "tags.0");
        invalid.put("{\"stageId\": 1, \"inner\": {\"flag\": \"true\"}}", "inner.flag");
        invalid.put("{\"stageId\": 1, \"record\": {\"type\": \"X\", \"id\": 1}}", "record");
        invalid.put("{\"stageId\": 1, \"record\": {\"id\": 1}}", "record");
        invalid.put("{\"stageId\": 1, \"revenue\": {\"amount\": \"1e9\", \"currency\": \"EUR\"}}", "revenue.amount");
        invalid.put("{\"stageId\": 1, \"revenue\": {\"amount\": \"1.005\", \"currency\": \"EUR\"}}", "revenue.amount");
        invalid.put("{\"stageId\": 1, \"revenue\": {\"amount\": \"1\", \"currency\": \"XXQ\"}}", "revenue.currency");
        invalid.put("{\"stageId\": 1, \"revenue\": {\"amount\": 1e1000000, \"currency\": \"EUR\"}}", "revenue.amount");
        for (Map.Entry<String, String> entry : invalid.entrySet()) {
            Got got = client.post("/api/cards", entry.getKey());
            assertProblem(422, "validation_failed", got);
            assertEquals(entry.getKey() + got.response().body(), entry.getValue(), got.json().at("/fields/0/field").asText());
        }
        Got unknown = client.post("/api/cards", "{\"stageId\": 1, \"inner\": {\"@class\": \"java.lang.String\"}}");
        assertEquals("unknown_field", unknown.code());
        assertEquals("inner.@class", unknown.json().at("/fields/0/field").asText());
        assertProblem(422, "validation_failed", client.post("/api/cards", "[]"));
        assertProblem(422, "validation_failed", client.post("/api/cards", "null"));
    }

    @Test
    public void escaped_text_that_is_well_formed_is_taken() throws Exception {
        assertEquals("\ud83d\ude00 by Anna", client.post("/api/cards", "{\"stageId\": 1, \"name\": \"\\ud83d\\ude00\"}")
                .json().get("name").asText());
        assertEquals("\\u0000 by Anna", client.post("/api/cards", "{\"stageId\": 1, \"name\": \"\\\\u0000\"}")
                .json().get("name").asText());
    }

    @Test
    public void a_body_beyond_its_limit_is_413() throws Exception {
        String big = "{\"name\": \"" + "x".repeat(1 << 20) + "\"}";
        assertProblem(413, "too_large", client.post("/api/cards", big));
        assertProblem(413, "too_large", chunked("/api/cards", "application/json", big));
        String csv = "x".repeat(2 << 20);
        assertEquals(2 << 20, client.post("/api/cards/files", csv, "Content-Type", "text/csv").json().get("size").asInt());
        assertProblem(413, "too_large", client.post("/api/cards/files", csv + "x", "Content-Type", "text/csv"));
        assertProblem(413, "too_large", chunked("/api/cards/files", "text/csv", csv + "x"));
        assertProblem(413, "too_large", chunked("/api/cards/files", "text/csv", csv.repeat(8)));
    }

    private static Got chunked(String path, String type, String body) throws Exception {
        java.net.http.HttpRequest request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(server.uri(path)))
                .header("Authorization", "Bearer key-1").header("Content-Type", type)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))).build();
        var response = java.net.http.HttpClient.newHttpClient().send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
        return new Got(response.statusCode(), response);
    }

    @Test
    public void nothing_changes_the_method_of_a_request() throws Exception {
        assertEquals(200, client.get("/api/cards/500?_method=DELETE").status());
        assertEquals(200, client.get("/api/cards/500", "X-HTTP-Method-Override", "DELETE").status());
        Got oneWay = client.get("/api/cards/5", "OnewayRequest", "true");
        assertEquals(200, oneWay.status());
        assertEquals(5, oneWay.json().get("id").asInt());
        assertEquals(200, client.get("/api/cards/5?_type=xml").status());
        assertEquals("unknown_field", client.get("/api/cards?_wadl").code());
    }

    @Test
    public void broken_addresses_and_strange_methods_are_refused() throws Exception {
        assertTrue(raw("GET /api/cards?tag=%00 HTTP/1.1").contains("\"code\":\"malformed\""));

        assertTrue(raw("GET /api/cards/%ff HTTP/1.1").contains("\"code\":\"malformed\""));
        assertTrue(raw("GET /api/cards?tag=%zz HTTP/1.1").contains("\"code\":\"malformed\""));
        assertTrue(raw("TRACE /api/cards HTTP/1.1").contains("\"code\":\"method_not_allowed\""));
        assertTrue(raw("FOO /api/cards HTTP/1.1").contains("\"code\":\"method_not_allowed\""));
    }

    private static String raw(String line) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((line + "\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer key-1\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    public void strangers_are_refused_before_their_body_is_read() throws Exception {
        Got got = client.post("/api/cards", "{ not json", "Authorization", null);
        assertProblem(401, "unauthenticated", got);
        assertTrue(got.header("WWW-Authenticate").startsWith("Basic"));
        assertNull(client.get("/api/cards", "Authorization", null, "Sec-Fetch-Mode", "cors").header("WWW-Authenticate"));
        assertNull(client.get("/api/cards", "Authorization", null, "X-Requested-With", "fetch").header("WWW-Authenticate"));
        for (String wrong : new String[] {"Bearer no", "Basic !!!", "Basic YQ", "Digest x", "Basic " + base64("anna:no"), "x"}) {
            assertProblem(401, "unauthenticated", client.get("/api/cards", "Authorization", wrong));
        }
        assertEquals(200, client.get("/api/cards", "Authorization", "Basic " + base64("anna:pass:word")).status());
        Got brake = client.get("/api/cards", "Authorization", "Basic " + base64("brute:x"));
        assertProblem(429, "rate_limited", brake);
        assertEquals("17", brake.header("Retry-After"));
    }

    @Test
    public void a_session_changes_nothing_without_its_csrf_token_or_from_another_site() throws Exception {
        String[] cookie = {"Authorization", null, "Cookie", "crm_session=good"};
        assertEquals(200, client.get("/api/cards/5", cookie).status());
        Got refused = client.send("DELETE", "/api/cards/5", null, cookie);
        assertProblem(403, "forbidden", refused);
        assertTrue(refused.json().get("detail").asText().contains("X-CSRF-Token"));
        assertProblem(403, "forbidden", client.send("DELETE", "/api/cards/5", null, "Authorization", null, "Cookie",
                "crm_session=good", "X-CSRF-Token", "csrf-2"));
        assertEquals(204, client.send("DELETE", "/api/cards/5", null, "Authorization", null, "Cookie", "crm_session=good",
                "X-CSRF-Token", "csrf-1").status());
        assertProblem(403, "forbidden", client.send("DELETE", "/api/cards/5", null, "Sec-Fetch-Site", "cross-site"));
        assertProblem(403, "forbidden", client.post("/api/cards/login", "{}", "Authorization", null, "Sec-Fetch-Site", "same-site"));
        assertProblem(401, "unauthenticated", client.get("/api/cards", "Authorization", null, "Cookie", "crm_session=old"));
    }

    @Test
    public void anonymous_methods_take_everybody_and_know_who_is_signed_in() throws Exception {
        assertEquals("stranger", client.get("/api/cards/who", "Authorization", null).json().get("who").asText());
        assertEquals("Anna", client.get("/api/cards/who").json().get("who").asText());
        Got session = client.get("/api/cards/who", "Authorization", null, "Cookie", "crm_session=good");
        assertEquals("{\"who\":\"Anna\",\"cookie\":\"good\"}".length(), session.response().body().length());
        assertEquals("good", session.json().get("cookie").asText());
    }

    @Test
    public void without_the_directory_only_anonymous_methods_answer() throws Exception {
        server.directoryPresent = false;
        try {
            Got got = client.get("/api/cards");
            assertProblem(503, "unavailable", got);
            assertNotNull(got.header("Retry-After"));
            assertEquals("stranger", client.get("/api/cards/who").json().get("who").asText());
        } finally {
            server.directoryPresent = true;
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
