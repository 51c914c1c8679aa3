package com.pivotino.crm.rest.internal.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import com.pivotino.crm.rest.internal.openapi.Fragments;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

public class RoutesHealthTest {

    private final Set<Route> live = new TreeSet<>();
    private final RoutesHealth health = new RoutesHealth(new Fragments() {
        @Override
        public String version() {
            return "1";
        }

        @Override
        public Map<String, String> all() {
            return Map.of("pipeline", "paths:\n  /cards:\n    get:\n      summary: get\n  /cards/{id}:\n    patch:\n      x: y\n");
        }
    }, () -> live);

    @Test
    public void not_ready_until_every_operation_of_the_contract_is_answered() {
        assertEquals("2 operations are not answered yet, such as GET /cards", health.problem());
        live.add(new Route("GET", "/cards"));
        assertEquals("1 operations are not answered yet, such as PATCH /cards/{id}", health.problem());
        live.add(new Route("PATCH", "/cards/{id: \\d+}"));
        assertNull(health.problem());
        live.remove(new Route("GET", "/cards"));
        assertEquals("What has gone is missed", "1 operations are not answered yet, such as GET /cards", health.problem());
    }
}
