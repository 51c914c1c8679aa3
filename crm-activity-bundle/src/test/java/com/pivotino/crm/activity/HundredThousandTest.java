package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.testkit.Database;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * 100,000 activities on 20,000 records of 50 people in ten teams, on PostgreSQL: no hot query reads a growing table from end
 * to end. With {@code -Dcrm.figures=true} it prints how long each takes at the server.
 */
public class HundredThousandTest {

    private static final int ROUNDS = 200;
    private static final List<String> GROWING = List.of("ac_activity", "ac_record", "rt_record", "rt_record_reader", "ac_day_order");

    private static World world;

    @BeforeClass
    public static void seed() {
        world = new World(Database.POSTGRESQL);
        for (long user = 1; user <= 50; user++) {
            world.directory.addUser(user, "Rep " + user, Role.SALESPERSON);
        }
        for (long team = 0; team < 10; team++) {
            long of = team;
            world.directory.addTeam(50 + team, "Team " + team,
                    LongStream.rangeClosed(1, 50).filter(u -> u % 10 == of).boxed().toArray(Long[]::new));
        }
        world.directory.addUser(60, "Boss", Role.ADMIN);
        for (String statement : List.of(
                "INSERT INTO ac_record SELECT 'opportunity', i, 1, 'open', 3, 'normal', 'Qualified', i, 'Customer ' || i, i * 10,"
                        + " 'EUR', 0, FALSE FROM generate_series(1, 20000) i",
                "INSERT INTO rt_record SELECT 'opportunity', i, 'Deal ' || i, i % 50 + 1, 50 + (i % 50 + 1) % 10, 1, FALSE"
                        + " FROM generate_series(1, 20000) i",
                "INSERT INTO rt_record_reader SELECT 'opportunity', i, i % 50 + 1 FROM generate_series(1, 20000) i",
                "INSERT INTO rt_record_reader SELECT 'opportunity', i * 100, i % 50 + 1 FROM generate_series(1, 200) i"
                        + " ON CONFLICT DO NOTHING",
                "INSERT INTO ac_activity (id, version, record_type, record_id, type_id, summary, due_date, today_from, late_from,"
                        + " assignee_id, team_id, postponed, created_at, automatic, status, ended_at, record_owner_id,"
                        + " record_team_id) SELECT i, 1, 'opportunity',"
                        + " i % 20000 + 1, i % 6 + 1, 'Step ' || i, d, d, d + 1, CASE WHEN i % 97 = 0 THEN NULL ELSE i % 50 + 1"
                        + " END, CASE WHEN i % 97 = 0 THEN 50 + i % 10 END, 0, TIMESTAMP '2026-01-01'"
                        + " + i * INTERVAL '1 minute', FALSE, s,"
                        + " CASE WHEN s <> 'OPEN' THEN TIMESTAMP '2026-05-01' END, (i % 20000 + 1) % 50 + 1,"
                        + " 50 + ((i % 20000 + 1) % 50 + 1) % 10 FROM (SELECT i, DATE '2026-05-04' + (i * 7919"
                        + " % 60) AS d, CASE WHEN i % 2 = 0 THEN 'OPEN' WHEN i % 10 = 1 THEN 'CANCELLED' ELSE 'DONE' END AS s"
                        + " FROM generate_series(1, 100000) i) x",
                "ANALYZE ac_activity", "ANALYZE ac_record", "ANALYZE rt_record", "ANALYZE rt_record_reader")) {
            sql(statement);
        }
    }

    @AfterClass
    public static void close() {
        world.close();
    }

    @Test
    public void no_hot_query_reads_a_growing_table_from_end_to_end() {
        assertEquals(100_000L, world.activities.list(world.directory.actor(60), counted()).total().longValue());
        Actor rep = world.directory.actor(7);
        Actor boss = world.directory.actor(60);
        Map<String, Runnable> hot = new LinkedHashMap<>();
        hot.put("menu", () -> world.activities.summary(rep, null));
        hot.put("mine", () -> list(rep, "assignee=me", "state=overdue", "state=today", "state=planned"));
        hot.put("mine, overdue", () -> list(rep, "assignee=me", "state=overdue"));
        hot.put("mine, one type", () -> list(rep, "assignee=me", "type=2"));
        hot.put("readable", () -> list(rep));
        hot.put("readable, planned", () -> list(rep, "state=planned"));
        hot.put("of a record", () -> list(rep, "record=opportunity:57"));
        hot.put("my day", () -> world.work.myDay(rep));
        hot.put("all, by an administrator", () -> list(boss));
        hot.put("of a team", () -> list(boss, "team=57"));
        hot.put("of a type, by an administrator", () -> list(boss, "type=2"));
        hot.put("readable, of a type", () -> list(rep, "type=2"));
        hot.put("readable, newest", () -> world.activities.list(rep, new ListQuery(50, null, "-createdAt", false, Map.of())));
        String tenth = tenthPage(rep);
        hot.put("readable, tenth page", () -> world.activities.list(rep, World.query(50, tenth)));
        StringBuilder scans = new StringBuilder();
        hot.forEach((name, query) -> {
            List<String> scanned = scanned(query);
            scans.append(scanned.isEmpty() ? "" : name + " scans " + scanned + "; ");
            figure(name, query);
        });
        // Counts a tenth of all rows: whether it goes by index is PostgreSQL's to choose.
        figure("menu, readable", () -> world.activities.summary(rep, "readable"));
        figure("menu, readable, by an administrator", () -> world.activities.summary(boss, "readable"));
        assertTrue(scans.toString(), scans.isEmpty());
    }

    private static void figure(String name, Runnable query) {
        if (Boolean.getBoolean("crm.figures")) {
            long[] nanos = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                query.run();
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            System.out.printf("%-40s min %6.2f  median %6.2f  p95 %6.2f ms%n", name, nanos[0] / 1e6, nanos[ROUNDS / 2] / 1e6,
                    nanos[ROUNDS * 95 / 100] / 1e6);
        }
    }

    /** The growing tables that the query has read from end to end, by what PostgreSQL counted in this transaction. */
    private static List<String> scanned(Runnable query) {
        return world.crm.acts().read(() -> {
            Map<String, Long> before = scans();
            query.run();
            Map<String, Long> after = scans();
            return GROWING.stream().filter(table -> !after.getOrDefault(table, 0L).equals(before.getOrDefault(table, 0L)))
                    .toList();
        });
    }

    private static Map<String, Long> scans() {
        return world.crm.jpa("crm-activity").txExpr(TransactionType.Required, em -> {
            Map<String, Long> scans = new LinkedHashMap<>();
            for (Object row : em.createNativeQuery("SELECT relname, seq_scan FROM pg_stat_xact_user_tables").getResultList()) {
                scans.put((String) ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).longValue());
            }
            return scans;
        });
    }

    private static String tenthPage(Actor actor) {
        String next = null;
        for (int page = 1; page < 10; page++) {
            next = world.activities.list(actor, World.query(50, next)).next();
        }
        return next;
    }

    private static void list(Actor actor, String... filters) {
        world.activities.list(actor, World.query(50, null, filters));
    }

    private static ListQuery counted() {
        return new ListQuery(1, null, null, true, Map.of());
    }

    private static void sql(String statement) {
        world.crm.acts().read(() -> world.crm.jpa("crm-activity").txExpr(TransactionType.Required,
                em -> em.createNativeQuery(statement).executeUpdate()));
    }
}
