package com.pivotino.crm.benchmarks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.testkit.Database;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * What people ask all day reads no growing table from end to end, at 100,000 opportunities on PostgreSQL. Asked is the
 * database itself: its own count of sequential scans before and after the question, in the same transaction.
 */
public class QueryPlanTest {
    private static final String GROWING =
            "'pl_opportunity', 'pl_history', 'pl_term', 'pl_tag', 'pl_open_activity', 'rt_record_reader', 'rt_record'";
    /** Of 100,000; what is overdue is 11,000, of which the figures above the columns read each. */
    private static final long ROWS = 25_000;
    private static Pipeline pipeline;

    @BeforeClass
    public static void seed() throws SQLException {
        pipeline = new Pipeline(Database.POSTGRESQL, 100_000);
    }

    @AfterClass
    public static void close() {
        pipeline.close();
    }

    @Test
    public void hot_questions_scan_no_growing_table() {
        Map<String, Map<String, Long>> scans = new LinkedHashMap<>();
        pipeline.questions().forEach((name, question) -> {
            Map<String, Long> scanned = countsOf("seq_scan", question);
            if (!scanned.isEmpty()) {
                scans.put(name, scanned);
            }
        });
        assertEquals(Map.of(), scans);
    }

    @Test
    public void hot_questions_fetch_no_large_part_of_a_table_by_index_either() {
        Map<String, Map<String, Long>> fetched = new LinkedHashMap<>();
        pipeline.questions().forEach((name, question) -> {
            Map<String, Long> rows = countsOf("seq_tup_read + idx_tup_fetch", question);
            rows.values().removeIf(count -> count <= ROWS);
            if (!rows.isEmpty()) {
                fetched.put(name, rows);
            }
        });
        assertEquals(Map.of(), fetched);
    }

    @Test
    public void a_scan_would_be_seen() {
        Map<String, Long> scanned = pipeline.core.read(db -> countsOf("seq_scan", () -> db.em()
                .createNativeQuery("SELECT COUNT(*) FROM pl_opportunity WHERE description LIKE '%x%'").getSingleResult()));
        assertTrue(scanned.toString(), scanned.containsKey("pl_opportunity"));
    }

    private static Map<String, Long> countsOf(String counted, Runnable question) {
        return pipeline.core.read(db -> {
            Map<String, Long> before = counts(counted, db.em());
            question.run();
            Map<String, Long> more = new TreeMap<>();
            counts(counted, db.em()).forEach((table, count) -> {
                if (count > before.getOrDefault(table, 0L)) {
                    more.put(table, count - before.getOrDefault(table, 0L));
                }
            });
            return more;
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> counts(String counted, EntityManager em) {
        Map<String, Long> counts = new TreeMap<>();
        ((List<Object[]>) em.createNativeQuery("SELECT relname, " + counted + " FROM pg_stat_xact_user_tables WHERE relname IN ("
                + GROWING + ")").getResultList()).forEach(row -> counts.put(String.valueOf(row[0]), ((Number) row[1]).longValue()));
        return counts;
    }
}
