package com.pivotino.crm.itests.extensions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.pivotino.crm.api.activity.spi.ActivityTypeProvider;
import com.pivotino.crm.itests.Await;
import com.pivotino.crm.itests.PartnerJar;
import com.pivotino.crm.itests.Rest;
import com.pivotino.crm.itests.partner.Behaving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.ClassRule;
import org.junit.Test;

/** What was made with a plugin stays when the plugin goes: readable, to be left and finished, not to be entered or planned. */
public class PluginUninstallKeepsDataIT {

    private static final String REVIEW = "acme.legal-review";

    @ClassRule
    public static final SharedCrm CRM = new SharedCrm();

    @Test
    public void its_stage_can_be_left_and_not_entered_and_back_it_goes_on() throws IOException {
        Path jar = example();
        long review = CRM.stageId(REVIEW);
        long inside = CRM.opportunity("Inside");
        CRM.admin().patch("/opportunities/" + inside, Map.of("expectedRevenue", Map.of("amount", "10", "currency", "EUR"))).expect(200);
        CRM.move(inside, review).expect(200);
        long outside = CRM.opportunity("Outside");

        Files.delete(jar);
        Await.that("the stage is unavailable", SharedCrm.SOON, () -> !CRM.stage(REVIEW).orElseThrow().path("available").asBoolean());
        assertEquals("Legal review", CRM.stageOf(inside).path("name").asText());
        assertTrue("the board shows its column", CRM.admin().get("/board").expect(200).json().toString().contains("Legal review"));
        Rest.Reply refused = CRM.move(outside, review);
        assertEquals(422, refused.status());
        assertEquals("stage_unavailable", refused.json().path("fields").path(0).path("code").asText());
        CRM.move(inside, CRM.stageId("proposition")).expect(200);
        assertTrue("its history names the stage", CRM.admin().get("/opportunities/" + inside + "/history").expect(200).json().toString()
                .contains("Legal review"));
        assertEquals(0, CRM.items("/ui-elements").count());

        example();
        assertEquals("the same stage", review, CRM.stageId(REVIEW));
        assertEquals("its guard is back", 422, CRM.move(outside, review).status());
        Files.delete(jar);
        Await.that("it is gone again", SharedCrm.SOON, () -> CRM.items("/ui-elements").findAny().isEmpty());
    }

    @Test
    public void its_activity_types_are_shown_and_finished_and_not_planned() throws IOException {
        Path jar = CRM.deployed("visits.jar");
        PartnerJar.write(jar, "partner.visits", List.of(new PartnerJar.Component(Behaving.Visits.class, ActivityTypeProvider.class,
                Map.of(ActivityTypeProvider.ID, "partner.visits"))), Behaving.class, Behaving.Visits.class);
        Await.that("the type is there", SharedCrm.SOON, () -> visit() != null && visit().path("available").asBoolean(true));
        long type = visit().path("id").asLong();
        long card = CRM.opportunity("Visited");
        long planned = plan(card, type).expect(201).id();

        Files.delete(jar);
        Await.that("the type is not available", SharedCrm.SOON, () -> !visit().path("available").asBoolean(true));
        assertEquals("Site visit", CRM.admin().get("/activities/" + planned).expect(200).json().path("type").path("name").asText());
        assertEquals(422, plan(card, type).status());
        CRM.admin().post("/activities/" + planned + "/completion", Map.of("feedback", "Seen")).expect(200);
        assertFalse(CRM.admin().get("/records/opportunity/" + card + "/feed").expect(200).json().path("items").isEmpty());
    }

    private static Path example() {
        Path jar = CRM.deploy(Path.of(System.getProperty("crm.example")), "acme-legal-review.jar");
        Await.that("the partner's stage is there", SharedCrm.SOON,
                () -> CRM.stage(REVIEW).filter(stage -> stage.path("available").asBoolean()).isPresent());
        Await.that("the partner's badge is there", SharedCrm.SOON, () -> CRM.items("/ui-elements").count() == 1);
        return jar;
    }

    private static Rest.Reply plan(long card, long type) {
        return CRM.admin().post("/activities", Map.of("record", Map.of("type", "opportunity", "id", card), "typeId", type));
    }

    private static JsonNode visit() {
        return CRM.items("/activity-types").filter(type -> "acme_visit".equals(type.path("key").asText())).findFirst().orElse(null);
    }
}
