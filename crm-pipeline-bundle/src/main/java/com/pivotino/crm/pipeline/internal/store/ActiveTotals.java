package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.pipeline.ActivityCounts;
import com.pivotino.crm.pipeline.internal.domain.TotalsKey;
import com.pivotino.crm.support.Sql;
import com.pivotino.crm.support.SqlStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;

/**
 * How many cards of each column have an open activity that is overdue, due today, planned; kept like the board's sums
 * ({@link TotalsStore}). What a card's activities come to is an instant from which it is due today and one from which it
 * is late, in the assignee's zone (SEMANTICS A5), so one count is right for people in all zones at any moment.
 */
public final class ActiveTotals {
    private static final String KEY = "stage_id, team_id, salesperson_id, today_from, late_from";
    private static final String OF_CARD = "o.stage_id, COALESCE(o.team_id, 0), COALESCE(o.salesperson_id, 0), o.today_from, o.late_from";
    private static final String KEPT = "SELECT stage_id, team_id, salesperson_id, today_from, late_from, n FROM pl_active"
            + " UNION ALL SELECT stage_id, team_id, salesperson_id, today_from, late_from, n FROM pl_active_delta";
    /** A query for columns, of one team and person, whose kept counts differ from the cards at any moment. */
    public static final String DRIFT = "SELECT stage_id, team_id, salesperson_id, SUM(n) AS n FROM (SELECT o.stage_id,"
            + " COALESCE(o.team_id, 0) AS team_id, COALESCE(o.salesperson_id, 0) AS salesperson_id, 1 AS n FROM pl_opportunity o"
            + " WHERE o.late_from IS NOT NULL UNION ALL SELECT stage_id, team_id, salesperson_id, -n FROM (" + KEPT + ") k) d"
            + " GROUP BY stage_id, team_id, salesperson_id HAVING SUM(n) <> 0";
    /** Late for longer than that is late, whatever the clock says. */
    private static final Duration LONG_LATE = Duration.ofDays(7);
    private static final int CARDS = 500;
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private final EntityManager em;

    ActiveTotals(EntityManager em) {
        this.em = em;
    }

    private record Key(long stageId, long teamId, long salespersonId, Object todayFrom, Object lateFrom) {
    }

    /** A card stands elsewhere or belongs to others; its row has been written. */
    void moved(TotalsKey before, TotalsKey after) {
        String sql = "INSERT INTO pl_active_delta (" + KEY + ", n) SELECT ";
        String place = "CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT), o.today_from, o.late_from, ";
        String of = " FROM pl_opportunity o WHERE o.id = ? AND o.late_from IS NOT NULL";
        PipelineStores.aside(em, sql + place + "-1" + of + " UNION ALL SELECT " + place + "1" + of, before.stageId(), before.teamId(),
                before.salespersonId(), before.id(), after.stageId(), after.teamId(), after.salespersonId(), after.id())
                .update();
    }

    /** What the card's row says is about to change (-1), or has changed (1). */
    void count(long opportunityId, int sign) {
        count(List.of(opportunityId), sign);
    }

    /** New cards stand in the database. */
    void begin(List<Long> opportunityIds) {
        for (int i = 0; i < opportunityIds.size(); i += CARDS) {
            count(opportunityIds.subList(i, Math.min(opportunityIds.size(), i + CARDS)), 1);
        }
    }

    private void count(List<Long> opportunityIds, int sign) {
        PipelineStores.aside(em, "INSERT INTO pl_active_delta (" + KEY + ", n) SELECT " + OF_CARD + ", " + (sign < 0 ? "-1" : "1")
                + " FROM pl_opportunity o WHERE o.id IN (" + Sql.marks(opportunityIds) + ") AND o.late_from IS NOT NULL",
                opportunityIds.toArray()).update();
    }

    /** The counts by column of what the condition on stage, team and salesperson lets through. */
    Map<Long, ActivityCounts> counts(Where where, Instant now) {
        Object time = Where.time(now);
        List<Object> values = new ArrayList<>(List.of(time, time));
        values.addAll(where.values());
        Map<Long, long[]> counts = new HashMap<>();
        String state = "CASE WHEN o.late_from <= ? THEN 0 WHEN o.today_from <= ? THEN 1 ELSE 2 END";
        for (Object[] row : SqlStatement.of(em, "SELECT o.stage_id, o.state, SUM(o.n) FROM"
                + " (SELECT o.*, "
                + state + " AS state FROM (" + KEPT + ") o WHERE " + where.sql() + ") o GROUP BY o.stage_id, o.state", values).rows()) {
            counts.computeIfAbsent(((Number) row[0]).longValue(), id -> new long[3])[((Number) row[1]).intValue()] =
                    ((Number) row[2]).longValue();
        }
        Map<Long, ActivityCounts> answer = new HashMap<>();
        counts.forEach((stage, n) -> answer.put(stage, new ActivityCounts(n[0], n[1], n[2], 0)));
        return answer;
    }

