package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NamedPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;

/** Deliveries in the database; joins the running transaction. */
public final class DeliveryStore {

    /** Deliveries that an entry of a feed lists; the others stand in a list of their own. */
    private static final int SHOWN = 100;

    private final EntityManager em;

    public DeliveryStore(EntityManager em) {
        this.em = em;
    }

    public void add(DeliveryEntity delivery) {
        em.persist(delivery);
    }

    /** By entry who was told of it; those that need a look first, at most 100 each. One query. */
    public Map<Long, List<FeedEntry.Delivery>> ofEntries(Collection<Long> entryIds) {
        Map<Long, List<FeedEntry.Delivery>> found = new HashMap<>();
        if (entryIds.isEmpty()) {
            return found;
        }
        List<Long> ids = List.copyOf(entryIds);
        var query = em.createNativeQuery("SELECT entry_id, person_kind, person_id, person_name, channel, state, reason FROM"
                + " (SELECT d.*, ROW_NUMBER() OVER (PARTITION BY entry_id ORDER BY CASE WHEN state IN ('failed', 'bounced')"
                + " THEN 0 WHEN state = 'skipped' THEN 2 ELSE 1 END, id) AS place FROM ch_delivery d WHERE entry_id IN ("
                + String.join(",", java.util.Collections.nCopies(ids.size(), "?")) + ")) ranked WHERE place <= " + SHOWN
                + " ORDER BY entry_id, place");
        for (int i = 0; i < ids.size(); i++) {
            query.setParameter(i + 1, ids.get(i));
        }
        for (Object row : query.getResultList()) {
            Object[] cells = (Object[]) row;
            found.computeIfAbsent(((Number) cells[0]).longValue(), id -> new ArrayList<>()).add(new FeedEntry.Delivery(
                    new NamedPerson((String) cells[1], ((Number) cells[2]).longValue(), (String) cells[3]), (String) cells[4],
                    (String) cells[5], (String) cells[6]));
        }
        return found;
    }

    /** Deliveries of an entry after one, by id. */
    public List<DeliveryEntity> page(long entryId, long afterId, int limit) {
        return em.createQuery("SELECT d FROM DeliveryEntity d WHERE d.entryId = :entry AND d.id > :after ORDER BY d.id",
                DeliveryEntity.class).setParameter("entry", entryId).setParameter("after", afterId).setMaxResults(limit)
                .getResultList();
    }

    /** Which of these entries have mail that has left. */
    public Set<Long> mailed(Collection<Long> entryIds) {
        return entryIds.isEmpty() ? Set.of() : new HashSet<>(em.createQuery("SELECT DISTINCT d.entryId FROM DeliveryEntity d"
                + " WHERE d.entryId IN :ids AND d.channel = 'mail' AND d.state IN ('sent', 'read', 'bounced')", Long.class)
                .setParameter("ids", entryIds).getResultList());
    }

    /** Everybody who was told of the entry by any event, or is about to be. */
    public List<DeliveryEntity> toldOf(long entryId) {
        return em.createQuery("SELECT d FROM DeliveryEntity d WHERE d.entryId = :entry AND d.state <> 'skipped' ORDER BY d.id",
                DeliveryEntity.class).setParameter("entry", entryId).getResultList();
    }

    /** What an event has for a channel and has not been handed over. */
    public List<DeliveryEntity> pending(String eventId, String channel) {
        return em.createQuery("SELECT d FROM DeliveryEntity d WHERE d.eventId = :event AND d.channel = :channel"
                + " AND d.state = 'pending' ORDER BY d.id", DeliveryEntity.class)
                .setParameter("event", eventId).setParameter("channel", channel).getResultList();
    }

    /** What a user was told of a record by this channel and is still in this state. */
    public List<DeliveryEntity> of(long userId, RecordRef record, String channel, DeliveryState state) {
        return em.createQuery("SELECT d FROM DeliveryEntity d WHERE d.personKind = 'user' AND d.personId = :user"
                + " AND d.state = :state AND d.recordType = :type AND d.recordId = :record AND d.channel = :channel"
                + " ORDER BY d.id", DeliveryEntity.class)
                .setParameter("user", userId).setParameter("state", state.key()).setParameter("type", record.type())
                .setParameter("record", record.id()).setParameter("channel", channel).getResultList();
    }

    /** Nobody is told any more of what was taken away. */
    public void drop(long entryId, String reason, Instant now) {
        em.createQuery("SELECT d FROM DeliveryEntity d WHERE d.entryId = :entry AND d.state = 'pending'", DeliveryEntity.class)
                .setParameter("entry", entryId).getResultList().forEach(delivery -> delivery.skip(reason, now));
    }
}
