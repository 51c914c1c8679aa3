package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** The walk through of ARCHITECTURE section 3 over the wired bundles: pipeline, activity and chatter as one act. */
public class ActivityDoneMovesStageIT extends InProduct {

    @Test
    public void P9_first_activity_done_moves_new_to_first_activity_under_one_cause() {
        Rest admin = Container.admin();
        JsonNode opportunity = admin.post("/opportunities", Map.of("name", "Done moves")).expect(201).json();
        assertEquals("new", opportunity.path("stageKind").asText());
        long id = opportunity.path("id").asLong();
        JsonNode first = admin.get("/activities?record=opportunity:" + id).expect(200).json().path("items").get(0);
        assertEquals("first", first.path("role").asText());
        assertTrue(first.path("automatic").asBoolean());

        JsonNode done = admin.post("/activities/" + first.path("id").asLong() + "/completion", Map.of("feedback", "spoke to Paul"))
                .expect(200).json();

        String cause = done.path("causeId").asText();
        assertTrue("The answer tells that the stage has moved: " + done, done.path("effects").toString().contains("First Activity"));
        assertEquals("first_activity", admin.get("/opportunities/" + id).json().path("stageKind").asText());
        Set<String> subtypes = new HashSet<>();
        for (JsonNode entry : admin.get("/records/opportunity/" + id + "/feed").expect(200).json().path("items")) {
            if (cause.equals(entry.path("causeId").asText())) {
                subtypes.add(entry.path("subtype").asText());
            }
        }
        assertEquals(Set.of("activities", "stage_changed"), subtypes);
        JsonNode last = last(admin.get("/opportunities/" + id + "/history").expect(200).json());
        assertEquals("automation", last.path("cause").asText());
        assertEquals(cause, last.path("causeId").asText());
    }

    @Test
    public void P10_moving_out_of_new_completes_it_and_back_again_reopens_nothing() {
        Rest admin = Container.admin();
        JsonNode opportunity = admin.post("/opportunities", Map.of("name", "Move completes")).expect(201).json();
        long id = opportunity.path("id").asLong();
        long from = opportunity.path("stageId").asLong();
        long qualified = stage(admin, "Qualified");
        JsonNode moved = admin.post("/opportunities/" + id + "/stage-moves", Map.of("stageId", qualified)).expect(200).json();
        assertEquals("The user's target stands", qualified, moved.path("stageId").asLong());
        JsonNode first = admin.get("/activities?record=opportunity:" + id).json().path("items").get(0);
        assertEquals("done", first.path("state").asText());
        assertEquals("Completed by moving to Qualified", first.path("feedback").asText());

        admin.post("/opportunities/" + id + "/stage-moves", Map.of("stageId", from)).expect(200);
        JsonNode activities = admin.get("/activities?record=opportunity:" + id).json().path("items");
        assertEquals("P11", 1, activities.size());
        assertEquals("done", activities.get(0).path("state").asText());
    }

    private static long stage(Rest rest, String name) {
        for (JsonNode stage : rest.get("/stages").expect(200).json().path("items")) {
            if (name.equals(stage.path("name").asText())) {
                return stage.path("id").asLong();
            }
        }
        throw new AssertionError("No stage " + name);
    }

    private static JsonNode last(JsonNode history) {
        JsonNode items = history.has("items") ? history.path("items") : history;
        return items.get(items.size() - 1);
    }
}
