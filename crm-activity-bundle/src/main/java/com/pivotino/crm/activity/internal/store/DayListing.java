package com.pivotino.crm.activity.internal.store;

import com.pivotino.crm.activity.internal.domain.DayPlace;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.Status;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.Query;

/** One person's open activities that are due today or overdue: by hand, then by due date, then the larger amount first. */
public final class DayListing {

    /** After all that were placed by hand. */
    private static final int NOWHERE = Integer.MAX_VALUE;

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

    /** The first rows. */
    public List<Row> rows(int most) {
        Query query = bind(em.createQuery("SELECT a, r, COALESCE(d.place, " + NOWHERE + ") AS place, COALESCE(r.amount, 0)"
                + " AS amount FROM PlannedActivity a LEFT JOIN TrackedRecord r ON r.recordType = a.recordType"
                + " AND r.recordId = a.recordId LEFT JOIN DayPlace d ON d.activityId = a.id AND d.userId = :me"
                + where() + " ORDER BY place, a.dueDate, amount DESC, a.id"));
        List<Row> rows = new ArrayList<>();
        for (Object row : query.setParameter("me", actor.userId()).setMaxResults(most).getResultList()) {
            Object[] cells = (Object[]) row;
            rows.add(new Row((PlannedActivity) cells[0], (TrackedRecord) cells[1],
                    ((Number) cells[2]).intValue() != NOWHERE));
        }
        return rows;
    }

    public long total() {
        Query count = bind(em.createQuery("SELECT COUNT(a.id) FROM PlannedActivity a" + where()));
        return ((Number) count.setParameter("me", actor.userId()).getSingleResult()).longValue();
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

    private String where() {
        String team = teams().isEmpty() ? "" : " OR a.assigneeId IS NULL AND a.teamId IN :teams";
        return " WHERE a.status = :open AND a.todayFrom <= :now AND (a.assigneeId = :me" + team + ")";
    }

    private Query bind(Query query) {
        query.setParameter("open", Status.OPEN).setParameter("now", now);
        return teams().isEmpty() ? query : query.setParameter("teams", teams());
    }

    private Set<Long> teams() {
        return actor.visibleTeamIds();
    }
}
