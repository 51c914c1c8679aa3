package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.pipeline.ActivityCounts;
import com.pivotino.crm.pipeline.internal.store.BoardStore.Figure;
import com.pivotino.crm.support.SqlStatement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;

/**
 * What stands above the columns of a board.
 *
 * @param figures  by column and currency, in parts that add up
 * @param activity cards with an open activity by column; {@code none} is left to the caller, who knows the count
 */
public record BoardSums(List<Figure> figures, Map<Long, ActivityCounts> activity) {
    private static final int NO_ACTIVITY = 3;

    /** By one pass over the cards. */
    static BoardSums of(EntityManager em, Where where, Instant now) {
        Object time = Where.time(now);
        List<Object> values = new ArrayList<>(List.of(time, time));
        values.addAll(where.values());
        List<Figure> figures = new ArrayList<>();
        Map<Long, long[]> states = new HashMap<>();
        for (Object[] row : SqlStatement.of(em, "SELECT d.stage_id, d.currency, d.state,"
                + " COUNT(*), SUM(d.amount),"
                + " SUM(d.weighted) FROM (SELECT o.stage_id, COALESCE(o.currency, '') AS currency, COALESCE(o.amount, 0) AS amount,"
                + " COALESCE(o.amount, 0) * o.probability * 0.01 AS weighted, CASE WHEN o.late_from IS NULL THEN " + NO_ACTIVITY
                + " WHEN o.late_from <= ? THEN 0 WHEN o.today_from <= ? THEN 1 ELSE 2 END AS state FROM " + where.source()
                + " WHERE " + where.sql() + ") d GROUP BY d.stage_id, d.currency, d.state", values).rows()) {
            Figure figure = figure(row, 3);
            figures.add(figure);
            states.computeIfAbsent(figure.stageId(), id -> new long[NO_ACTIVITY + 1])[((Number) row[2]).intValue()] += figure.count();
        }
        Map<Long, ActivityCounts> activity = new HashMap<>();
        states.forEach((stage, n) -> activity.put(stage, new ActivityCounts(n[0], n[1], n[2], 0)));
        return new BoardSums(figures, activity);
    }

    /** Out of a row with stage and currency, and with count, sum and weighted sum from a place on. */
    static Figure figure(Object[] row, int from) {
        return new Figure(((Number) row[0]).longValue(), (String) row[1], ((Number) row[from]).longValue(),
                (BigDecimal) row[from + 1], (BigDecimal) row[from + 2]);
    }

    BoardSums plus(BoardSums other) {
        List<Figure> all = new ArrayList<>(figures);
        all.addAll(other.figures);
        Map<Long, ActivityCounts> counts = new HashMap<>(activity);
        other.activity.forEach((stage, n) -> counts.merge(stage, n, ActivityCounts::plus));
        return new BoardSums(all, counts);
    }

    public long count() {
        return figures.stream().mapToLong(Figure::count).sum();
    }
}
