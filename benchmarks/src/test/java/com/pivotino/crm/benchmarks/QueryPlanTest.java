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
    private static final String GROWING = "'pl_opportunity', 'pl_history', 'pl_term', 'pl_tag', 'pl_open_activity', 'pl_follower'";
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
            Map<String, Long> scanned = scansOf(question);
            if (!scanned.isEmpty()) {
                scans.put(name, scanned);
            }
        });
        assertEquals(Map.of(), scans);
    }

    @Test
    public void a_scan_would_be_seen() {
        Map<String, Long> scanned = pipeline.core.read(db -> scansOf(() -> db.em()
                .createNativeQuery("SELECT COUNT(*) FROM pl_opportunity WHERE description LIKE '%x%'").getSingleResult()));
        assertTrue(scanned.toString(), scanned.containsKey("pl_opportunity"));
    }

    private static Map<String, Long> scansOf(Runnable question) {
        return pipeline.core.read(db -> {
            Map<String, Long> before = scans(db.em());
            question.run();
            Map<String, Long> more = new TreeMap<>();
            scans(db.em()).forEach((table, count) -> {
                if (count > before.getOrDefault(table, 0L)) {
                    more.put(table, count - before.getOrDefault(table, 0L));
                }
            });
            return more;
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> scans(EntityManager em) {
        Map<String, Long> scans = new TreeMap<>();
        ((List<Object[]>) em.createNativeQuery("SELECT relname, seq_scan FROM pg_stat_xact_user_tables WHERE relname IN (" + GROWING
                + ")").getResultList()).forEach(row -> scans.put(String.valueOf(row[0]), ((Number) row[1]).longValue()));
        return scans;
    }
}
