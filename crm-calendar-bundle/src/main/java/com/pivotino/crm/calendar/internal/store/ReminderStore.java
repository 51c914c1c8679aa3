package com.pivotino.crm.calendar.internal.store;

import com.pivotino.crm.api.calendar.Reminder;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.ReminderDelivery;
import com.pivotino.crm.calendar.internal.domain.ReminderDelivery.State;
import com.pivotino.crm.calendar.internal.domain.ReminderLine;
import com.pivotino.crm.calendar.internal.domain.ReminderSchedule;
import com.pivotino.crm.support.EntityStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** Reminders, when they are next due, and what became of them; joins the running transaction. */
public final class ReminderStore extends EntityStore {

    public ReminderStore(EntityManager em) {
        super(em);
    }

    /** All sets of an event. */
    public List<ReminderLine> lines(long event) {
        return em.createQuery("SELECT r FROM ReminderLine r WHERE r.eventId = :event ORDER BY r.unit, r.amount, r.channel",
                ReminderLine.class).setParameter("event", event).getResultList();
    }

    /** @param owner null for the organizer's set */
    public void replace(long event, Address owner, Collection<Reminder> reminders) {
        Set<Reminder> wanted = new HashSet<>(reminders);
        for (ReminderLine line : lines(event)) {
            if (Objects.equals(line.owner(), owner) && !wanted.remove(line.reminder())) {
                em.remove(line);
            }
        }
        wanted.forEach(reminder -> em.persist(new ReminderLine(event, owner, reminder)));
        em.flush();
    }

    public List<ReminderSchedule> schedules(long event) {
        return em.createQuery("SELECT s FROM ReminderSchedule s WHERE s.eventId = :event", ReminderSchedule.class)
                .setParameter("event", event).getResultList();
    }

    /** Ids of events with a reminder due by then, the longest due first. */
    public List<Long> dueEvents(Instant by, int limit) {
        return em.createQuery("SELECT s.eventId FROM ReminderSchedule s WHERE s.nextAt <= :by GROUP BY s.eventId"
                + " ORDER BY MIN(s.nextAt), s.eventId", Long.class).setParameter("by", by).setMaxResults(limit).getResultList();
    }

    /** Ids of the events that somebody is reminded of, after an id. */
    public List<Long> eventsOf(Address who, long after, int limit) {
        return em.createQuery("SELECT s.eventId FROM ReminderSchedule s WHERE s.who = :who AND s.nextAt IS NOT NULL"
                + " AND s.eventId > :after ORDER BY s.eventId", Long.class).setParameter("who", who.key())
                .setParameter("after", after).setMaxResults(limit).getResultList();
    }

    public boolean isKnown(String key) {
        return !em.createQuery("SELECT d.id FROM ReminderDelivery d WHERE d.key = :key", Long.class).setParameter("key", key)
                .getResultList().isEmpty();
    }

    /** Deliveries that wait for their channel. */
    public List<Long> due(Instant by, int limit) {
        return em.createQuery("SELECT d.id FROM ReminderDelivery d WHERE d.dueAt <= :by ORDER BY d.dueAt, d.id", Long.class)
                .setParameter("by", by).setMaxResults(limit).getResultList();
    }

    public Optional<ReminderDelivery> delivery(long id) {
        return Optional.ofNullable(em.find(ReminderDelivery.class, id));
    }

    /**
     * Somebody's deliveries, the latest first.
     *
     * @param states     those wanted; of none, popups on the screens
     * @param beforeFire with {@code beforeId} where to go on, or null
     */
    public List<ReminderDelivery> of(Address who, Set<State> states, Instant beforeFire, long beforeId, int limit) {
        TypedQuery<ReminderDelivery> query = filtered("SELECT d", who, states, beforeFire == null ? ""
                : " AND (d.fireAt < :fire OR d.fireAt = :fire AND d.id < :id)", " ORDER BY d.fireAt DESC, d.id DESC",
                ReminderDelivery.class);
        if (beforeFire != null) {
            query.setParameter("fire", beforeFire).setParameter("id", beforeId);
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** How many of them there are. */
    public long count(Address who, Set<State> states) {
        return filtered("SELECT COUNT(d)", who, states, "", "", Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> filtered(String select, Address who, Set<State> states, String more, String order, Class<T> type) {
        TypedQuery<T> query = em.createQuery(select + " FROM ReminderDelivery d WHERE d.who = :who" + (states.isEmpty()
                ? " AND d.state = 'PENDING' AND d.channel = 'popup' AND d.handed = TRUE" : " AND d.state IN :states") + more + order, type)
                .setParameter("who", who.key());
        return states.isEmpty() ? query : query.setParameter("states", states.stream().map(Enum::name).toList());
    }

    /** Deliveries of an event that nobody has closed. */
    public List<ReminderDelivery> pending(long event) {
        return em.createQuery("SELECT d FROM ReminderDelivery d WHERE d.eventId = :event AND d.state = 'PENDING'",
                ReminderDelivery.class).setParameter("event", event).getResultList();
    }
}
