package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/**
 * The import of 8,800 real rows through the public call, killed half way and gone on with after the restart; left out where
 * the folder of data is not there.
 */
public class RealImportIT {

    private static final String FOLDER = "shared/data/crm-sales-opportunities";

    @Test
    public void real_rows_come_in_once_even_if_the_product_is_killed_meanwhile() throws IOException {
        Path data = folder();
        assumeTrue("There is no folder " + FOLDER + " above the checkout; the import of real data is not tested.", data != null);
        try (CrmProcess crm = new CrmProcess("real-import").start()) {
            long teams = upload(crm, "teams", data.resolve("sales_teams.csv"), Map.of("createMissing", List.of("user")));
            assertEquals(6, ended(crm, teams, run(crm, teams, false)).path("created").asInt());
            long sales = upload(crm, "opportunities", data.resolve("sales_pipeline.csv"),
                    Map.of("lostReason", "imported", "createMissing", List.of("contact")));
            JsonNode dry = ended(crm, sales, run(crm, sales, true));
            assertEquals(8800, dry.path("created").asInt());
            assertEquals(0, total(crm));

            long run = run(crm, sales, false);
            Await.until("the run has begun to write", Duration.ofMinutes(4), () ->
                    crm.admin().get("/imports/" + sales + "/runs/" + run).expect(200).json().path("created").asInt() > 1000 ? true : null);
            crm.kill();
            crm.start();
            JsonNode done = ended(crm, sales, run);
            assertEquals(done.toString(), "done", done.path("state").asText());
            assertEquals(dry.path("created"), done.path("created"));
            assertEquals(dry.path("firstActivities"), done.path("firstActivities"));
            assertEquals(8800, total(crm));
            assertEquals(2089, crm.admin().get("/activities/summary?scope=readable").expect(200).json().path("planned").asInt());
            JsonNode again = ended(crm, sales, run(crm, sales, false));
            assertEquals(8800, again.path("skipped").asInt());
            assertEquals(8800, total(crm));
            assertTrue(crm.admin().get("/imports/" + sales + "/report?format=csv").expect(200).http().body().length() > 100_000);
            assertNotNull(crm.admin().get("/imports/" + sales + "/report?code=product_corrected&limit=1&count=true")
                    .expect(200).json().get("total"));
        }
    }

    private static long upload(CrmProcess crm, String kind, Path file, Map<String, Object> options) throws IOException {
        long id = crm.admin().send("POST", "/imports?kind=" + kind, "text/csv", Files.readAllBytes(file)).expect(201).id();
        crm.admin().patch("/imports/" + id, Map.of("options", options)).expect(200);
        return id;
    }

    private static long run(CrmProcess crm, long id, boolean dry) {
        return crm.admin().post("/imports/" + id + "/runs", Map.of("dryRun", dry)).expect(202).id();
    }

    private static JsonNode ended(CrmProcess crm, long id, long run) {
        return Await.until("run " + run + " has ended", Duration.ofMinutes(8), () -> {
            JsonNode now = crm.admin().get("/imports/" + id + "/runs/" + run).expect(200).json();
            return List.of("done", "failed").contains(now.path("state").asText()) ? now : null;
        });
    }

    private static long total(CrmProcess crm) {
        return crm.admin().get("/opportunities?limit=1&count=true").expect(200).json().path("total").asLong();
    }

    private static Path folder() {
        for (Path at = CrmProcess.checkout(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(FOLDER))) {
                return at.resolve(FOLDER);
            }
        }
        return null;
    }
}
