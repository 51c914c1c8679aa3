package com.pivotino.crm.itests.extensions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.itests.Await;
import com.pivotino.crm.itests.PartnerJar;
import com.pivotino.crm.itests.Rest;
import com.pivotino.crm.itests.partner.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.ClassRule;
import org.junit.Test;

/** A guard that throws keeps its own stage closed and says so; everything else goes on (RELIABILITY F-11). */
public class ThrowingGuardIT {

    private static final String GUARD = "partner.Guard";

    @ClassRule
    public static final SharedCrm CRM = new SharedCrm();

    @Test
    public void moves_into_its_stage_are_refused_by_name_and_all_else_stands_until_it_goes() throws IOException {
        Path jar = CRM.deployed("throwing-guard.jar");
        PartnerJar.write(jar, "partner.throwing-guard", List.of(new PartnerJar.Component(Broken.Guard.class, StageGuard.class,
                Map.of(StageGuard.NAME, "price-list", StageGuard.STAGE, "proposition"))), Broken.class, Broken.Guard.class);
        Await.that("the guard is there", SharedCrm.SOON, () -> CRM.plugin(GUARD).isPresent());
        long card = CRM.opportunity("Guarded");
        long proposition = CRM.stageId("proposition");

        Rest.Reply refused = CRM.move(card, proposition);
        assertEquals(refused.toString(), 422, refused.status());
        assertEquals("guard_refused", refused.json().path("code").asText());
        assertEquals("price-list", refused.json().path("guard").asText());
        assertEquals("guard.failed", refused.json().path("reason").asText());
        assertTrue("no stack trace leaves", !refused.toString().contains("price list is not reachable"));
        assertEquals("New", CRM.stageOf(card).path("name").asText());
        CRM.move(card, CRM.stageId("qualified")).expect(200);
        CRM.admin().patch("/opportunities/" + card, Map.of("name", "Guarded and saved")).expect(200);

        JsonNode failing = CRM.plugin(GUARD).orElseThrow();
        assertEquals("failing", failing.path("state").asText());
        assertTrue(failing.toString(), failing.path("reason").asText().contains("the price list is not reachable"));
        for (int more = 0; more < 4; more++) {
            assertEquals(422, CRM.move(card, proposition).status());
        }
        assertEquals("five failures in a row", "quarantined", CRM.state(GUARD));
        assertEquals("closed in quarantine too", 422, CRM.move(card, proposition).status());

        Files.delete(jar);
        Await.that("the guard is gone", SharedCrm.SOON, () -> CRM.plugin(GUARD).isEmpty());
        CRM.move(card, proposition).expect(200);
    }
}
