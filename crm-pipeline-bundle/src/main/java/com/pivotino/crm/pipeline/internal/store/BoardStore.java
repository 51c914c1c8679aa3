package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.pipeline.ActivityCounts;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;

/** The board in few queries, however many columns and cards it has. */
public final class BoardStore {
    private static final String FIGURES = "SELECT o.stage_id, COALESCE(o.currency, ''), COUNT(*), SUM(COALESCE(o.amount, 0)),"
            + " SUM(COALESCE(o.amount, 0) * o.probability * 0.01) FROM pl_opportunity o WHERE ";
    private static final String GROUPED = " GROUP BY o.stage_id, COALESCE(o.currency, '')";
    private static final String KEPT = "SELECT o.stage_id, o.currency, SUM(o.n), SUM(o.amount), SUM(o.weighted) FROM ("
            + "SELECT stage_id, team_id, salesperson_id, currency, n, amount, weighted FROM pl_total UNION ALL"
            + " SELECT stage_id, team_id, salesperson_id, currency, n, amount, weighted FROM pl_total_delta) o WHERE ";
    private final EntityManager em;

    BoardStore(EntityManager em) {
        this.em = em;
    }

    /** Figures of one column in one currency; empty currency for cards without an amount. */
    public record Figure(long stageId, String currency, long count, BigDecimal sum, BigDecimal weighted) {
    }

    /**
     * The figures of all columns: from the kept totals if they can answer the filters, plus what the actor may read
     * besides; else by a query over the cards.
     */
    public List<Figure> figures(Actor actor, Filters filters) {
        if (!filters.onlyKept()) {
            return figures(FIGURES, filters.where(), GROUPED);
        }
        List<Figure> figures = new ArrayList<>(
                figures(KEPT, filters.addKept(Where.ownTotals(actor)), " GROUP BY o.stage_id, o.currency"));
        if (!actor.isAdmin()) {
            figures.addAll(figures(FIGURES, filters.addTo(Where.followedOnly(actor)), GROUPED));
            figures.addAll(figures(FIGURES, filters.addTo(Where.madeOnly(actor)), GROUPED));
        }
        return figures;
    }

    private List<Figure> figures(String select, Where where, String group) {
        return Db.rows(Db.bind(em.createNativeQuery(select + where.sql() + group), where.values())).stream()
                .map(row -> new Figure(((Number) row[0]).longValue(), (String) row[1], ((Number) row[2]).longValue(),
                        (BigDecimal) row[3], (BigDecimal) row[4]))
                .toList();
    }

    /**
     * Cards with an open activity by state and stage, from the kept counts if they can answer; {@code none} is left to the
     * caller, who knows the count.
     */
    public Map<Long, ActivityCounts> activity(Actor actor, Filters filters, Instant now) {
        if (!filters.onlyKept()) {
            return activity(filters.where(), now);
        }
        Map<Long, ActivityCounts> counts = new HashMap<>(
                new ActiveTotals(em).counts(filters.addKept(Where.ownTotals(actor)), now));
        if (!actor.isAdmin()) {
            activity(filters.addTo(Where.followedOnly(actor)), now).forEach((stage, n) -> counts.merge(stage, n, ActivityCounts::plus));
            activity(filters.addTo(Where.madeOnly(actor)), now).forEach((stage, n) -> counts.merge(stage, n, ActivityCounts::plus));
        }
        return counts;
    }

    private Map<Long, ActivityCounts> activity(Where where, Instant now) {
        // a range, which an index can answer, for "has any"
        return ActiveTotals.counts(em, "COUNT(*)", "pl_opportunity o",
                where.and("o.late_from > TIMESTAMP '1900-01-01 00:00:00'"), now);
    }

    /** The first cards of each of these columns, by one query; in the manual order if the order is null. */
    @SuppressWarnings("unchecked")
    public List<OpportunityEntity> cards(List<Long> stageIds, Filters filters, Sort sort, int limit) {
        if (stageIds.isEmpty()) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Long stageId : stageIds) {
            Where where = sort == null ? column(filters, stageId, "") : filters.where().and("o.stage_id = ?", stageId);
            columns.add("(" + cards(where, sort, limit) + ")");
            values.addAll(where.values());
        }
        return Db.bind(em.createNativeQuery(String.join(" UNION ALL ", columns), OpportunityEntity.class), values)
                .getResultList();
    }

    /** Cards of one column behind a cursor. */
    @SuppressWarnings("unchecked")
    public List<OpportunityEntity> cards(long stageId, Filters filters, Sort sort, String cursor, int limit) {
        Where where;
        if (sort != null) {
            where = filters.where().and("o.stage_id = ?", stageId);
            sort.goOn(where, cursor);
        } else {
            List<String> last = cursor == null ? List.of() : Cursor.parse(cursor, 2);
            where = column(filters, stageId, last.isEmpty() ? "" : last.get(0));
            if (!last.isEmpty()) {
                where.and("(o.rank_key > ? OR o.id < ?)", last.get(0), id(last.get(1)));
            }
        }
        return Db.bind(em.createNativeQuery(cards(where, sort, limit), OpportunityEntity.class), where.values()).getResultList();
    }

    /** A column from a place on. The bound is there for the first page too: with it H2 takes the index of the order. */
    private static Where column(Filters filters, long stageId, String from) {
        return filters.where().and("o.stage_id = ? AND o.rank_key >= ?", stageId, from);
    }

    private static Long id(String text) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw CrmException.invalid("cursor", "invalid", "Use the cursor of an earlier answer of the same list.");
        }
        return Long.valueOf(text);
    }

    private static String cards(Where where, Sort sort, int limit) {
        String order = sort == null ? "o.stage_id, o.rank_key, o.id DESC" : sort.orderBy();
        return "SELECT o.* FROM pl_opportunity o WHERE " + where.sql() + " ORDER BY " + order + " LIMIT " + limit;
    }
}
