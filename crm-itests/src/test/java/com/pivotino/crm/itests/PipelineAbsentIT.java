package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.Test;
import org.osgi.framework.Bundle;

/** Activities go on without the pipeline, which catches up when it returns (ARCHITECTURE rule 7). */
public class PipelineAbsentIT extends InProduct {

    @Test
    public void P9_activities_are_planned_listed_and_done_without_it_and_the_card_moves_when_it_returns() throws Exception {
        Rest admin = Container.admin();
        long card = admin.post("/opportunities", Map.of("name", "Goes on")).expect(201).id();
        assertEquals("new", card(admin, card).path("stageKind").asText());
        long first = activities(admin, card).path(0).path("id").asLong();
        Bundle pipeline = Container.bundle(context, "crm-pipeline-bundle");
        pipeline.stop();
        Await.that("the pipeline says that it is away", Duration.ofSeconds(10),
                () -> admin.get("/opportunities/" + card).status() == 503);

        assertEquals("Goes on", activities(admin, card).path(0).path("recordTitle").asText());
        Map<String, Object> record = Map.of("type", "opportunity", "id", card);
        long second = admin.post("/activities", Map.of("record", record, "typeId", 2, "summary", "Ring them")).expect(201).id();
        admin.patch("/activities/" + second, Map.of("note", "About the offer")).expect(200);
        admin.post("/activities/" + first + "/completion", Map.of("feedback", "They are keen")).expect(200);
        assertEquals("done", admin.get("/activities/" + first).expect(200).json().path("state").asText());
        JsonNode menu = admin.get("/activities/summary").expect(200).json();
        assertEquals(menu.path("planned").asLong(), admin.get("/activities?assignee=me&state=planned&count=true").expect(200)
                .json().path("total").asLong());

        pipeline.start();
        Await.that("the card has moved", Duration.ofSeconds(30), () -> {
            Rest.Reply reply = admin.get("/opportunities/" + card);
            return reply.status() == 200 && "first_activity".equals(reply.json().path("stageKind").asText());
        });
        Await.that("the card shows what was planned meanwhile", Duration.ofSeconds(10),
                () -> card(admin, card).path("nextActivity").path("id").asLong() == second);
    }

    @Test
    public void imports_come_and_go_by_themselves_and_wait_for_the_pipeline() throws Exception {
        Rest admin = Container.admin();
        admin.get("/imports").expect(200);
        Bundle imports = Container.bundle(context, "crm-import-bundle");
        imports.stop();
        Await.that("imports say that they are away", Duration.ofSeconds(10), () -> admin.get("/imports").status() == 503);
        assertEquals(503, admin.get("/exports/opportunities.csv").status());
        admin.get("/opportunities").expect(200);
        imports.start();
        Await.that("they are back", Duration.ofSeconds(30), () -> admin.get("/imports").status() == 200);

        Bundle pipeline = Container.bundle(context, "crm-pipeline-bundle");
        pipeline.stop();
        Await.that("there is nothing to import into", Duration.ofSeconds(10), () -> admin.get("/imports").status() == 503);
        pipeline.start();
        Await.that("there is again", Duration.ofSeconds(30), () -> admin.get("/imports").status() == 200);
    }

    private static JsonNode card(Rest rest, long id) {
        return rest.get("/opportunities/" + id).expect(200).json();
    }

    private static JsonNode activities(Rest rest, long card) {
        return rest.get("/activities?record=opportunity:" + card).expect(200).json().path("items");
    }
}
