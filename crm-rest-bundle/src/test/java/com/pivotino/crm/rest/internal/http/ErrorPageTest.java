package com.pivotino.crm.rest.internal.http;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class ErrorPageTest {

    @Test
    public void what_the_container_does_not_find_while_the_bundle_is_replaced_is_away_and_not_unknown() {
        for (String path : List.of("/", "/pipeline", "/ui/1/app.js", "/api/activities/summary", "/api/me")) {
            assertTrue(path, ErrorPage.isAway(path));
        }
        for (String path : List.of("/extensions/acme/none.js", "/favicon.png")) {
            assertFalse(path, ErrorPage.isAway(path));
        }
    }
}
