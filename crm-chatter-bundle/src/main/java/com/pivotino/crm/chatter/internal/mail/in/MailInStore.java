package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** Mail that came in, in the database; joins the running transaction. */
final class MailInStore {

    private final EntityManager em;

    MailInStore(EntityManager em) {
        this.em = em;
    }

    MailInEntity add(MailInEntity mail) {
        em.persist(mail);
        em.flush();
        return mail;
    }

    Optional<MailInEntity> find(long id) {
        return Optional.ofNullable(em.find(MailInEntity.class, id));
    }

    boolean knows(String messageId, String thread) {
        return find(messageId, thread).isPresent();
    }

    Optional<MailInEntity> find(String messageId, String thread) {
        return em.createQuery("SELECT m FROM MailInEntity m WHERE m.messageId = ?1 AND m.thread = ?2", MailInEntity.class)
                .setParameter(1, messageId).setParameter(2, thread).setMaxResults(1).getResultStream().findFirst();
    }

    /** The one with this Message-ID that belongs to a record. */
    Optional<MailInEntity> placed(String messageId) {
        return em.createQuery("SELECT m FROM MailInEntity m WHERE m.messageId = ?1 AND m.recordId IS NOT NULL ORDER BY m.id",
                MailInEntity.class).setParameter(1, messageId).setMaxResults(1).getResultStream().findFirst();
    }

    /** How many a sender has sent to a thread since then (SEMANTICS L6). */
    long count(String sender, RecordRef record, Instant since) {
        return em.createQuery("SELECT COUNT(m.id) FROM MailInEntity m WHERE m.sender = ?1 AND m.recordType = ?2"
                + " AND m.recordId = ?3 AND m.receivedAt > ?4", Long.class).setParameter(1, sender).setParameter(2, record.type())
                .setParameter(3, record.id()).setParameter(4, since).getSingleResult();
    }

    /** How many soft bounces an address had since then (SEMANTICS L5); bounces bear the address as their thread's end. */
    long softBounces(String address, Instant since) {
        return em.createQuery("SELECT COUNT(m.id) FROM MailInEntity m WHERE m.state = 'soft_bounce' AND m.thread LIKE ?1"
                + " AND m.receivedAt > ?2", Long.class).setParameter(1, "b:" + address + ":%").setParameter(2, since).getSingleResult();
    }

    /** Whether mail about the record has gone to this address, or is to go there. */
    boolean wasMailed(RecordRef record, String address) {
        return !em.createNativeQuery("SELECT 1 FROM ch_mail WHERE record_type = ?1 AND record_id = ?2 AND address = ?3"
                + " AND state = 'sent'").setParameter(1, record.type()).setParameter(2, record.id()).setParameter(3, address)
                .setMaxResults(1).getResultList().isEmpty();
    }

    /** The quarantine, newest first, after the given one. */
    List<MailInEntity> quarantine(Instant at, Long id, int limit) {
        TypedQuery<MailInEntity> query = em.createQuery("SELECT m FROM MailInEntity m WHERE m.state = 'quarantined'"
                + (at == null ? "" : " AND m.receivedAt <= :at AND (m.receivedAt < :at OR m.id < :id)")
                + " ORDER BY m.receivedAt DESC, m.id DESC", MailInEntity.class).setMaxResults(limit);
        if (at != null) {
            query.setParameter("at", at).setParameter("id", id);
        }
        return query.getResultList();
    }

    long quarantined() {
        return em.createQuery("SELECT COUNT(m.id) FROM MailInEntity m WHERE m.state = 'quarantined'", Long.class).getSingleResult();
    }
}
