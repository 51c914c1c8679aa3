package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Transaction;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;

/** The outbox in the database; joins the running transaction. */
public final class MailStore {

    private static final String PENDING = " WHERE mail_id = ?1 AND state = 'pending'";

    private static final String INVITED = " e.calendar_uid = m.calendar_uid AND e.address = m.address AND e.calendar_method = 'REQUEST'";
    /** A mail about a calendar event waits for the earlier ones to the same address: no CANCEL overtakes its REQUEST. */
    private static final String FIRST_OF_ITS_EVENT = " AND (m.calendar_uid IS NULL OR NOT EXISTS (SELECT 1 FROM ch_mail e"
            + " WHERE e.calendar_uid = m.calendar_uid AND e.address = m.address AND e.state = 'queued'"
            + " AND (e.created_at < m.created_at OR e.created_at = m.created_at AND e.id < m.id)))";

    private final EntityManager em;

    public MailStore(EntityManager em) {
        this.em = em;
    }

    void add(MailEntity mail) {
        em.persist(mail);
        em.flush();
    }

    Optional<MailEntity> find(long id) {
        return Optional.ofNullable(em.find(MailEntity.class, id));
    }

    Optional<MailEntity> byOrigin(String origin) {
        return one("SELECT m FROM MailEntity m WHERE m.origin = ?1", origin);
    }

    /** The mail whose answers and bounces bear this token. */
    public Optional<MailEntity> byToken(String token) {
        return one("SELECT m FROM MailEntity m WHERE m.token = ?1", token);
    }

    /** The mail of ours with this Message-ID. */
    public Optional<MailEntity> byMessageId(String messageId) {
        return one("SELECT m FROM MailEntity m WHERE m.messageId = ?1 ORDER BY m.id", messageId);
    }

    private Optional<MailEntity> one(String query, Object parameter) {
        return em.createQuery(query, MailEntity.class).setParameter(1, parameter).setMaxResults(1).getResultStream().findFirst();
    }

    /** The mails that carry an entry. */
    List<MailEntity> ofEntry(long entryId) {
        return em.createQuery("SELECT m FROM MailEntity m WHERE m.entryId = ?1 ORDER BY m.id", MailEntity.class)
                .setParameter(1, entryId).getResultList();
    }

    /** Message ids of what an address was sent about a record, oldest first. */
    @SuppressWarnings("unchecked")
    List<String> threadOf(RecordRef record, String address) {
        List<Object> first = em.createNativeQuery("SELECT message_id FROM ch_mail WHERE record_type = ?1 AND record_id = ?2"
                + " AND address = ?3 ORDER BY id").setParameter(1, record.type()).setParameter(2, record.id())
                .setParameter(3, address).setMaxResults(1).getResultList();
        List<Object> last = em.createNativeQuery("SELECT message_id FROM ch_mail WHERE record_type = ?1 AND record_id = ?2"
                + " AND address = ?3 ORDER BY id DESC").setParameter(1, record.type()).setParameter(2, record.id())
                .setParameter(3, address).setMaxResults(10).getResultList();
        List<String> chain = new java.util.ArrayList<>(last.stream().map(String::valueOf).toList());
        java.util.Collections.reverse(chain);
        first.stream().map(String::valueOf).filter(id -> !chain.contains(id)).forEach(id -> chain.add(0, id));
        return chain;
    }

    /** Takes mails that are due for this caller alone, until the instant given. Rows that others hold are passed over. */
    @SuppressWarnings("unchecked")
    List<Long> claim(Instant now, Instant until, int limit) {
        List<Number> ids = em.createNativeQuery("SELECT m.id FROM ch_mail m WHERE m.state = 'queued' AND m.next_at <= ?1"
                + " AND (m.claimed_until IS NULL OR m.claimed_until < ?1)" + FIRST_OF_ITS_EVENT + " ORDER BY m.next_at, m.id FETCH FIRST "
                + limit + " ROWS ONLY FOR UPDATE SKIP LOCKED").setParameter(1, column(now)).getResultList();
        List<Long> claimed = ids.stream().map(Number::longValue).toList();
        if (!claimed.isEmpty()) {
            em.createNativeQuery("UPDATE ch_mail SET claimed_until = ?1, version = version + 1 WHERE id IN (" + list(claimed) + ")")
                    .setParameter(1, column(until)).executeUpdate();
        }
        return claimed;
    }

