package com.pivotino.crm.rest.internal.openapi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.pivotino.crm.api.module.ModuleInfo;
import com.pivotino.crm.rest.internal.search.SearchResource;
import com.pivotino.crm.rest.internal.stream.StreamResource;
import com.pivotino.crm.rest.internal.publish.Client;
import com.pivotino.crm.rest.internal.publish.Client.Got;
import com.pivotino.crm.rest.internal.publish.RunningApi;
import com.pivotino.crm.testkit.contract.RoutesAgainstContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The live contract, and the page that shows it. */
public class ContractTest {

    private static final String PARTNER = """
            paths:
              /partner/{id}:
                get: { operationId: getPartner, summary: A partner, parameters: [{ name: id, in: path, required: true }], responses: {} }
            components:
              schemas:
                Partner: { type: object, example: { since: 2026-06-03 } }
                Money: { type: string }
            """;

    private final Map<String, String> fragments = new LinkedHashMap<>();
    private RunningApi server;
    private Client client;

    @Before
    public void start() throws Exception {
        server = new RunningApi();
        client = new Client(server);
        fragments.put("rest", own());
        server.api.publish(new OpenApiResource(new Fragments() {
            @Override
            public String version() {
                return String.join(",", fragments.keySet());
            }

            @Override
            public Map<String, String> all() {
                return fragments;
            }
        }));
        server.api.publish(new DocsResource());
        server.api.publish(new ModulesResource(() -> List.of(new ModuleInfo("pipeline", "1.0.0", "present"))));
    }

    @After
    public void stop() throws Exception {
        server.close();
    }

    private static String own() {
        try (InputStream in = ContractTest.class.getResourceAsStream("/openapi/rest.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void routes_and_contract_of_this_bundle_agree() {
        RoutesAgainstContract.check("rest", OpenApiResource.class, DocsResource.class, ModulesResource.class, UiElementsResource.class,
                StreamResource.class,
                SearchResource.class);
    }

    @Test
    public void what_other_fragments_may_refer_to_is_defined_here() throws Exception {
        JsonNode components = client.get("/api/openapi.json").json().get("components");
        for (String shared : RoutesAgainstContract.SHARED) {
            assertTrue(shared, components.at("/" + shared).isObject());
        }
    }

    @Test
    public void operations_that_take_if_none_match_declare_304() throws Exception {
        fragments.put("partner", PARTNER.replace("parameters: [", "parameters: [{ $ref: '#/components/parameters/ifNoneMatch' }, "));
        assertTrue(client.get("/api/openapi.json").json().at("/paths/~1partner~1{id}/get/responses").has("304"));
    }

    @Test
    public void contract_is_merged_of_the_fragments_that_are_there_now() throws Exception {
        Got before = client.get("/api/openapi.json", "Authorization", null);
        assertEquals(200, before.status());
        assertEquals("3.1.0", before.json().get("openapi").asText());
        assertFalse(before.json().get("paths").has("/partner/{id}"));
        fragments.put("partner", PARTNER);
        fragments.put("broken", "paths: [");
        JsonNode after = client.get("/api/openapi.json").json();
        assertEquals("getPartner", after.get("paths").get("/partner/{id}").get("get").get("operationId").asText());
        assertEquals("2026-06-03", after.at("/components/schemas/Partner/example/since").asText());
        assertEquals("object", after.at("/components/schemas/Money/type").asText());
        fragments.remove("partner");
        assertFalse(client.get("/api/openapi.json").json().get("paths").has("/partner/{id}"));
    }

    @Test
    public void docs_page_and_its_files_come_from_here_under_a_strict_policy() throws Exception {
        Got page = client.get("/api/docs", "Authorization", null, "Accept", "text/html");
        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type").replace(" ", "").toLowerCase());
        assertTrue(page.header("Content-Security-Policy").contains("script-src 'self';"));
        assertFalse(page.response().body().matches("(?s).*<script>.*|.*https?://.*|.* style=.*"));
        for (String file : new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "docs.css", "docs.js"}) {
            assertTrue(page.response().body().contains("/api/docs/" + file));
            Got got = client.get("/api/docs/" + file, "Authorization", null, "Accept", "*/*");
            assertEquals(file, 200, got.status());
            assertEquals(List.of("max-age=3600"), got.response().headers().allValues("Cache-Control"));
            assertEquals(1, got.response().headers().allValues("Content-Security-Policy").size());
        }
        assertEquals(404, client.get("/api/docs/..%2Findex.html").status());
        assertEquals(404, client.get("/api/docs/rest.yaml").status());
    }

    @Test
    public void modules_are_told_to_those_who_have_signed_in() throws Exception {
        assertEquals("pipeline", client.get("/api/modules").json().at("/items/0/name").asText());
        assertEquals(401, client.get("/api/modules", "Authorization", null).status());
    }
}
