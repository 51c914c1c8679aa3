package com.pivotino.crm.benchmarks;

import com.pivotino.crm.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Many opportunities, written by SQL: evenly over the six stages, forty people in five teams, a thousand customers, fifty
 * tags; each open one with an activity between ten days ago and in fifty days; two lines of history each.
 */
final class Seed {
    static final long FIRST_ID = 10_000;
    private static final String AT = "TIMESTAMP '2026-06-03 10:00:00'";
    private static final String DUE = "DATE '2026-05-24' + CAST(MOD(g.i, 60) AS INTEGER)";
    private static final String TODAY_FROM = "TIMESTAMP '2026-05-24 00:00:00' + MOD(g.i, 60) * 24 * INTERVAL '1' HOUR";
    private static final String LATE_FROM = "TIMESTAMP '2026-05-25 00:00:00' + MOD(g.i, 60) * 24 * INTERVAL '1' HOUR";
    private final Database database;
    private final DataSource source;

    Seed(Database database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    void fill(int count) throws SQLException {
        if (database == Database.POSTGRESQL) {
            // as docs/operator.md asks for: else the planner takes a page by index for as dear as on a turning disk
            execute("ALTER SYSTEM SET random_page_cost = 1.1");
            execute("SELECT pg_reload_conf()");
        }
        String numbers = database == Database.H2 ? "(SELECT X AS i FROM SYSTEM_RANGE(1, " + count + ")) g"
                : "generate_series(1, " + count + ") AS g(i)";
        String id = FIRST_ID + " + g.i";
        String hours = "INTERVAL '1' HOUR";
        for (String sql : List.of(
                "INSERT INTO pl_opportunity (id, version, name, stage_id, outcome, probability, amount, currency, customer_id,"
                + " customer_name, email, email_key, phone, phone_key, salesperson_id, team_id, priority, expected_closing, tags,"
                + " closed_at, lost_reason_id, open_stage_id, stage_since, outcome_since, created_at, created_by, changed_at,"
                + " rank_key, next_activity_id, next_due, today_from, late_from) SELECT " + id + ", 1, 'Deal ' || g.i, 1 + MOD(g.i, 6),"
                + " CASE MOD(g.i, 6) WHEN 4 THEN 'won' WHEN 5 THEN 'lost' ELSE 'open' END,"
                + " CASE MOD(g.i, 6) WHEN 4 THEN 100 WHEN 5 THEN 0 ELSE 20 END, MOD(g.i * 7919, 90000), 'EUR', 1 + MOD(g.i, 1000),"
                + " 'Customer ' || MOD(g.i, 1000), 'c' || g.i || '@example.com', 'c' || g.i || '@example.com', '+49 170 ' || (1000000 +"
                + " g.i),"
                + " '70' || (1000000 + g.i), 1 + MOD(g.i, 40), 1 + MOD(g.i, 5), MOD(g.i, 4),"
                + " DATE '2026-06-01' + CAST(MOD(g.i, 300) AS INTEGER), 'tag' || MOD(g.i, 50),"
                + " CASE WHEN MOD(g.i, 6) >= 4 THEN " + AT + " - MOD(g.i, 9000) * " + hours + " END,"
                + " CASE WHEN MOD(g.i, 6) = 5 THEN 1 + MOD(g.i, 8) END, 3, " + AT + " - MOD(g.i, 900) * " + hours + ", " + AT + ", "
                + AT + " - MOD(g.i * 31, 9000) * " + hours + ", 1, " + AT + ","
                + " '5' || LPAD(CAST(MOD(g.i * 7919, 1000003) AS VARCHAR(10)), 12, '0'), " + open(id) + ", " + open(DUE) + ", "
                + open(TODAY_FROM) + ", " + open(LATE_FROM) + " FROM " + numbers,
                "INSERT INTO pl_tag (opportunity_id, tag_key) SELECT id, tags FROM pl_opportunity",
                "INSERT INTO pl_term (opportunity_id, term) SELECT " + id + ", 'deal' FROM " + numbers,
                "INSERT INTO pl_term (opportunity_id, term) SELECT " + id + ", 'n' || g.i FROM " + numbers,
                "INSERT INTO pl_term (opportunity_id, term) SELECT " + id + ", 'customer' || MOD(g.i, 1000) FROM " + numbers,
                "INSERT INTO rt_record_reader (record_type, record_id, user_id) SELECT 'opportunity', id, salesperson_id FROM"
                + " pl_opportunity",
                "INSERT INTO rt_record (record_type, record_id, title, owner_id, team_id, creator_id, deleted) SELECT 'opportunity', id,"
                + " name, salesperson_id, team_id, created_by, FALSE FROM pl_opportunity",
                "INSERT INTO pl_history (id, opportunity_id, kind, to_stage_id, to_name, to_kind, at, cause, cause_id) SELECT " + id
                + ", " + id + ", 'stage', 1, 'New', 'new', " + AT + " - 9001 * " + hours + ", 'api', 'seed' FROM " + numbers,
                "INSERT INTO pl_history (id, opportunity_id, kind, from_stage_id, to_stage_id, to_name, to_kind, at, cause, cause_id,"
                + " seconds_in_from) SELECT 5000000 + g.i, " + id + ", 'stage', 1, 1 + MOD(g.i, 6), 'x', 'normal', " + AT
                + " - MOD(g.i, 9000) * " + hours + ", 'api', 'seed', 3600 FROM " + numbers,
                "INSERT INTO pl_open_activity (id, opportunity_id, due_date, today_from, late_from, summary, assignee_id) SELECT id, id,"
                + " next_due, today_from, late_from, 'First activity', salesperson_id FROM pl_opportunity WHERE outcome = 'open'",
                "INSERT INTO pl_total (stage_id, team_id, salesperson_id, currency, n, amount, weighted) SELECT stage_id, team_id,"
                + " salesperson_id, currency, COUNT(*), SUM(amount), SUM(amount * probability * 0.01) FROM pl_opportunity"
                + " GROUP BY stage_id, team_id, salesperson_id, currency",
                "INSERT INTO pl_active_delta (stage_id, team_id, salesperson_id, today_from, late_from, n) SELECT stage_id, team_id,"
                + " salesperson_id, today_from, late_from, COUNT(*) FROM pl_opportunity WHERE late_from IS NOT NULL"
                + " GROUP BY stage_id, team_id, salesperson_id, today_from, late_from",
                database == Database.H2 ? "ANALYZE" : "VACUUM ANALYZE")) {
            execute(sql);
        }
    }

    /** Of those alone that are open. */
    private static String open(String value) {
        return "CASE WHEN MOD(g.i, 6) < 4 THEN " + value + " END";
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
