package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.osgi.framework.Bundle;

/** A bundle may be away; the others go on, and it is told what it missed (ARCHITECTURE rule 7). */
public class ChatterAbsentThenBackIT extends InProduct {

    @Test
    public void what_happened_while_the_chatter_was_away_stands_in_its_feed_afterwards() throws Exception {
        Rest admin = Container.admin();
        long before = admin.post("/opportunities", Map.of("name", "Before")).expect(201).id();
        Bundle chatter = Container.bundle(context, "crm-chatter-bundle");
        chatter.stop();
        Await.that("the feed says that it is away", Duration.ofSeconds(10), () -> feed(admin, before).status() == 503);
        assertEquals("2", feed(admin, before).header("Retry-After"));

        long missed = admin.post("/opportunities", Map.of("name", "Missed")).expect(201).id();
        admin.patch("/opportunities/" + missed, Map.of("name", "Missed and renamed")).expect(200);

        chatter.start();
        List<String> subtypes = Await.until("the missed entries are there", Duration.ofSeconds(30), () -> {
            Rest.Reply reply = feed(admin, missed);
            List<String> found = new ArrayList<>();
            if (reply.status() == 200) {
                for (JsonNode entry : reply.json().path("items")) {
                    found.add(entry.path("subtype").asText());
                }
            }
            return found.size() >= 3 ? found : null;
        });
        assertEquals("Newest first: renamed, planned, made; each once", List.of("field_changes", "activities", "field_changes"), subtypes);
        assertEquals(1, admin.get("/records/opportunity/" + missed + "/followers").expect(200).json().path("items").size());
    }

    @Test
    public void an_opportunity_made_while_the_activities_were_away_gets_its_first_activity_then() throws Exception {
        Rest admin = Container.admin();
        Bundle activities = Container.bundle(context, "crm-activity-bundle");
        activities.stop();
        long id = admin.post("/opportunities", Map.of("name", "Without activities")).expect(201).id();
        assertEquals("none", admin.get("/opportunities/" + id).json().path("activityState").asText());
        activities.start();
        Await.that("its first activity is there", Duration.ofSeconds(30), () -> {
            Rest.Reply reply = admin.get("/activities?record=opportunity:" + id);
            return reply.status() == 200 && reply.json().path("items").size() == 1;
        });
        Await.that("the card shows it", Duration.ofSeconds(10),
                () -> !"none".equals(admin.get("/opportunities/" + id).json().path("activityState").asText()));
    }

    @Test
    public void a_module_that_should_run_and_does_not_is_not_ready_while_one_that_was_stopped_is_nobodys_fault() throws Exception {
        Rest admin = Container.admin();
        Bundle chatter = Container.bundle(context, "crm-chatter-bundle");
        chatter.stop(Bundle.STOP_TRANSIENT);
        Rest.Reply ready = admin.get("/health/ready");
        assertEquals(503, ready.status());
        assertTrue(ready.http().body(), ready.http().body().contains("crm-chatter-bundle"));
        chatter.stop();
        Rest.Reply stopped = admin.get("/health/ready");
        assertEquals(200, stopped.status());
        assertEquals("module chatter", stopped.json().path("warnings").path(0).path("name").asText());
        chatter.start();
        Container.ready();
    }

    private static Rest.Reply feed(Rest rest, long id) {
        return rest.get("/records/opportunity/" + id + "/feed");
    }
}
