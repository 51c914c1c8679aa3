package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.pipeline.internal.domain.TotalsKey;
import com.pivotino.crm.support.Sql;
import com.pivotino.crm.support.SqlStatement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;

/**
 * The board's kept figures. Every act appends what it adds and takes away, in its own transaction, so that no row is
 * shared between acts; {@link #fold} sums up. What a reader wants is the sum over both tables in one statement, which is
 * exact at any moment, also while somebody folds.
 */
public final class TotalsStore {
    private static final String KEY = "stage_id, team_id, salesperson_id, currency";
    private static final String ROW = KEY + ", n, amount, weighted";
    private static final String MARKS = "(?, ?, ?, ?, ?, ?, ?)";
    private static final int MEMBERS = 7;
    private static final int LINES = 50;
    private static final String TRUTH = "SELECT stage_id, COALESCE(team_id, 0) AS team_id,"
            + " COALESCE(salesperson_id, 0) AS salesperson_id, COALESCE(currency, '') AS currency, 1 AS n,"
            + " COALESCE(amount, 0) AS amount, COALESCE(amount, 0) * probability * 0.01 AS weighted FROM pl_opportunity";
    /** A query for what is missing in the kept figures; one statement, so one moment. */
    public static final String DRIFT = "SELECT " + KEY + ", SUM(n) AS n, SUM(amount) AS amount, SUM(weighted) AS weighted"
            + " FROM (" + TRUTH
            + " UNION ALL SELECT " + KEY + ", -n, -amount, -weighted FROM pl_total"
            + " UNION ALL SELECT " + KEY + ", -n, -amount, -weighted FROM pl_total_delta) d"
            + " GROUP BY " + KEY + " HAVING SUM(n) <> 0 OR SUM(amount) <> 0 OR SUM(weighted) <> 0";
    private final EntityManager em;

    TotalsStore(EntityManager em) {
        this.em = em;
    }

    private record Key(long stageId, long teamId, long salespersonId, String currency) {
        static Key of(TotalsKey standing) {
            return new Key(standing.stageId(), standing.teamId(), standing.salespersonId(), standing.currency());
        }
    }

    private record Sum(long n, BigDecimal amount, BigDecimal weighted) {
        Sum plus(Sum other) {
            return new Sum(n + other.n, amount.add(other.amount), weighted.add(other.weighted));
        }

        boolean isZero() {
            return n == 0 && amount.signum() == 0 && weighted.signum() == 0;
        }
    }

    /** One opportunity changed; before is null for a new one, after for a deleted one. */
    public void shift(TotalsKey before, TotalsKey after) {
        shift(before == null ? List.of() : List.of(before), after == null ? List.of() : List.of(after));
    }

    private void shiftActivities(List<TotalsKey> before, List<TotalsKey> after) {
        Map<Long, TotalsKey> old = new LinkedHashMap<>();
        before.forEach(standing -> old.put(standing.id(), standing));
        ActiveTotals active = new ActiveTotals(em);
        for (TotalsKey now : after) {
            TotalsKey was = old.get(now.id());
            if (was != null && !was.sameColumn(now)) {
                active.moved(was, now);
            }
        }
    }

    /** Several changed, and their rows have been written. Their open activities are counted where they stand now. */
    public void shift(List<TotalsKey> before, List<TotalsKey> after) {
        shiftActivities(before, after);
        Map<Key, Sum> sums = new LinkedHashMap<>();
        before.forEach(s -> sums.merge(Key.of(s), new Sum(-1, s.amount().negate(), s.weighted().negate()), Sum::plus));
        after.forEach(s -> sums.merge(Key.of(s), new Sum(1, s.amount(), s.weighted()), Sum::plus));
        sums.values().removeIf(Sum::isZero);
        List<Object> values = new ArrayList<>();
        sums.forEach((key, sum) -> {
            values.addAll(values(key, sum));
            if (values.size() == MEMBERS * LINES) {
                append(values);
            }
        });
        append(values);
    }

    /** Appends these lines by one statement. */
    private void append(List<Object> values) {
        if (!values.isEmpty()) {
            String lines = String.join(", ", Collections.nCopies(values.size() / MEMBERS, MARKS));
            PipelineStores.aside(em, "INSERT INTO pl_total_delta (" + ROW + ") VALUES " + lines, values.toArray()).update();
            values.clear();
        }
    }

    private static List<Object> values(Key key, Sum sum) {
        return List.of(key.stageId(), key.teamId(), key.salespersonId(), key.currency(), sum.n(), sum.amount(), sum.weighted());
    }

    /**
     * Adds what acts have appended to the totals and removes exactly that.
     *
     * @return how many lines were folded
     */
    public int fold(int limit) {
        List<Object[]> rows =
                PipelineStores.sql(em, "SELECT " + ROW + ", id FROM pl_total_delta ORDER BY id LIMIT " + limit).rows();
        Map<Key, Sum> sums = new LinkedHashMap<>();
        List<Object> ids = new ArrayList<>();
        for (Object[] row : rows) {
            sums.merge(key(row), sum(row), Sum::plus);
            ids.add(row[7]);
        }
        sums.forEach(this::addUp);
        if (!ids.isEmpty()) {
            SqlStatement.of(em, "DELETE FROM pl_total_delta WHERE id IN (" + Sql.marks(ids) + ")", ids)
                    .update();
        }
        return rows.size();
    }

    private void addUp(Key key, Sum sum) {
        int updated = PipelineStores.sql(em, "UPDATE pl_total SET n = n + ?, amount = amount + ?, weighted = weighted + ?"
                + " WHERE stage_id = ? AND team_id = ? AND salesperson_id = ? AND currency = ?", sum.n(), sum.amount(),
                sum.weighted(), key.stageId(), key.teamId(), key.salespersonId(), key.currency()).update();
        if (updated == 0) {
            PipelineStores.aside(em, "INSERT INTO pl_total (" + ROW + ") VALUES " + MARKS, values(key, sum).toArray()).update();
        }
    }

    /** In how many places the kept figures differ from the opportunities; 0 is right. */
    public int drift() {
        return PipelineStores.sql(em, DRIFT).rows().size();
    }

    /**
     * Appends what is missing, while acts go on.
     *
     * @return in how many places the figures were wrong
     */
    public int repair() {
        return PipelineStores.sql(em, "INSERT INTO pl_total_delta (" + ROW + ") " + DRIFT).update();
    }

    private static Key key(Object[] row) {
        return new Key(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue(),
                (String) row[3]);
    }

    private static Sum sum(Object[] row) {
        return new Sum(((Number) row[4]).longValue(), (BigDecimal) row[5], (BigDecimal) row[6]);
    }
}
