package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.support.InstantColumn;
import com.pivotino.crm.support.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** Notices in the database, and who follows what; joins the running transaction. */
final class NotificationStore {

    private final EntityManager em;

    NotificationStore(EntityManager em) {
        this.em = em;
    }

    NotificationEntity add(NotificationEntity notice) {
        em.persist(notice);
        return notice;
    }

    Optional<NotificationEntity> find(long id) {
        return Optional.ofNullable(em.find(NotificationEntity.class, id));
    }

    /** By user the one that was told last of a record. */
    Map<Long, NotificationEntity> latest(Set<Long> users, RecordRef record) {
        List<Object> values = new ArrayList<>(users);
        values.add(record.type());
        values.add(record.id());
        List<?> ids = Sql.bind(em.createNativeQuery("SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY user_id"
                + " ORDER BY notice_at DESC, id DESC) AS place FROM ch_notice WHERE user_id IN (" + Sql.marks(users)
                + ") AND record_type = ? AND record_id = ?) ranked WHERE place = 1"), values).getResultList();
        Map<Long, NotificationEntity> latest = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery("SELECT n FROM NotificationEntity n WHERE n.id IN :ids", NotificationEntity.class)
                    .setParameter("ids", ids.stream().map(id -> ((Number) id).longValue()).toList()).getResultList()
                    .forEach(notice -> latest.put(notice.userId(), notice));
        }
        return latest;
    }

    /** By user how many are unread, in the order of their ids. */
    Map<Long, Long> unread(Collection<Long> users) {
        em.flush();
        Map<Long, Long> unread = new TreeMap<>();
        users.forEach(user -> unread.put(user, 0L));
        Sql.rows(Sql.bind(em.createNativeQuery("SELECT user_id, COUNT(*) FROM ch_notice WHERE user_id IN (" + Sql.marks(users)
                + ") AND is_read = FALSE GROUP BY user_id"), List.copyOf(users)))
                .forEach(row -> unread.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
        return unread;
    }

    long unread(long userId) {
        return unread(List.of(userId)).get(userId);
    }

    /** @return how many were unread */
    int readAll(long userId) {
        // Not in JPQL: EclipseLink writes the Booleans of an update as numbers, which H2 refuses.
        return em.createNativeQuery("UPDATE ch_notice SET is_read = TRUE, version = version + 1"
                + " WHERE user_id = ?1 AND is_read = FALSE").setParameter(1, userId).executeUpdate();
    }

    /** Newest first, after the given one. */
    List<NotificationEntity> page(long userId, boolean unread, Instant at, Long id, int limit) {
        TypedQuery<NotificationEntity> query = em.createQuery("SELECT n FROM NotificationEntity n WHERE n.userId = :user"
                + (unread ? " AND n.read = :read" : "")
                + (at == null ? "" : " AND n.at <= :at AND (n.at < :at OR n.id < :id)")
                + " ORDER BY n.at DESC, n.id DESC", NotificationEntity.class).setParameter("user", userId).setMaxResults(limit);
        if (unread) {
            query.setParameter("read", false);
        }
        if (at != null) {
            query.setParameter("at", at).setParameter("id", id);
        }
        return query.getResultList();
    }

    long count(long userId, boolean unread) {
        return unread ? unread(userId) : em.createQuery("SELECT COUNT(n.id) FROM NotificationEntity n WHERE n.userId = :user", Long.class)
                .setParameter("user", userId).getSingleResult();
    }

    /** Who was told of the record. */
    List<Long> usersOf(RecordRef record) {
        return em.createQuery("SELECT DISTINCT n.userId FROM NotificationEntity n WHERE n.recordType = :type"
                + " AND n.recordId = :record", Long.class)
                .setParameter("type", record.type()).setParameter("record", record.id()).getResultList();
    }

    /** Nobody is told of what is gone, nor will be. */
    void forget(RecordRef record, Instant now) {
        em.createNativeQuery("UPDATE ch_delivery SET state = 'skipped', reason = 'deleted', settled_at = ?1, version = version + 1"
                + " WHERE record_type = ?2 AND record_id = ?3 AND state = 'pending' AND channel = 'app'")
                .setParameter(1, new InstantColumn().convertToDatabaseColumn(now)).setParameter(2, record.type())
                .setParameter(3, record.id()).executeUpdate();
        em.createQuery("DELETE FROM NotificationEntity n WHERE n.recordType = :type AND n.recordId = :record")
                .setParameter("type", record.type()).setParameter("record", record.id()).executeUpdate();
    }

    /** The feed's entry about an event, or null. */
    Long entryOf(String eventId) {
        return em.createQuery("SELECT l.id FROM FeedLine l WHERE l.eventId = :event", Long.class)
                .setParameter("event", eventId).getResultStream().findFirst().orElse(null);
    }
}
