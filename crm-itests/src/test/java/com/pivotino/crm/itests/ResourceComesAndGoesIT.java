package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.rest.Anonymous;
import com.pivotino.crm.api.rest.RestResource;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;

/** Resources come and go one by one; those of other bundles never notice (RELIABILITY F-08). */
public class ResourceComesAndGoesIT extends InProduct {

    private static final Duration SOON = Duration.ofSeconds(15);

    /** A partner's resource. */
    @Path("/partner-greeting")
    @Produces("application/json")
    public static class Greeting {
        @GET
        @Anonymous
        public Map<String, String> greet() {
            return Map.of("hello", "partner");
        }
    }

    @Test
    public void a_stopped_bundle_answers_503_and_the_others_never_fail() throws Exception {
        Rest admin = Container.admin();
        AtomicBoolean going = new AtomicBoolean(true);
        CompletableFuture<String> others = CompletableFuture.supplyAsync(() -> {
            int calls = 0;
            while (going.get()) {
                Rest.Reply reply = admin.get("/stages");
                if (reply.status() != 200) {
                    return reply.toString();
                }
                calls++;
            }
            return "fine " + (calls > 0);
        });
        Bundle activities = Container.bundle(context, "crm-activity-bundle");
        for (int round = 0; round < 3; round++) {
            activities.stop();
            Rest.Reply away = admin.get("/activities");
            assertEquals(away.toString(), 503, away.status());
            assertEquals("unavailable", away.json().path("code").asText());
            assertEquals("2", away.header("Retry-After"));
            assertTrue(away.header("Content-Type").startsWith("application/problem+json"));
            activities.start();
            Await.that("the activities are back", SOON, () -> admin.get("/activities").status() == 200);
        }
        going.set(false);
        assertEquals("fine true", others.join());
    }

    @Test
    public void nothing_but_the_api_and_the_browser_ui_is_served() {
        Rest rest = Container.ready();
        assertNull("CXF shares no transport", context.getServiceReference("org.apache.cxf.transport.http.DestinationRegistry"));
        for (String path : List.of("/cxf", "/cxf/", "/cxf/1", "/cxf/1/stages", "/services", "/system/console", "/jolokia")) {
            Rest.Reply reply = rest.get("/.." + path);
            assertTrue(path + " " + reply, reply.status() == 404 || reply.http().body().contains("<title>Pivotino"));
        }
    }

    @Test
    public void a_partners_resource_appears_and_disappears() {
        Rest rest = Container.ready();
        assertEquals(404, rest.get("/partner-greeting").status());
        ServiceRegistration<Greeting> registration = context.registerService(Greeting.class, new Greeting(),
                new Hashtable<>(Map.of(RestResource.MARKER, true)));
        Await.that("it answers", SOON, () -> rest.get("/partner-greeting").status() == 200);
        assertEquals("partner", rest.get("/partner-greeting").json().path("hello").asText());
        registration.unregister();
        Await.that("it is away", SOON, () -> rest.get("/partner-greeting").status() == 503);
    }
}
