package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.module.RetentionRules.Rule;
import com.pivotino.crm.runtime.internal.retention.RetentionJob;
import com.pivotino.crm.runtime.internal.retention.RuntimeRetention;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class RetentionTest {

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Database.values();
    }

    private final Database database;
    private CrmHarness crm;

    public RetentionTest(Database database) {
        this.database = database;
    }

    @Before
    public void start() {
        crm = CrmHarness.start(database);
    }

    @After
    public void stop() {
        crm.close();
    }

    @Test
    public void old_rows_are_deleted_by_the_operators_days_and_others_stay() {
        RetentionJob job = job(List.of(new Rule("test.parked", 30, "rt_parked", "event_seq", "parked_at", "tries > 0")));
        for (int age : new int[] {1, 20, 40}) {
            park(age, 1, age);
        }
        park(50, 0, 50);
        job.run(crm.clock().instant());
        assertEquals(3, parked());
        job.configure(Map.of("test.parked", "many"));
        job.run(crm.clock().instant());
        assertEquals(3, parked());
        job.configure(Map.of("test.parked", "10"));
        job.run(crm.clock().instant());
        assertEquals(2, parked());
        job.configure(Map.of("test.parked", 0));
        park(400, 1, 400);
        job.run(crm.clock().instant());
        assertEquals(3, parked());
    }

    @Test
    public void an_undone_act_is_forgotten_only_when_every_listener_has_passed_it() {
        RetentionJob job = job(new RuntimeRetention().rules());
        Sql.execute(crm.dataSource(), "INSERT INTO rt_undo (token, cause_id, actor_id, at, until_at, state, first_seq, last_seq)"
                + " VALUES ('t', 'c', 1, TIMESTAMP '2025-01-01 00:00:00', TIMESTAMP '2025-01-01 00:00:00', 'undone', 1, 1)");
        Sql.execute(crm.dataSource(), "INSERT INTO rt_event (seq, event_id, type, record_type, record_id, at, cause_id, cause, hop,"
                + " node, body, position) VALUES (1, 'e', 'a.B', 'x', 1, TIMESTAMP '2025-01-01 00:00:00', 'c', 'api', 0, 'n', '{}', 5)");
        Sql.execute(crm.dataSource(), "INSERT INTO rt_cursor (listener_id, position) VALUES ('slow', 4)");
        job.run(crm.clock().instant());
        assertEquals(1, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_undo"));
        Sql.execute(crm.dataSource(), "UPDATE rt_cursor SET position = 5");
        job.run(crm.clock().instant());
        assertEquals(0, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_undo"));
    }

    private RetentionJob job(List<Rule> rules) {
        return new RetentionJob(new com.pivotino.crm.runtime.internal.sql.Database(crm.dataSource(), crm.transactions()), () -> rules);
    }

    private void park(int seq, int tries, int daysAgo) {
        Sql.execute(crm.dataSource(), "INSERT INTO rt_parked (listener_id, event_seq, parked_at, tries) VALUES ('l', " + seq
                + ", TIMESTAMP '2026-06-03 10:00:00' - INTERVAL '" + daysAgo + "' DAY, " + tries + ")");
    }

    private long parked() {
        return Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_parked");
    }
}
