package com.pivotino.crm.imports.internal.service;

import static com.pivotino.crm.imports.internal.service.ImportWorld.figures;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.imports.internal.service.ImportView.RunView;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** The import of 8,800 real rows, teams first; left out where the folder of data is not there. */
public class RealSalesTest extends OnEachDatabase {

    private static final String FOLDER = "shared/data/crm-sales-opportunities";

    @Test
    public void eight_thousand_real_rows_come_in_within_half_a_minute_and_only_once() throws IOException {
        Path data = folder();
        assumeTrue("There is no folder " + FOLDER + " above the checkout; the import of real data is not tested.", data != null);
        try (ImportWorld world = new ImportWorld(database)) {
            ImportView teams = world.options(upload(world, "teams", data.resolve("sales_teams.csv")),
                    Map.of("createMissing", List.of("user")));
            RunView teamRun = world.run(teams, false, false);
            assertEquals("6/29/0/0/0 {team=6, user=41}", figures(teamRun) + " " + teamRun.made());
            assertEquals("Central - Dustin Brinkmann", world.people.findTeam("Central - Dustin Brinkmann").orElseThrow().name());

            ImportView accounts = upload(world, "contacts", data.resolve("accounts.csv"));
            assertEquals("85/0/0/0/0", figures(world.run(accounts, false, false)));

            ImportView sales = world.options(upload(world, "opportunities", data.resolve("sales_pipeline.csv")),
                    Map.of("lostReason", "imported"));
            RunView dry = world.run(sales, true, false);
            long began = cpuSeconds();
            RunView real = world.run(sales, false, false);
            long seconds = cpuSeconds() - began;
            org.slf4j.LoggerFactory.getLogger(RealSalesTest.class).info("8,800 rows on {} took {} s of processor time", database, seconds);
            assertEquals("8800/0/0/0/0 2089 {}", figures(real) + " " + real.firstActivities() + " " + real.made());
            assertEquals(figures(dry), figures(real));
            assertTrue("took " + seconds + " s", seconds < 30);
            assertEquals(1425, count(world, sales, "blank_account"));
            assertEquals(1480, count(world, sales, "product_corrected"));
            assertEquals(2089, count(world, sales, "missing_value"));
            assertEquals(500, count(world, sales, "missing_date"));
            assertEquals("0/0/8800/0/0", figures(world.run(sales, false, false)));
            assertEquals(Long.valueOf(8800), world.opportunities.list(world.root, new ListQuery(1, null, null, true, Map.of())).total());
            assertEquals("Central - Dustin Brinkmann", world.byKey("1C1I7A6R").team().name());
            StringWriter csv = new StringWriter();
            world.operations.reportCsv(world.root, sales.id(), ListQuery.first(1)).write(csv);
            assertTrue(csv.toString().lines().count() > 8800);
        }
    }

    /** Of this thread, which does all the work: a busy machine must not fail the test. */
    private static long cpuSeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private static long count(ImportWorld world, ImportView view, String code) {
        return world.operations.report(world.root, view.id(), new ListQuery(1, null, null, true, Map.of("code", List.of(code)))).total();
    }

    private static ImportView upload(ImportWorld world, String kind, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return world.operations.upload(world.root, kind, null, null, in);
        }
    }

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(FOLDER))) {
                return at.resolve(FOLDER);
            }
        }
        return null;
    }
}
