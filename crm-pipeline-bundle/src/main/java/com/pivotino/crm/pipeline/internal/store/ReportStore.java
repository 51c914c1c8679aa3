package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.pipeline.internal.store.BoardStore.Figure;
import com.pivotino.crm.support.InstantColumn;
import com.pivotino.crm.support.SqlStatement;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;

/** What reports count: opportunities in groups, and passages through stages. Groups without a key are {@code none}. */
public final class ReportStore {
    public static final String NONE = "none";
    static final String CARD = "COALESCE(o.currency, '') AS currency, COALESCE(o.amount, 0) AS amount,"
            + " COALESCE(o.amount, 0) * o.probability * 0.01 AS weighted";
    private static final String SUMS = ", d.currency, COUNT(*), SUM(d.amount), SUM(d.weighted) FROM (SELECT ";
    private final EntityManager em;

    ReportStore(EntityManager em) {
        this.em = em;
    }

    /** By what opportunities are put together. */
    public enum Key {
        REASON("o.lost_reason_id"), LOST_FROM("o.open_stage_id"), SALESPERSON("o.salesperson_id"), TEAM("o.team_id"),
        OUTCOME("o.outcome"),
        /** As {@code 202605}; by days in the database, where taking a day apart costs more than its sum. */
        CLOSING_MONTH("o.expected_closing");

        private final String sql;

        Key(String sql) {
            this.sql = sql;
        }
    }

    /** Stays in a stage. */
    public record Stays(long count, long median, long average) {
    }

    /** Figures by key. */
    public Map<String, List<Figure>> groups(Key key, Where where) {
        return figures("SELECT d.k" + SUMS + key.sql + " AS k, " + CARD + " FROM pl_opportunity o WHERE " + where.sql()
                + ") d GROUP BY d.k, d.currency", where.values());
    }

    /** Figures by the month of closing, as {@code 2026-05}, in a zone. */
    public Map<String, List<Figure>> closedMonths(Where where, YearMonth first, YearMonth last, ZoneId zone) {
        StringBuilder months = new StringBuilder("CASE");
        List<Object> values = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.append(" WHEN o.closed_at < ? THEN '").append(month).append('\'');
            values.add(Where.time(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()));
        }
        values.addAll(where.values());
        return figures("SELECT d.k" + SUMS + months + " END AS k, " + CARD + " FROM pl_opportunity o WHERE " + where.sql()
                + ") d GROUP BY d.k, d.currency", values);
    }

    /** The first and the last closing; empty if nothing was closed. */
    public List<Instant> closings(Where where) {
        Object[] row = SqlStatement.of(em, "SELECT MIN(o.closed_at), MAX(o.closed_at) FROM"
                + " pl_opportunity o WHERE "
                + where.sql(), where.values()).rows().get(0);
        InstantColumn column = new InstantColumn();
        return row[0] == null ? List.of() : List.of(column.convertToEntityAttribute((Timestamp) row[0]),
                column.convertToEntityAttribute((Timestamp) row[1]));
    }

    /** Opportunities by stage that they came into, went on from and left in a period. */
    public CardPassages passages(Filters filters, Where cards) {
        return CardPassages.of(em, filters.history(), cards);
    }

    /** How long they stood in the stages that they left. */
    public Map<String, Stays> stays(Filters filters, Where cards) {
        Where lines = filters.history().and(Passages.LEFT);
        List<Object> values = new ArrayList<>(lines.values());
        values.addAll(cards.values());
        String joined = cards.isEverything() ? "" : " JOIN pl_opportunity o ON o.id = h.opportunity_id";
        Map<String, Stays> stays = new LinkedHashMap<>();
        SqlStatement.of(em, "SELECT h.from_stage_id, COUNT(*), PERCENTILE_CONT(0.5) WITHIN GROUP"
                + " (ORDER BY h.seconds_in_from), AVG(h.seconds_in_from) FROM pl_history h" + joined
                + " WHERE " + lines.sql() + " AND " + cards.sql() + " GROUP BY h.from_stage_id", values).rows()
                .forEach(row -> stays.put(String.valueOf(row[0]), new Stays(((Number) row[1]).longValue(),
                        Math.round(((Number) row[2]).doubleValue()), Math.round(((Number) row[3]).doubleValue()))));
        return stays;
    }

    private Map<String, List<Figure>> figures(String sql, List<Object> values) {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        for (Object[] row : SqlStatement.of(em, sql, values).rows()) {
            figures.computeIfAbsent(key(row[0]), key -> new ArrayList<>()).add(new Figure(0, (String) row[1],
                    ((Number) row[2]).longValue(), (BigDecimal) row[3], (BigDecimal) row[4]));
        }
        return figures;
    }

    private static String key(Object key) {
        if (key instanceof Date date) {
            return String.valueOf(date.toLocalDate().getYear() * 100 + date.toLocalDate().getMonthValue());
        }
        return key == null ? NONE : key instanceof Number number ? String.valueOf(number.longValue()) : key.toString();
    }
}
