package com.pivotino.crm.rest.internal.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class RouteTest {

    private static boolean matches(String template, String path) {
        return new Route("GET", template).pattern().matcher(path).matches();
    }

    @Test
    public void template_matches_whole_paths_only() {
        assertTrue(matches("/cards", "/cards"));
        assertFalse(matches("/cards", "/cards-and-more"));
        assertFalse(matches("/cards", "/cards/5"));
        assertTrue(matches("/cards/{id}", "/cards/5"));
        assertFalse(matches("/cards/{id}", "/cards/5/6"));
        assertFalse(matches("/openapi.json", "/openapiXjson"));
    }

    @Test
    public void patterns_of_parameters_are_kept_with_their_braces() {
        assertTrue(matches("/cards/{ id : \\d{1,18} }/won", "/cards/5/won"));
        assertFalse(matches("/cards/{id: \\d{1,18}}/won", "/cards/x/won"));
        assertTrue(matches("/records/{type: [a-z][a-z0-9-]*}/{id: \\d+}/feed", "/records/deal-1/7/feed"));
        assertEquals("GET /records/{type}/{id}/feed", new Route("GET", "/records/{type: [a-z][a-z0-9-]*}/{id: \\d+}/feed/").toString());
        assertEquals("GET /cards/{id}/won", new Route("GET", "cards//{id: \\d{1,18}}/won").toString());
    }

    @Test
    public void more_literal_characters_are_more_exact() {
        assertTrue(new Route("GET", "/cards/who").literals() > new Route("GET", "/cards/{id}").literals());
    }
}
