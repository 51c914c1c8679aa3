package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.support.SqlStatement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;

/** The board in few queries, however many columns and cards it has. */
public final class BoardStore {
    private static final String KEPT = "SELECT o.stage_id, o.currency, SUM(o.n), SUM(o.amount), SUM(o.weighted) FROM ("
            + "SELECT stage_id, team_id, salesperson_id, currency, n, amount, weighted FROM pl_total UNION ALL"
            + " SELECT stage_id, team_id, salesperson_id, currency, n, amount, weighted FROM pl_total_delta) o WHERE ";
    /** Up to so many are read and put in order; among more, a walk along each column soon meets enough. */
    private static final int FEW = 8_000;
    /** Up to so many are named one by one. */
    private static final int BESIDES = 300;
    private final EntityManager em;
    private List<Long> besides;

    BoardStore(EntityManager em) {
        this.em = em;
    }

    /** Figures of one column in one currency; empty currency for cards without an amount. */
    public record Figure(long stageId, String currency, long count, BigDecimal sum, BigDecimal weighted) {
    }

    /**
     * The figures of all asked columns: from the kept totals if they can answer the filters, plus what the actor may read
     * besides; else by one query over the cards.
     *
     * @param stageId of one column only; null for all
     */
    public BoardSums sums(Actor actor, Filters filters, Long stageId, Instant now) {
        if (!filters.onlyKept()) {
            return BoardSums.of(em, column(filters.addTo(readable(actor)), stageId), now);
        }
        List<Figure> figures = new ArrayList<>();
        Where kept = column(filters.addKept(Where.own(actor)), stageId);
        for (Object[] row : SqlStatement.of(em, KEPT + kept.sql()
                + " GROUP BY o.stage_id, o.currency", kept.values()).rows()) {
            figures.add(BoardSums.figure(row, 2));
        }
        BoardSums own = new BoardSums(figures, new ActiveTotals(em).counts(kept, now));
        List<Long> besides = besides(actor);
        if (besides.isEmpty()) {
            return own;
        }
        Where more = besides.size() > BESIDES ? Where.besidesOwn(actor) : new Where().in("o.id", besides);
        return own.plus(BoardSums.of(em, column(filters.addTo(more), stageId), now));
    }

    private Where readable(Actor actor) {
        List<Long> besides = besides(actor);
        return besides.size() > BESIDES ? Where.allReadableBy(actor) : Where.readableBy(actor, besides);
    }

    /** What they may read though it is neither their own nor their teams'; if that is much, only the beginning. */
    private List<Long> besides(Actor actor) {
        if (besides == null) {
            List<Long> ids = new ArrayList<>();
            if (!actor.isAdmin()) {
                Where where = Where.besidesOwn(actor);
                for (Object id : SqlStatement.of(em, "SELECT o.id FROM " + where.source() + " WHERE " + where.sql()
                        + " LIMIT " + (BESIDES + 1), where.values()).column()) {
                    ids.add(((Number) id).longValue());
                }
            }
            besides = ids;
        }
        return besides;
    }

    private static Where column(Where where, Long stageId) {
        return stageId == null ? where : where.and("o.stage_id = ?", stageId);
    }

    /** The first cards of each of these columns, by one query; in the manual order if the order is null. */
    public List<OpportunityEntity> cards(Actor actor, List<Long> stageIds, long count, Filters filters, Sort sort, int limit) {
        if (stageIds.isEmpty()) {
            return List.of();
        }
        Where all = filters.addTo(readable(actor));
        if (count <= FEW && !all.isEverything()) {
            return Cards.read(em, "SELECT " + Cards.COLUMNS + " FROM (SELECT o.id, ROW_NUMBER() OVER (PARTITION BY o.stage_id ORDER BY "
                    + order(sort) + ") AS place FROM " + all.source() + " WHERE " + all.sql() + ") w JOIN pl_opportunity o"
                    + " ON o.id = w.id WHERE w.place <= " + limit + " ORDER BY o.stage_id, w.place", all.values());
        }
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Long stageId : stageIds) {
            Where where = sort == null ? column(filters, stageId, "") : filters.where().and("o.stage_id = ?", stageId);
            columns.add("(" + cards(where, sort, limit) + ")");
            values.addAll(where.values());
        }
        return Cards.read(em, String.join(" UNION ALL ", columns), values);
    }

    /** Cards of one column behind a cursor. */
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
        return Cards.read(em, cards(where, sort, limit), where.values());
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
        return "SELECT " + Cards.COLUMNS + " FROM pl_opportunity o WHERE " + where.sql() + " ORDER BY " + order(sort) + " LIMIT " + limit;
    }

    private static String order(Sort sort) {
        return sort == null ? "o.stage_id, o.rank_key, o.id DESC" : sort.orderBy();
    }
}
