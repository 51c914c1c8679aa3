package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.support.SqlStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.EntityManager;

/** Pending deliveries in the database, claimed row by row so that each is handed over once; joins the running transaction. */
final class DeliveryQueue {

    private static final String HELD = " AND state = 'pending' AND claimed_by = ?1";

    private final EntityManager em;

    DeliveryQueue(EntityManager em) {
        this.em = em;
    }

    /** Takes what is due in a channel, oldest first. Rows that others hold are passed over. */
    @SuppressWarnings("unchecked")
    List<DeliveryEntity> claim(String channel, String owner, Instant now, Instant until, int limit) {
        List<Number> found = em.createNativeQuery("SELECT id FROM ch_delivery WHERE state = 'pending' AND channel = ?1"
                + " AND next_at <= ?2 AND mail_id IS NULL AND (claimed_until IS NULL OR claimed_until < ?2)"
                + " ORDER BY next_at, id FETCH FIRST " + limit + " ROWS ONLY FOR UPDATE SKIP LOCKED")
                .setParameter(1, channel).setParameter(2, column(now)).getResultList();
        List<Long> ids = found.stream().map(Number::longValue).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        em.createNativeQuery("UPDATE ch_delivery SET claimed_by = ?1, claimed_until = ?2, version = version + 1 WHERE id IN ("
                + list(ids) + ")").setParameter(1, owner).setParameter(2, column(until)).executeUpdate();
        return em.createQuery("SELECT d FROM DeliveryEntity d WHERE d.id IN :ids ORDER BY d.nextAt, d.id", DeliveryEntity.class)
                .setParameter("ids", ids).getResultList();
    }

    /** Gives back what was claimed and not handed over. */
    void release(String owner, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            em.createNativeQuery("UPDATE ch_delivery SET claimed_by = NULL, claimed_until = NULL, version = version + 1"
                    + " WHERE id IN (" + list(ids) + ")" + HELD).setParameter(1, owner).executeUpdate();
        }
    }

    /** Those of the deliveries that are still the caller's to settle: nobody has cancelled or taken them meanwhile. */
    List<DeliveryEntity> held(String owner, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery("SELECT d FROM DeliveryEntity d WHERE d.id IN :ids AND d.state = 'pending'"
                + " AND d.claimedBy = :owner ORDER BY d.id", DeliveryEntity.class)
                .setParameter("ids", ids).setParameter("owner", owner).getResultList();
    }

    /** Settles those of the deliveries that are still the caller's, as {@link #held}, which the channel has taken. */
    void sent(String owner, Collection<Long> ids, String reason, Instant now) {
        SqlStatement.of(em, "UPDATE ch_delivery SET state = 'sent', reason = ?, settled_at = ?, claimed_by = NULL, claimed_until = NULL,"
                + " version = version + 1 WHERE id IN (" + list(ids) + ") AND state = 'pending' AND claimed_by = ?",
                DeliveryEntity.reason(reason), column(now), owner).update();
    }

    /** Waits for its digest. */
    void gather(Collection<Long> ids, Instant slot) {
        em.createNativeQuery("UPDATE ch_delivery SET reason = 'digest', next_at = ?1, claimed_by = NULL, claimed_until = NULL,"
                + " version = version + 1 WHERE id IN (" + list(ids) + ")").setParameter(1, column(slot)).executeUpdate();
    }

    /** The mails into which the channel has put deliveries, by delivery; it tells itself what becomes of those. */
    Map<Long, Long> mails(Collection<Long> deliveries) {
        Map<Long, Long> mails = new TreeMap<>();
        if (!deliveries.isEmpty()) {
            SqlStatement.of(em, "SELECT id, mail_id FROM ch_delivery WHERE id IN (" + list(deliveries) + ") AND mail_id IS NOT NULL").rows()
                    .forEach(row -> mails.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
        }
        return mails;
    }

    /** The deliveries go with a mail that one of them is in. */
    void joinMail(long mail, Collection<Long> deliveries) {
        SqlStatement.of(em, "UPDATE ch_delivery SET mail_id = ?, version = version + 1 WHERE mail_id IS NULL AND id IN ("
                + list(deliveries) + ")", mail).update();
    }

    /** The entries that deliveries tell of, by id. */
    @SuppressWarnings("unchecked")
    Map<Long, DeliveredEntry> entries(Collection<Long> ids) {
        Map<Long, DeliveredEntry> entries = new TreeMap<>();
        if (!ids.isEmpty()) {
            List<Object[]> rows = em.createNativeQuery("SELECT id, kind, body, author_kind, author_id, author_name, deleted_at,"
                    + " undone FROM ch_entry WHERE id IN (" + list(ids) + ")").getResultList();
            rows.stream().map(DeliveredEntry::of).forEach(entry -> entries.put(entry.id(), entry));
        }
        return entries;
    }

    static Timestamp column(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static String list(Collection<Long> ids) {
        return String.join(",", ids.stream().map(String::valueOf).toList());
    }
}
