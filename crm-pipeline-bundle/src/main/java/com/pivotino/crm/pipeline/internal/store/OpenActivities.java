package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.pipeline.NextActivity;
import com.pivotino.crm.pipeline.internal.domain.CardActivity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.support.InstantColumn;
import com.pivotino.crm.support.Sql;
import com.pivotino.crm.support.SqlStatement;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;

/** The open activities of every opportunity, as the activities' events told of them, and what they come to on a card. */
public final class OpenActivities {
    private static final int CHUNK = 500;
    private static final String EXPECTED = "com.pivotino.crm.pipeline.expected";
    private final EntityManager em;

    OpenActivities(EntityManager em) {
        this.em = em;
    }

    /**
     * Takes in an activity as it is now: kept while it is open, forgotten otherwise.
     *
     * @param fresh whether nothing can be kept of it yet
     */
    public void put(ActivityState activity, boolean fresh, boolean deleted) {
        if (!fresh) {
            forget(activity);
        }
        if (!deleted && "open".equals(activity.status())) {
            keep(activity);
        }
    }

    private void forget(ActivityState activity) {
        PipelineStores.aside(em, "DELETE FROM pl_open_activity WHERE id = ?", activity.id()).update();
    }

    private void keep(ActivityState activity) {
        TypeRef type = activity.type();
        PipelineStores.aside(em, "INSERT INTO pl_open_activity (id, opportunity_id, due_date, today_from, late_from, summary,"
                + " type_id, type_key, type_name, type_icon, type_category, role, assignee_id, assignee_name)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", activity.id(), activity.record().id(),
                Date.valueOf(activity.dueDate()), Where.time(activity.todayFrom()), Where.time(activity.lateFrom()),
                activity.summary(), type == null ? 0L : type.id(), type == null ? null : type.key(),
                type == null ? null : type.name(), type == null ? null : type.icon(), type == null ? null : type.category(),
                activity.role(), activity.assignee() == null ? 0L : activity.assignee().id(),
                activity.assignee() == null ? null : activity.assignee().name()).update();
    }

    /**
     * From now on new cards of this transaction, whose rows are not written yet, need not be brought in line: that would write all their
     * indexes twice.
     */
    public void expect(Collection<Long> opportunityIds) {
        em.setProperty(EXPECTED, Set.copyOf(opportunityIds));
    }

    /**
     * New cards go into the database with what their first events have brought.
     *
     * @return their activities, by card
     */
    public Map<Long, CardActivity> write(List<OpportunityEntity> cards) {
        em.setProperty(EXPECTED, Set.of());
        Map<Long, CardActivity> activities = of(cards.stream().map(OpportunityEntity::id).toList());
        cards.stream().filter(card -> !card.isWritten())
                .forEach(card -> card.begin(activities.getOrDefault(card.id(), CardActivity.NONE)));
        List<Long> early = cards.stream().filter(OpportunityEntity::isWritten).map(OpportunityEntity::id).toList();
        em.flush();
        new ActiveTotals(em).begin(cards.stream().map(OpportunityEntity::id).filter(id -> !early.contains(id)).toList());
        early.forEach(this::refreshCard);
        return activities;
    }

    /** Brings the card's columns in line; no version grows by it. */
    public void refreshCard(long opportunityId) {
        if (em.getProperties().get(EXPECTED) instanceof Set<?> expected && expected.contains(opportunityId)) {
            return;
        }
        ActiveTotals totals = new ActiveTotals(em);
        totals.count(opportunityId, -1);
        PipelineStores.aside(em, "UPDATE pl_opportunity SET"
                + " next_activity_id = (SELECT a.id FROM pl_open_activity a WHERE a.opportunity_id = ?"
                + " ORDER BY a.due_date, a.id LIMIT 1),"
                + " next_due = (SELECT MIN(a.due_date) FROM pl_open_activity a WHERE a.opportunity_id = ?),"
                + " today_from = (SELECT MIN(a.today_from) FROM pl_open_activity a WHERE a.opportunity_id = ?),"
                + " late_from = (SELECT MIN(a.late_from) FROM pl_open_activity a WHERE a.opportunity_id = ?)"
                + " WHERE id = ?", opportunityId, opportunityId, opportunityId, opportunityId, opportunityId)
                .update();
        totals.count(opportunityId, 1);
    }

    /** For those of the opportunities that have open activities; one query for every five hundred. */
    public Map<Long, CardActivity> of(Collection<Long> opportunityIds) {
        Map<Long, CardActivity> cards = new HashMap<>();
        List<Long> all = List.copyOf(opportunityIds);
        for (int i = 0; i < all.size(); i += CHUNK) {
            List<Long> part = all.subList(i, Math.min(all.size(), i + CHUNK));
            SqlStatement.of(em, "SELECT opportunity_id, id, due_date, summary, type_id, type_key,"
                    + " type_name, type_icon, type_category, today_from, late_from FROM pl_open_activity"
                    + " WHERE opportunity_id IN (" + Sql.marks(part) + ") ORDER BY due_date, id", List.copyOf(part)).aside().rows()
                    .forEach(row -> cards.merge(((Number) row[0]).longValue(), card(row), OpenActivities::both));
        }
        return cards;
    }

    private static CardActivity card(Object[] row) {
        TypeRef type = row[5] == null ? null : new TypeRef(((Number) row[4]).longValue(), (String) row[5],
                (String) row[6], (String) row[7], (String) row[8]);
        LocalDate due = ((Date) row[2]).toLocalDate();
        return new CardActivity(new NextActivity(((Number) row[1]).longValue(), due, (String) row[3], type),
                instant(row[9]), instant(row[10]));
    }

    private static CardActivity both(CardActivity first, CardActivity later) {
        return new CardActivity(first.next(), min(first.todayFrom(), later.todayFrom()),
                min(first.lateFrom(), later.lateFrom()));
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant instant(Object column) {
        return new InstantColumn().convertToEntityAttribute((Timestamp) column);
    }
}
