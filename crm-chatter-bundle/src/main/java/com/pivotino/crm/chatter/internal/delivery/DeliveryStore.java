package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.support.InstantColumn;
import com.pivotino.crm.support.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;

/** Deliveries in the database; joins the running transaction. */
public final class DeliveryStore {

    /** Deliveries that an entry of a feed lists; the others stand in a list of their own. */
    private static final int SHOWN = 100;
    /** More than these at once get their rows later. */
    private static final int AT_ONCE = 200;

    private final EntityManager em;

    public DeliveryStore(EntityManager em) {
        this.em = em;
    }

    public void add(DeliveryEntity delivery) {
        em.persist(delivery);
    }

    /** Writes many new ones at once; they are not attached to the running transaction. */
    public void addAll(List<DeliveryEntity> deliveries) {
        write(deliveries.stream().map(DeliveryCells::of).toList());
    }

    /** Like {@link #addAll} for those of one entry, without having its author wait for more than the entry lists. */
    public void addMany(List<DeliveryEntity> deliveries) {
        int now = deliveries.size() <= AT_ONCE ? deliveries.size() : SHOWN;
        addAll(deliveries.subList(0, now));
        new LateDeliveries(em).keep(deliveries.subList(now, deliveries.size()));
    }

    void write(List<String[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        em.flush();
        try {
            new DeliveryBatch(em.unwrap(Connection.class)).insert(rows);
        } catch (SQLException e) {
            throw new PersistenceException("The deliveries could not be written", e);
        }
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
                + Sql.marks(ids) + ")) ranked WHERE place <= " + SHOWN
                + " ORDER BY entry_id, place");
        for (Object[] cells : Sql.rows(Sql.bind(query, ids))) {
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

    /** Recipients and channels that an event has deliveries for already. */
    public Set<String> keysOf(String eventId) {
        return em.createQuery("SELECT d FROM DeliveryEntity d WHERE d.eventId = :event", DeliveryEntity.class)
                .setParameter("event", eventId).getResultStream().map(DeliveryEntity::key).collect(java.util.stream.Collectors.toSet());
    }

    /**
     * A user has seen in the app what was told until an instant: those deliveries are read, and mail of the same that has not
     * left is not sent (SEMANTICS X7).
     *
     * @param record or null for all records
     */
    public void read(long userId, RecordRef record, Instant until, Instant now) {
        em.flush();
        String whose = " WHERE person_kind = 'user' AND person_id = ?2 AND created_at <= ?3"
                + (record == null ? "" : " AND record_type = ?4 AND record_id = ?5");
        List<String> acts = List.of("UPDATE ch_delivery SET state = 'read', settled_at = ?1, version = version + 1" + whose
                + " AND state = 'sent' AND channel = 'app'",
                "UPDATE ch_delivery SET state = 'skipped', reason = 'read_in_app', settled_at = ?1, version = version + 1" + whose
                + " AND state = 'pending' AND channel = 'mail' AND claimed_by IS NULL AND EXISTS (SELECT 1 FROM ch_delivery a"
                + " WHERE a.event_id = ch_delivery.event_id AND a.recipient = ch_delivery.recipient AND a.channel = 'app')");
        for (String act : acts) {
            var query = em.createNativeQuery(act).setParameter(1, column(now)).setParameter(2, userId)
                    .setParameter(3, column(until));
            if (record != null) {
                query.setParameter(4, record.type()).setParameter(5, record.id());
            }
            query.executeUpdate();
        }
    }

    private static java.sql.Timestamp column(Instant instant) {
        return new InstantColumn().convertToDatabaseColumn(instant);
    }

    /** Nobody is told any more of what was taken away. */
    public void drop(long entryId, String reason, Instant now) {
        em.createQuery("SELECT d FROM DeliveryEntity d WHERE d.entryId = :entry AND d.state = 'pending'", DeliveryEntity.class)
                .setParameter("entry", entryId).getResultList().forEach(delivery -> delivery.skip(reason, now));
    }
}
