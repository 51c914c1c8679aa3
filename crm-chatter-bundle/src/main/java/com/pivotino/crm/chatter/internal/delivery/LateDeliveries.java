package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.support.Sql;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;

/**
 * Deliveries of a message to many people that have no rows of their own yet: they are kept in a few rows with the message, so that its
 * author does not wait, and get their own at once after that, or before somebody looks. Joins the running transaction.
 */
public final class LateDeliveries {

    /** With that many characters in each of its cells a row of them still fits into the column. */
    private static final int IN_A_ROW = 500;
    private static final String BY_ENTRY = " WHERE entry_id = ?1";
    private static final String BY_RECORD = " WHERE record_type = ?1 AND record_id = ?2";

    private final EntityManager em;

    public LateDeliveries(EntityManager em) {
        this.em = em;
    }

    /** @param deliveries of one entry */
    void keep(List<DeliveryEntity> deliveries) {
        for (int from = 0; from < deliveries.size(); from += IN_A_ROW) {
            List<DeliveryEntity> some = deliveries.subList(from, Math.min(deliveries.size(), from + IN_A_ROW));
            DeliveryEntity first = some.get(0);
            em.createNativeQuery("INSERT INTO ch_delivery_late (id, record_type, record_id, entry_id, deliveries)"
                    + " VALUES (NEXTVAL('ch_seq'), ?1, ?2, ?3, ?4)").setParameter(1, first.record().type())
                    .setParameter(2, first.record().id()).setParameter(3, first.entryId())
                    .setParameter(4, DeliveryCells.text(some.stream().map(DeliveryCells::of).toList())).executeUpdate();
        }
    }

    /** Writes those of an entry out. */
    public void writeOf(long entryId) {
        write(Sql.rows(em.createNativeQuery("SELECT id, deliveries FROM ch_delivery_late" + BY_ENTRY + " ORDER BY id FOR UPDATE")
                .setParameter(1, entryId)));
    }

    /** Writes those of a record out. */
    public void writeOf(RecordRef record) {
        write(Sql.rows(em.createNativeQuery("SELECT id, deliveries FROM ch_delivery_late" + BY_RECORD + " ORDER BY id FOR UPDATE")
                .setParameter(1, record.type()).setParameter(2, record.id())));
    }

    /** Writes some of an entry out, the first ones first. @return whether there were any */
    boolean writeSomeOf(long entryId) {
        return write(Sql.rows(em.createNativeQuery("SELECT id, deliveries FROM ch_delivery_late" + BY_ENTRY
                + " ORDER BY id FETCH FIRST 1 ROWS ONLY FOR UPDATE").setParameter(1, entryId)));
    }

    /** Writes the oldest out that nobody else is about to write. @return whether there were any */
    boolean writeSome() {
        return write(Sql.rows(em.createNativeQuery("SELECT id, deliveries FROM ch_delivery_late ORDER BY id FETCH FIRST 1 ROWS ONLY"
                + " FOR UPDATE SKIP LOCKED")));
    }

    /** Whether an entry has some. */
    public boolean areOf(long entryId) {
        return !em.createNativeQuery("SELECT id FROM ch_delivery_late" + BY_ENTRY).setParameter(1, entryId).getResultList().isEmpty();
    }

    private boolean write(List<Object[]> found) {
        List<String[]> rows = new ArrayList<>();
        for (Object[] row : found) {
            rows.addAll(DeliveryCells.rows((String) row[1]));
            em.createNativeQuery("DELETE FROM ch_delivery_late WHERE id = ?1").setParameter(1, ((Number) row[0]).longValue())
                    .executeUpdate();
        }
        new DeliveryStore(em).write(rows);
        return !rows.isEmpty();
    }
}
