package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.pivotino.crm.runtime.internal.migration.Migrator;
import com.pivotino.crm.runtime.internal.migration.ModuleSchema;
import com.pivotino.crm.runtime.internal.migration.SchemaProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class MigratorTest {

    private static final String FIRST = "CREATE TABLE mig_a (id INT PRIMARY KEY);\nINSERT INTO mig_a VALUES (1);\n";
    private static final String SECOND = "CREATE TABLE mig_b (id INT PRIMARY KEY);\nINSERT INTO mig_a VALUES (2);\n"
            + "CREATE TABLE mig_c (id INT PRIMARY KEY);\n";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Database.values();
    }

    private final Database database;
    private CrmHarness crm;
    private Migrator migrator;

    public MigratorTest(Database database) {
        this.database = database;
    }

    @Before
    public void start() {
        crm = CrmHarness.start(database);
        migrator = migrator(crm);
    }

    @After
    public void stop() {
        crm.close();
    }

    @Test
    public void each_migration_is_applied_once_and_later_ones_follow() {
        assertEquals(1, migrator.migrate(schema(Map.of("V001__a.sql", FIRST))));
        assertEquals(0, migrator.migrate(schema(Map.of("V001__a.sql", FIRST))));
        assertEquals(1, migrator.migrate(schema(Map.of("V001__a.sql", FIRST, "V002__b.sql", SECOND))));
        assertEquals(2, count("mig_a"));
    }

    @Test
    public void a_newer_schema_and_a_changed_file_are_refused_and_left_alone() {
        migrator.migrate(schema(Map.of("V001__a.sql", FIRST, "V002__b.sql", SECOND)));
        assertTrue(problem(Map.of("V001__a.sql", FIRST)).contains("newer bundle"));
        assertTrue(problem(Map.of("V001__a.sql", FIRST, "V002__b.sql", SECOND + "\n;")).contains("was changed"));
        assertEquals(2, count("mig_a"));
    }

    @Test
    public void a_migration_that_fails_is_told_with_its_name_and_goes_on_when_it_is_mended() {
        String broken = SECOND.replace("CREATE TABLE mig_c", "CREATE TABEL mig_c");
        String problem = problem(Map.of("V001__a.sql", FIRST, "V002__b.sql", broken));
        assertTrue(problem, problem.contains("V002__b"));
        // On H2 the first two statements stay done and the file must keep its checksum; on PostgreSQL all is undone.
        if (database == Database.POSTGRESQL) {
            assertEquals(1, count("mig_a"));
            migrator.migrate(schema(Map.of("V001__a.sql", FIRST, "V002__b.sql", SECOND)));
            assertEquals(2, count("mig_a"));
        } else {
            assertEquals(2, count("mig_a"));
            assertEquals(2, Sql.number(crm.dataSource(), "SELECT statements FROM rt_migration WHERE module = 'mig' AND version = 2"));
        }
    }

    @Test
    public void one_that_was_cut_between_a_statement_and_its_note_goes_on() {
        // On PostgreSQL a migration is one transaction, as the test above shows.
        assumeTrue(database == Database.H2);
        ModuleSchema schema = schema(Map.of("V001__a.sql", FIRST, "V002__b.sql", SECOND));
        migrator.migrate(schema);
        // As if the process had been killed right after the third statement.
        Sql.execute(crm.dataSource(), "UPDATE rt_migration SET statements = 2, applied_at = NULL WHERE version = 2 AND module = 'mig'");
        assertEquals(1, migrator.migrate(schema));
        assertEquals(0, migrator.migrate(schema));
        assertEquals(2, count("mig_a"));
    }

    @Test
    public void of_two_nodes_at_once_one_migrates_and_the_other_waits() throws Exception {
        try (CrmHarness other = crm.node()) {
            ModuleSchema schema = schema(Map.of("V001__a.sql", FIRST, "V002__b.sql", SECOND));
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Future<Integer>> applied = new ArrayList<>();
            for (CrmHarness node : List.of(crm, other)) {
                applied.add(threads.submit(() -> migrator(node).migrate(schema)));
            }
            int total = applied.get(0).get(60, TimeUnit.SECONDS) + applied.get(1).get(60, TimeUnit.SECONDS);
            threads.shutdown();
            assertEquals(2, total);
        }
    }

    private String problem(Map<String, String> files) {
        return assertThrows(SchemaProblem.class, () -> migrator.migrate(schema(files))).getMessage();
    }

    private static ModuleSchema schema(Map<String, String> files) {
        return new ModuleSchema("mig", files);
    }

    private long count(String table) {
        return Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM " + table);
    }

    private static Migrator migrator(CrmHarness crm) {
        return new Migrator(new com.pivotino.crm.runtime.internal.sql.Database(crm.dataSource(), crm.transactions()),
                crm.clock());
    }
}
