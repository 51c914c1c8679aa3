package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.pipeline.internal.store.BoardStore.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;

/**
 * Opportunities by stage, each once a stage, in parts that add up.
 *
 * @param entered that came into it
 * @param wentOn  of those, the ones that came further afterwards
 * @param left    that left it
 */
public record CardPassages(Map<String, List<Figure>> entered, Map<String, List<Figure>> wentOn, Map<String, List<Figure>> left) {
    /** Stages as bits of one number. */
    private static final int BITS = 60;

    /**
     * One pass over the history in its order, which makes of each card the set of its stages as bits, and one join with the
     * cards; the sums are by sets, of which there are few. More stages than bits take more passes.
     */
    static CardPassages of(EntityManager em, Where period, Where cards) {
        List<Long> stages = new ArrayList<>();
        for (Object[] row : Db.rows(Db.sql(em, "SELECT p.id, p.place FROM (" + Passages.PLACES + ") p ORDER BY p.place"))) {
            stages.add(((Number) row[0]).longValue());
        }
        CardPassages passages = new CardPassages(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        List<Object> values = new ArrayList<>(period.values());
        values.addAll(cards.values());
        for (int first = 0; first < stages.size(); first += BITS) {
            List<Long> some = stages.subList(first, Math.min(stages.size(), first + BITS));
            for (Object[] row : Db.rows(Db.bind(em.createNativeQuery(sql(first, period, cards)), values))) {
                add(passages.entered, some, row, 0);
                add(passages.wentOn, some, row, 1);
                add(passages.left, some, row, 2);
            }
        }
        return passages;
    }

    private static String sql(int first, Where period, Where cards) {
        String stages = "(SELECT p.id, p.is_open, p.place, CASE WHEN p.place > " + first + " AND p.place <= " + (first + BITS)
                + " THEN CAST(POWER(2, p.place - " + (first + 1) + ") AS BIGINT) ELSE 0 END AS bit FROM (" + Passages.PLACES + ") p)";
        String lines = "SELECT h.opportunity_id, h.at, t.bit AS entered, CASE WHEN t.is_open = 1 AND " + Passages.FURTHEST_LATER
                + " > t.place THEN t.bit ELSE 0 END AS went_on, CASE WHEN " + Passages.LEFT + " THEN f.bit ELSE 0 END AS quit"
                + " FROM pl_history h JOIN " + stages + " t ON t.id = h.to_stage_id LEFT JOIN " + stages
                + " f ON f.id = h.from_stage_id WHERE " + Passages.ENTERED;
        String sets = "SELECT h.opportunity_id, BIT_OR(h.entered) AS entered, BIT_OR(h.went_on) AS went_on, BIT_OR(COALESCE(h.quit, 0))"
                + " AS quit FROM (" + lines + ") h WHERE " + period.sql() + " GROUP BY h.opportunity_id";
        return "SELECT d.entered, d.went_on, d.quit, d.currency, COUNT(*), SUM(d.amount), SUM(d.weighted) FROM (SELECT s.entered,"
                + " s.went_on, s.quit, " + ReportStore.CARD + " FROM (" + sets + ") s JOIN pl_opportunity o ON o.id = s.opportunity_id"
                + " WHERE " + cards.sql() + ") d GROUP BY d.entered, d.went_on, d.quit, d.currency";
    }

    private static void add(Map<String, List<Figure>> figures, List<Long> stages, Object[] row, int column) {
        long set = ((Number) row[column]).longValue();
        for (int bit = 0; bit < stages.size(); bit++) {
            if ((set >> bit & 1) == 1) {
                figures.computeIfAbsent(String.valueOf(stages.get(bit)), stage -> new ArrayList<>()).add(new Figure(0, (String) row[3],
                        ((Number) row[4]).longValue(), (BigDecimal) row[5], (BigDecimal) row[6]));
            }
        }
    }
}
