package com.pivotino.crm.rest.internal.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.rest.Anonymous;
import com.pivotino.crm.rest.internal.publish.Client.Got;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Resources come and go one by one and the others never notice (RELIABILITY F-08). */
public class ComesAndGoesTest {

    private RunningApi server;
    private Client client;

    @Path("/activities")
    @Produces("application/json")
    public static final class Activities {
        @GET
        @Anonymous
        public Map<String, String> list() {
            return Map.of("is", "activities");
        }
    }

    @Path("/activity-types")
    @Produces("application/json")
    public static final class ActivityTypes {
        @GET
        @Anonymous
        public Map<String, String> list() {
            return Map.of("is", "types");
        }
    }

    @Path("/records/{type}/{id: \\d+}")
    @Produces("application/json")
    public static final class Feed {
        @GET
        @Path("feed")
        @Anonymous
        public Map<String, String> feed(@PathParam("type") String type, @PathParam("id") long id) {
            return Map.of("is", type + id);
        }
    }

    @Path("/records/{type}/{id}/followers")
    @Produces("application/json")
    public static final class Followers {
        @GET
        @Anonymous
        public Map<String, String> list(@PathParam("type") String type) {
            return Map.of("is", "followers");
        }
    }

    @Path("/slow")
    @Produces("application/json")
    public static final class Slow {
        final CountDownLatch inside = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);
        volatile boolean fail;

        @POST
        @Anonymous
        public Map<String, String> work() throws InterruptedException {
            inside.countDown();
            go.await(20, TimeUnit.SECONDS);
            if (fail) {
                throw new IllegalStateException("the store is gone");
            }
            return Map.of("is", "done");
        }
    }

    @Before
    public void start() throws Exception {
        server = new RunningApi();
        client = new Client(server);
    }

    @After
    public void stop() throws Exception {
        server.close();
    }

    private String is(String path) throws Exception {
        return client.get(path).json().path("is").asText();
    }

    @Test
    public void until_all_resources_have_come_an_unknown_path_or_method_is_503() throws Exception {
        boolean[] settled = {false};
        server.api.settled(() -> settled[0]);
        server.api.publish(new Activities());
        assertEquals("activities", is("/api/activities"));
        assertEquals(503, client.get("/api/activities/summary").status());
        assertEquals(503, client.send("DELETE", "/api/activities", null).status());
        settled[0] = true;
        assertEquals(404, client.get("/api/activities/summary").status());
        assertEquals(405, client.send("DELETE", "/api/activities", null).status());
    }

    @Test
    public void paths_that_begin_alike_are_told_apart() throws Exception {
        Published activities = server.api.publish(new Activities());
        server.api.publish(new ActivityTypes());
        server.api.publish(new Feed());
        Published followers = server.api.publish(new Followers());
        assertEquals("activities", is("/api/activities"));
        assertEquals("activities", is("/api/activities/"));
        assertEquals("types", is("/api/activity-types"));
        assertEquals("opportunity5", is("/api/records/opportunity/5/feed"));
        assertEquals("followers", is("/api/records/opportunity/5/followers"));
        assertEquals(404, client.get("/api/records/opportunity/x/feed").status());
        server.api.withdraw(activities);
        server.api.withdraw(followers);
        assertEquals(503, client.get("/api/activities").status());
        assertEquals(503, client.get("/api/records/opportunity/5/followers").status());
        assertEquals("types", is("/api/activity-types"));
        assertEquals("opportunity5", is("/api/records/opportunity/5/feed"));
    }

    @Test
    public void known_path_whose_resource_is_away_is_503_and_an_unknown_one_404() throws Exception {
        assertEquals(404, client.get("/api/activities").status());
        for (int round = 0; round < 3; round++) {
            Published activities = server.api.publish(new Activities());
            assertEquals("activities", is("/api/activities"));
            server.api.withdraw(activities);
            Got away = client.get("/api/activities");
            assertEquals(503, away.status());
            assertEquals("unavailable", away.code());
            assertEquals("2", away.header("Retry-After"));
            assertEquals("application/problem+json", away.header("Content-Type"));
            assertEquals(404, client.get("/api/activities/5").status());
        }
        server.api.remember(Set.of(new Route("GET", "/webhooks/{id}")));
        assertEquals(503, client.get("/api/webhooks/5").status());
    }

    @Test
    public void others_answer_all_the_time() throws Exception {
        server.api.publish(new ActivityTypes());
        AtomicBoolean going = new AtomicBoolean(true);
        CompletableFuture<Integer> others = CompletableFuture.supplyAsync(() -> {
            int calls = 0;
            while (going.get()) {
                calls++;
                try {
                    if (!is("/api/activity-types").equals("types")) {
                        return -calls;
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            return calls;
        });
        for (int round = 0; round < 30; round++) {
            server.api.withdraw(server.api.publish(new Activities()));
        }
        going.set(false);
        assertTrue("calls " + others.get(), others.get() > 0);
    }

    @Test
    public void a_request_inside_is_let_finish() throws Exception {
        Slow slow = new Slow();
        Published published = server.api.publish(slow);
        CompletableFuture<Got> request = async(() -> client.post("/api/slow", "{}"));
        assertTrue(slow.inside.await(10, TimeUnit.SECONDS));
        CompletableFuture<Void> withdrawal = CompletableFuture.runAsync(() -> server.api.withdraw(published));
        awaitAway();
        slow.go.countDown();
        assertEquals("done", request.get().json().path("is").asText());
        withdrawal.get(10, TimeUnit.SECONDS);
    }

    @Test
    public void a_request_that_fails_because_its_bundle_goes_is_503() throws Exception {
        Slow slow = new Slow();
        slow.fail = true;
        Published published = server.api.publish(slow);
        CompletableFuture<Got> request = async(() -> client.post("/api/slow", "{}"));
        assertTrue(slow.inside.await(10, TimeUnit.SECONDS));
        CompletableFuture<Void> withdrawal = CompletableFuture.runAsync(() -> server.api.withdraw(published));
        awaitAway();
        slow.go.countDown();
        assertEquals(503, request.get().status());
        withdrawal.get(10, TimeUnit.SECONDS);
    }

    private void awaitAway() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (client.post("/api/slow", "{}", "Content-Type", "application/json").status() != 503) {
            assertTrue("it never went away", System.nanoTime() < deadline);
        }
    }

    private interface Call {
        Got make() throws Exception;
    }

    private static CompletableFuture<Got> async(Call call) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return call.make();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
