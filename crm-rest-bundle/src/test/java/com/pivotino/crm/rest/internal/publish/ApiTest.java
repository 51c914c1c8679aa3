package com.pivotino.crm.rest.internal.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import com.pivotino.crm.rest.internal.publish.Client.Got;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** REST.md, ground rules, over HTTP. */
public class ApiTest {

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

    @Test
    public void long_answers_are_compressed_for_those_who_take_it() throws Exception {
        String tags = "?tag=" + "x".repeat(3000);
        Got plain = client.get("/api/cards" + tags);
        assertNull(plain.header("Content-Encoding"));
        assertEquals("Accept-Encoding", plain.header("Vary"));
        for (String accept : List.of("gzip", "deflate, gzip;q=0.8", "*")) {
            HttpResponse<byte[]> packed = packed("/api/cards" + tags, accept);
            assertEquals(accept, "gzip", packed.headers().firstValue("Content-Encoding").orElse(null));
            assertTrue(packed.body().length < 600);
            assertEquals(plain.response().body(), new String(new GZIPInputStream(new ByteArrayInputStream(packed.body()))
                    .readAllBytes(), StandardCharsets.UTF_8));
        }
        for (String accept : List.of("gzip;q=0", "deflate", "identity")) {
            assertNull(packed("/api/cards" + tags, accept).headers().firstValue("Content-Encoding").orElse(null));
        }
        assertNull(packed("/api/cards", "gzip").headers().firstValue("Content-Encoding").orElse(null));
        assertEquals("a;b\n", new String(new GZIPInputStream(new ByteArrayInputStream(packed("/api/cards/export.csv", "gzip").body()))
                .readAllBytes(), StandardCharsets.UTF_8));
    }

