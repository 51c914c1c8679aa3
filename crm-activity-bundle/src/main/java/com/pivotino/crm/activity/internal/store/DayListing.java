package com.pivotino.crm.activity.internal.store;

import com.pivotino.crm.activity.internal.domain.DayPlace;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.support.Sql;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.Query;

/** One person's open activities that are due today or overdue: by hand, then by due date, then the larger amount first. */
public final class DayListing {

    /** After all that were placed by hand. */
    private static final int NOWHERE = Integer.MAX_VALUE;

    /** No zone has a longer one. What begins by now is over by then, and that an index knows. */
    private static final Duration LONGEST_DAY = Duration.ofHours(49);

    private final EntityManager em;
    private final Actor actor;
    private final Instant now;

    public DayListing(EntityManager em, Actor actor, Instant now) {
        this.em = em;
        this.actor = actor;
        this.now = now;
    }

    /** An activity with what is known of its record, which may be null. */
    public record Row(PlannedActivity activity, TrackedRecord record, boolean ordered) {
    }

    /**
     * The first rows. Place and amount are looked up row by row on purpose: joined, all records would be read to sort the
     * few activities of one person.
     */
    public List<Row> rows(int most) {
        List<Object> values = new ArrayList<>(List.of(actor.userId()));
        Query query = em.createNativeQuery("SELECT a.id, COALESCE((SELECT d.place FROM ac_day_order d WHERE d.activity_id = a.id"
                + " AND d.user_id = ?), " + NOWHERE + ") AS place, COALESCE((SELECT r.amount FROM ac_record r"
                + " WHERE r.record_type = a.record_type AND r.record_id = a.record_id), 0) AS amount, a.due_date"
                + " FROM ac_activity a" + where(values) + " ORDER BY place, a.due_date, amount DESC, a.id");
        Map<Long, Boolean> ordered = new LinkedHashMap<>();
        for (Object row : Sql.bind(query, values).setMaxResults(most).getResultList()) {
            Object[] cells = (Object[]) row;
            ordered.put(((Number) cells[0]).longValue(), ((Number) cells[1]).intValue() != NOWHERE);
        }
        Map<Long, Row> found = new HashMap<>();
        if (!ordered.isEmpty()) {
            for (Object row : em.createQuery("SELECT a, r FROM PlannedActivity a LEFT JOIN TrackedRecord r"
                    + " ON r.recordType = a.recordType AND r.recordId = a.recordId WHERE a.id IN :ids")
                    .setParameter("ids", ordered.keySet()).getResultList()) {
                PlannedActivity activity = (PlannedActivity) ((Object[]) row)[0];
                found.put(activity.id(), new Row(activity, (TrackedRecord) ((Object[]) row)[1], ordered.get(activity.id())));
            }
        }
        return ordered.keySet().stream().map(found::get).toList();
    }

    /** How many there are, if the rows are those of {@link #rows}. */
    public long total(List<Row> rows, int most) {
        if (rows.size() < most) {
            return rows.size();
        }
        List<Object> values = new ArrayList<>();
        Query count = em.createNativeQuery("SELECT COUNT(*) FROM ac_activity a" + where(values));
        return ((Number) Sql.bind(count, values).getSingleResult()).longValue();
    }

    /** Puts these first, in this order; forgets the order of before. */
    public void order(List<Long> ids) {
        em.createQuery("DELETE FROM DayPlace d WHERE d.userId = :me").setParameter("me", actor.userId()).executeUpdate();
        int place = 0;
        for (Long id : ids) {
            em.persist(new DayPlace(actor.userId(), id, place++));
        }
        em.flush();
    }

    private String where(List<Object> values) {
        values.add(timestamp(now));
        values.add(timestamp(now.plus(LONGEST_DAY)));
        values.add(actor.userId());
        values.addAll(actor.visibleTeamIds());
        String teams = Sql.marks(actor.visibleTeamIds());
        return " WHERE a.status = 'OPEN' AND a.today_from <= ? AND a.late_from <= ? AND (a.assignee_id = ?"
                + (teams.isEmpty() ? "" : " OR a.assignee_id IS NULL AND a.team_id IN (" + teams + ")") + ")";
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant);
    }
}
