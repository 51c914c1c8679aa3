package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.pipeline.internal.store.BoardStore.Figure;
import com.pivotino.crm.support.SqlStatement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
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

    private record Place(long stageId, boolean open, long place) {
    }

    /**
     * One pass over the history in its order, which makes of each card the set of its stages as bits, and one join with the
     * cards; the sums are by sets, of which there are few. More stages than bits take more passes. What is known of stages
     * stands in the statement: a join with them would cost the order, and so a sort of the whole history.
     */
    static CardPassages of(EntityManager em, Where period, Where cards) {
        List<Place> places = new ArrayList<>();
        for (Object[] row : PipelineStores.sql(em,
                "SELECT p.id, p.is_open, p.place FROM (" + Passages.PLACES + ") p ORDER BY p.place").rows()) {
            places.add(new Place(((Number) row[0]).longValue(), ((Number) row[1]).intValue() == 1, ((Number) row[2]).longValue()));
        }
        CardPassages passages = new CardPassages(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        List<Object> values = new ArrayList<>(period.values());
        values.addAll(cards.values());
        for (int first = 0; first < places.size(); first += BITS) {
            List<Place> some = places.subList(first, Math.min(places.size(), first + BITS));
            for (Object[] row : SqlStatement.of(em, sql(places, some, period, cards), values).rows()) {
                add(passages.entered, some, row, 0);
                add(passages.wentOn, some, row, 1);
                add(passages.left, some, row, 2);
            }
        }
        return passages;
    }

    private static String sql(List<Place> all, List<Place> some, Where period, Where cards) {
        String furthest = "MAX(" + of("h.to_stage_id", all, Place::place) + ") OVER (PARTITION BY h.opportunity_id ORDER BY h.at, h.id"
                + " ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)";
        String lines = "SELECT h.opportunity_id, h.at, h.to_stage_id, CASE WHEN " + Passages.LEFT + " THEN h.from_stage_id END AS"
                + " from_stage_id, " + furthest + " AS furthest FROM pl_history h WHERE " + Passages.ENTERED;
        String sets = "SELECT h.opportunity_id, BIT_OR(" + of("h.to_stage_id", some, bit(some)) + ") AS entered, BIT_OR(CASE WHEN"
                + " h.furthest > " + of("h.to_stage_id", all, Place::place) + " THEN " + of("h.to_stage_id",
                some, place -> place.open() ? bit(some).applyAsLong(place) : 0) + " ELSE CAST(0 AS BIGINT) END) AS went_on, BIT_OR("
                + of("h.from_stage_id", some, bit(some)) + ") AS quit FROM (" + lines + ") h WHERE " + period.sql()
                + " GROUP BY h.opportunity_id";
        return "SELECT d.entered, d.went_on, d.quit, d.currency, COUNT(*), SUM(d.amount), SUM(d.weighted) FROM (SELECT s.entered,"
                + " s.went_on, s.quit, " + ReportStore.CARD + " FROM (" + sets + ") s JOIN pl_opportunity o ON o.id = s.opportunity_id"
                + " WHERE " + cards.sql() + ") d GROUP BY d.entered, d.went_on, d.quit, d.currency";
    }

    private static ToLongFunction<Place> bit(List<Place> some) {
        return place -> 1L << place.place() - some.get(0).place();
    }

    /** A number for the stage in the column; 0 for any other. */
    private static String of(String column, List<Place> places, ToLongFunction<Place> number) {
        return "CAST(CASE " + column + places.stream().map(place -> " WHEN " + place.stageId() + " THEN " + number.applyAsLong(place))
                .collect(Collectors.joining()) + " ELSE 0 END AS BIGINT)";
    }

    private static void add(Map<String, List<Figure>> figures, List<Place> stages, Object[] row, int column) {
        long set = ((Number) row[column]).longValue();
        for (int bit = 0; bit < stages.size(); bit++) {
            if ((set >> bit & 1) == 1) {
                figures.computeIfAbsent(String.valueOf(stages.get(bit).stageId()), stage -> new ArrayList<>())
                        .add(new Figure(0, (String) row[3],
                        ((Number) row[4]).longValue(), (BigDecimal) row[5], (BigDecimal) row[6]));
            }
        }
    }
}