    private static HttpResponse<byte[]> packed(String path, String accept) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(server.uri(path)))
                .header("Authorization", "Bearer key-1").header("Accept-Encoding", accept).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    public void record_is_answered_with_its_shapes_and_its_version_as_etag() throws Exception {
        Got got = client.get("/api/cards/5?day=2026-02-28");
        assertEquals(200, got.status());
        assertEquals("\"3\"", got.header("ETag"));
        assertEquals("application/json", got.header("Content-Type"));
        assertEquals("{\"id\":5,\"version\":3,\"name\":\"card 2026-02-28\",\"revenue\":{\"amount\":\"1200.50\",\"currency\":\"EUR\"},"
                + "\"record\":{\"type\":\"opportunity\",\"id\":5},\"owner\":{\"kind\":\"user\",\"id\":7},\"team\":null,"
                + "\"role\":\"salesperson\",\"closing\":\"2026-06-06\",\"at\":\"2026-06-03T10:00:00Z\"}", got.response().body());
    }

    @Test
    public void known_etag_is_answered_304_without_body() throws Exception {
        Got got = client.get("/api/cards/5", "If-None-Match", "\"2\", W/\"3\"");
        assertEquals(304, got.status());
        assertEquals("", got.response().body());
        assertEquals(200, client.get("/api/cards/5", "If-None-Match", "\"2\"").status());
    }

    @Test
    public void page_links_to_its_next_and_tells_the_total_only_when_asked() throws Exception {
        Got first = client.get("/api/cards?limit=1&count=true&tag=a%26b&tag=c");
        assertEquals("</api/cards?limit=1&count=true&tag=a%26b&tag=c&cursor=abc%3D>; rel=\"next\"", first.header("Link"));
        assertEquals("a&b+c", first.json().at("/items/0/name").asText());
        assertEquals(5, first.json().get("total").asInt());
        Got last = client.get("/api/cards");
        assertNull(last.header("Link"));
        assertTrue(last.json().get("next").isNull());
        assertFalse(last.json().has("total"));
    }

    @Test
    public void list_query_that_cannot_be_read_is_refused_by_name() throws Exception {
        for (String query : new String[] {"limit=0", "limit=201", "limit=x", "count=maybe"}) {
            Got got = client.get("/api/cards?" + query);
            assertEquals(query, 422, got.status());
            assertEquals(query.split("=")[0], got.json().at("/fields/0/field").asText());
        }
        assertEquals("unknown_field", client.get("/api/cards?tga=x").code());
        assertEquals("day", client.get("/api/cards/5?day=tomorrow").json().at("/fields/0/field").asText());
    }

    @Test
    public void creation_answers_201_with_a_location_that_no_host_header_can_bend() throws Exception {
        Got got = client.post("/api/cards", "{\"name\": \"A\", \"stageId\": 1}");
        assertEquals(201, got.status());
        assertEquals("/api/cards/12", got.header("Location"));
        assertEquals("A by Anna", got.json().get("name").asText());
        assertEquals("\"3\"", got.header("ETag"));
    }

    @Test
    public void act_answers_the_members_of_its_value_beside_effects_and_cause() throws Exception {
        Got got = client.send("PATCH", "/api/cards/5", "{\"name\": \" B \"}", "Content-Type", "application/merge-patch+json");
        assertEquals(200, got.status());
        assertEquals("B", got.json().get("name").asText());
        assertEquals("card.renamed", got.json().at("/effects/0/type").asText());
        assertEquals("cause-1", got.json().get("causeId").asText());
        assertFalse(got.json().has("undo"));
        assertEquals("\"3\"", got.header("ETag"));
    }

    @Test
    public void stale_version_is_412_with_the_current_state() throws Exception {
        Got got = client.send("PATCH", "/api/cards/5", "{\"name\": \"B\"}", "If-Match", "\"2\"");
        assertEquals(412, got.status());
        assertEquals("version_conflict", got.code());
        assertEquals("now", got.json().at("/current/name").asText());
        assertEquals(200, client.send("PATCH", "/api/cards/5", "{\"name\": \"B\"}", "If-Match", "\"3\"").status());
        assertEquals(422, client.send("PATCH", "/api/cards/5", "{\"name\": \"B\"}", "If-Match", "abc").status());
    }

    @Test
    public void merge_patch_refuses_members_that_are_unknown_or_not_to_be_set() throws Exception {
        Got unknown = client.send("PATCH", "/api/cards/5", "{\"nmae\": \"B\"}");
        assertEquals(422, unknown.status());
        assertEquals("unknown_field", unknown.code());
        assertEquals(403, client.send("PATCH", "/api/cards/5", "{\"version\": 9}").status());
        assertEquals(422, client.send("PATCH", "/api/cards/5", "[]").status());
    }

    @Test
    public void empty_body_is_an_empty_object() throws Exception {
        assertEquals("won null", client.send("POST", "/api/cards/5/won", null, "Content-Type", null).json().get("name").asText());
        assertEquals("won true", client.post("/api/cards/5/won", "{\"flag\": true}").json().get("name").asText());
    }

    @Test
    public void deletion_is_204_and_head_answers_like_get() throws Exception {
        assertEquals(204, client.send("DELETE", "/api/cards/5", null).status());
        Got head = client.send("HEAD", "/api/cards/5", null);
        assertEquals(200, head.status());
        assertEquals("\"3\"", head.header("ETag"));
    }

    @Test
    public void text_and_streams_are_passed_on_as_they_are() throws Exception {
        Got metrics = client.get("/api/cards/metrics", "Accept", "*/*");
        assertEquals("cards 5\n", metrics.response().body());
        assertTrue(metrics.header("Content-Type").startsWith("text/plain"));
        Got csv = client.get("/api/cards/export.csv", "Accept", "text/csv");
        assertEquals("a;b\n", csv.response().body());
        assertTrue(csv.header("Content-Type").startsWith("text/csv"));
        assertEquals("attachment; filename=cards.csv", csv.header("Content-Disposition"));
    }

    @Test
    public void cookies_that_a_resource_sets_are_kept_apart() throws Exception {
        Got got = client.post("/api/cards/login", "{\"a\": 1}");
        assertEquals(2, got.response().headers().allValues("Set-Cookie").size());
        assertEquals(1, got.json().get("a").asInt());
    }

    @Test
    public void every_answer_bears_the_security_headers_and_no_server_name() throws Exception {
        for (Got got : new Got[] {client.get("/api/cards/5"), client.get("/api/nothing"), client.post("/api/cards", "{")}) {
            assertEquals("nosniff", got.header("X-Content-Type-Options"));
            assertEquals("no-store", got.header("Cache-Control"));
            assertTrue(got.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
            assertNull(got.header("Server"));
        }
    }
}