    /** Adds what acts have appended; what is long late comes under one key. Answers how many lines were folded. */
    public int fold(int limit, Instant now) {
        Object old = Where.time(now.minus(LONG_LATE));
        Object floor = Where.time(LONG_AGO);
        List<Object[]> rows =
                PipelineStores.sql(em, "SELECT " + KEY + ", n, id FROM pl_active_delta ORDER BY id LIMIT " + limit).rows();
        List<Object> ids = rows.stream().map(row -> row[6]).toList();
        if (!ids.isEmpty()) {
            SqlStatement.of(em, "DELETE FROM pl_active_delta WHERE id IN (" + Sql.marks(ids) + ")", ids)
                    .update();
        }
        List<Object[]> late =
                PipelineStores.sql(em, "SELECT " + KEY + ", n FROM pl_active WHERE late_from <= ? AND late_from > ?"
                + " LIMIT " + limit, old, floor).rows();
        late.forEach(row -> PipelineStores.sql(em, "DELETE FROM pl_active WHERE stage_id = ? AND team_id = ? AND salesperson_id = ?"
                + " AND today_from = ? AND late_from = ?", row[0], row[1], row[2], row[3], row[4]).update());
        Map<Key, Long> sums = new LinkedHashMap<>();
        for (List<Object[]> part : List.of(rows, late)) {
            part.forEach(row -> sums.merge(key(row, ((java.sql.Timestamp) row[4]).compareTo((java.sql.Timestamp) old) <= 0
                    ? floor : null), ((Number) row[5]).longValue(), Long::sum));
        }
        sums.forEach(this::addUp);
        return rows.size() + late.size();
    }

    private static Key key(Object[] row, Object floor) {
        return new Key(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue(),
                floor == null ? row[3] : floor, floor == null ? row[4] : floor);
    }

    private void addUp(Key key, long n) {
        Object[] place = {key.stageId(), key.teamId(), key.salespersonId(), key.todayFrom(), key.lateFrom()};
        String where = " WHERE stage_id = ? AND team_id = ? AND salesperson_id = ? AND today_from = ? AND late_from = ?";
        if (n != 0 && PipelineStores.sql(em, "UPDATE pl_active SET n = n + " + n + where, place).update() == 0) {
            PipelineStores.aside(em, "INSERT INTO pl_active (" + KEY + ", n) VALUES (?, ?, ?, ?, ?, " + n + ")", place).update();
        }
        PipelineStores.sql(em, "DELETE FROM pl_active" + where + " AND n = 0", place).update();
    }

    /** In how many columns, of one team and person, the kept counts differ from the cards at this moment. */
    public int drift(Instant now) {
        Object time = Where.time(now);
        String state = "CASE WHEN o.late_from <= ? THEN 0 WHEN o.today_from <= ? THEN 1 ELSE 2 END AS state";
        return PipelineStores.sql(em,
                "SELECT stage_id, team_id, salesperson_id, state FROM (SELECT o.stage_id, COALESCE(o.team_id, 0)"
                + " AS team_id, COALESCE(o.salesperson_id, 0) AS salesperson_id, 1 AS n, " + state + " FROM pl_opportunity o"
                + " WHERE o.late_from IS NOT NULL UNION ALL SELECT o.stage_id, o.team_id, o.salesperson_id, -o.n, " + state
                + " FROM (" + KEPT + ") o) d GROUP BY stage_id, team_id, salesperson_id, state HAVING SUM(n) <> 0",
                time, time, time, time).rows().size();
    }

    /** Counts anew, by what is missing at this moment; acts may go on. */
    public int repair(Instant now) {
        int wrong = drift(now);
        if (wrong > 0) {
            PipelineStores.sql(em, "INSERT INTO pl_active_delta (" + KEY + ", n) SELECT " + KEY + ", SUM(n) FROM (SELECT " + OF_CARD
                    .replace("COALESCE(o.team_id, 0)", "COALESCE(o.team_id, 0) AS team_id")
                    .replace("COALESCE(o.salesperson_id, 0)", "COALESCE(o.salesperson_id, 0) AS salesperson_id")
                    + ", 1 AS n FROM pl_opportunity o WHERE o.late_from IS NOT NULL UNION ALL SELECT o.stage_id, o.team_id,"
                    + " o.salesperson_id, o.today_from, o.late_from, -o.n FROM (" + KEPT + ") o) d GROUP BY " + KEY
                    + " HAVING SUM(n) <> 0").update();
        }
        return wrong;
    }
}