    /** Gives back what was claimed and not sent. */
    void release(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            em.createNativeQuery("UPDATE ch_mail SET claimed_until = NULL, version = version + 1 WHERE state = 'queued' AND id IN ("
                    + list(ids) + ")").executeUpdate();
        }
    }

    /** Holds a claimed mail for longer. @return whether it is still this caller's, claimed until the first instant */
    boolean extend(long id, Instant until, Instant longer) {
        return em.createNativeQuery("UPDATE ch_mail SET claimed_until = ?1, version = version + 1"
                + " WHERE id = ?2 AND state = 'queued' AND claimed_until = ?3").setParameter(1, column(longer))
                .setParameter(2, id).setParameter(3, column(until)).executeUpdate() == 1;
    }

    /**
     * Whether the mail still has somebody to reach: one that no delivery waits for any more is not sent, nor is a CANCEL to
     * whom the REQUEST has not reached.
     */
    boolean isWanted(long id) {
        return isAwaited(id) && em.createNativeQuery("SELECT m.id FROM ch_mail m WHERE m.id = ?1 AND m.calendar_method = 'CANCEL'"
                + " AND EXISTS (SELECT 1 FROM ch_mail e WHERE" + INVITED + " AND e.state IN ('failed', 'cancelled'))"
                + " AND NOT EXISTS (SELECT 1 FROM ch_mail e WHERE" + INVITED + " AND e.state NOT IN ('failed', 'cancelled'))")
                .setParameter(1, id).getResultList().isEmpty();
    }

    private boolean isAwaited(long id) {
        Object[] counts = (Object[]) em.createNativeQuery("SELECT COUNT(*), SUM(CASE WHEN state = 'pending' THEN 1 ELSE 0 END)"
                + " FROM ch_delivery WHERE mail_id = ?1").setParameter(1, id).getSingleResult();
        return ((Number) counts[0]).longValue() == 0 || ((Number) counts[1]).longValue() > 0;
    }

    /** Tells the deliveries in the mail what became of it. */
    void settle(long id, String state, String reason, Instant now) {
        em.createNativeQuery("UPDATE ch_delivery SET state = ?2, reason = ?3, settled_at = ?4, version = version + 1" + PENDING)
                .setParameter(1, id).setParameter(2, state).setParameter(3, reason).setParameter(4, column(now)).executeUpdate();
    }

    /** A mail came back for good: its recipient's deliveries say so, and whoever keeps the address is told. */
    public void bounced(MailEntity mail, String reason, Transaction tx) {
        mail.bounce(reason);
        em.createNativeQuery("UPDATE ch_delivery SET state = 'bounced', reason = ?2, settled_at = ?3, version = version + 1"
                + " WHERE mail_id = ?1 AND state IN ('pending', 'sent')").setParameter(1, mail.id()).setParameter(2, mail.problem())
                .setParameter(3, column(tx.now())).executeUpdate();
        BouncedAddress.publish(tx, mail, mail.problem());
    }

    /** Says on the deliveries why the mail has not gone yet. */
    void explain(long id, String reason, int attempts) {
        em.createNativeQuery("UPDATE ch_delivery SET reason = ?2, attempts = ?3, version = version + 1" + PENDING)
                .setParameter(1, id).setParameter(2, reason).setParameter(3, attempts).executeUpdate();
    }

    /** Puts a delivery into a mail. */
    void link(long deliveryId, long mailId) {
        em.createNativeQuery("UPDATE ch_delivery SET mail_id = ?1, version = version + 1 WHERE id = ?2")
                .setParameter(1, mailId).setParameter(2, deliveryId).executeUpdate();
    }

    /** How many mails wait, and how many have failed. */
    long count(String state) {
        return ((Number) em.createNativeQuery("SELECT COUNT(*) FROM ch_mail WHERE state = ?1").setParameter(1, state)
                .getSingleResult()).longValue();
    }

    private static String list(Collection<Long> ids) {
        return String.join(",", ids.stream().map(String::valueOf).toList());
    }

    private static Timestamp column(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
