package com.pivotino.crm.rest.internal.publish;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.ModuleUnit;
import java.time.Duration;
import java.util.Set;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Routes that are known outlive a restart (RELIABILITY F-08). */
@RunWith(Parameterized.class)
public class KnownRoutesStoreTest {

    private static final Route CARDS = new Route("GET", "/cards/{id: \\d+}");
    private static final Route STAGES = new Route("POST", "/stages");

    @Parameters(name = "{0}")
    public static Database[] databases() {
        return Database.values();
    }

    private final Database database;

    public KnownRoutesStoreTest(Database database) {
        this.database = database;
    }

    @Test
    public void routes_are_known_after_a_restart_and_forgotten_after_30_days_of_absence() {
        try (CrmHarness crm = CrmHarness.start(database, new ModuleUnit("rest", Route.class.getClassLoader()))) {
            KnownRoutes first = new KnownRoutes(crm.dataSource(), crm.requests(), crm.clock());
            assertEquals(Set.of(), first.load());
            first.save(Set.of(CARDS));
            first.save(Set.of(CARDS, STAGES));
            assertEquals(Set.of(CARDS, STAGES), new KnownRoutes(crm.dataSource(), crm.requests(), crm.clock()).load());
            crm.clock().advance(Duration.ofDays(29));
            first.save(Set.of(CARDS));
            crm.clock().advance(Duration.ofDays(2));
            first.save(Set.of(CARDS));
            assertEquals(Set.of(CARDS), new KnownRoutes(crm.dataSource(), crm.requests(), crm.clock()).load());
        }
    }
}
