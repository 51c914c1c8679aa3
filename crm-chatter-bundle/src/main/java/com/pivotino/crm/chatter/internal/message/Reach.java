package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.RecordRef;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;

/**
 * How far a message can go beside followers and the people named in it.
 *
 * @param channels ids of partners' channels
 * @param copied   addresses in copy of the latest mail that came in to the record (SEMANTICS X4)
 */
public record Reach(Set<String> channels, List<String> copied) {

    private static final int MOST = 20;

    /** By the app and by mail only. */
    public static final Reach OWN = new Reach(Set.of(), List.of());

    /** The same with who was in copy of the latest mail of a record. */
    Reach withCopied(EntityManager em, RecordRef record) {
        List<String> latest = em.createQuery("SELECT m.copied FROM MailInEntity m WHERE m.recordType = :type AND m.recordId = :record"
                + " AND m.entryId IS NOT NULL ORDER BY m.id DESC", String.class).setParameter("type", record.type())
                .setParameter("record", record.id()).setMaxResults(1).getResultList();
        return new Reach(channels, latest.isEmpty() || latest.get(0).isBlank() ? List.of()
                : Arrays.stream(latest.get(0).split(", ")).limit(MOST).toList());
    }
}
