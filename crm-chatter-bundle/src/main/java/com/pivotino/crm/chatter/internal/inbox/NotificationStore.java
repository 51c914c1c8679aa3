package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.support.InstantColumn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** Notices in the database, and who follows what; joins the running transaction. */
final class NotificationStore {

    private final EntityManager em;

    NotificationStore(EntityManager em) {
        this.em = em;
    }

    void add(NotificationEntity notice) {
        em.persist(notice);
    }

    Optional<NotificationEntity> find(long id) {
        return Optional.ofNullable(em.find(NotificationEntity.class, id));
    }

    /** The one that was told last. */
    Optional<NotificationEntity> latest(long userId, RecordRef record) {
        return em.createQuery("SELECT n FROM NotificationEntity n WHERE n.userId = :user AND n.recordType = :type AND n.recordId = :record"
                + " ORDER BY n.at DESC, n.id DESC", NotificationEntity.class)
                .setParameter("user", userId).setParameter("type", record.type()).setParameter("record", record.id())
                .setMaxResults(1).getResultStream().findFirst();
    }

    long unread(long userId) {
        em.flush();
        return em.createQuery("SELECT COUNT(n.id) FROM NotificationEntity n WHERE n.userId = :user AND n.read = :read", Long.class)
                .setParameter("user", userId).setParameter("read", false).getSingleResult();
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
