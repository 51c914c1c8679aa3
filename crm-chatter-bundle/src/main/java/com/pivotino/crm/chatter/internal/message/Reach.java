package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.chatter.internal.recipient.Removed;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;

/**
 * How far a message can go beside followers and the people named in it.
 *
 * @param channels ids of partners' channels
 * @param copied   addresses in copy of the latest mail that came in to the record (SEMANTICS X4)
 * @param removed  whom partners' policies leave out
 * @param state    what the policies were asked about ({@link RecipientResolver#state}), or null if none was asked
 */
public record Reach(Set<String> channels, List<String> copied, Removed removed, String state) {

    private static final int MOST = 20;

    /** By the app and by mail only. */
    public static final Reach OWN = by(Set.of());

    /** By these channels too, to everybody. */
    public static Reach by(Set<String> channels) {
        return new Reach(channels, List.of(), Removed.NOBODY, null);
    }

    /** The same without those whom policies leave out. */
    Reach without(Removed left, String asked) {
        return new Reach(channels, copied, left, asked);
    }

    /** The same whatever changes meanwhile: a mail cannot be asked to try again. */
    Reach unconditionally() {
        return new Reach(channels, copied, removed, null);
    }

    /** The same with who was in copy of the latest mail of a record. */
    Reach withCopied(EntityManager em, RecordRef record) {
        List<String> latest = em.createQuery("SELECT m.copied FROM MailInEntity m WHERE m.recordType = :type AND m.recordId = :record"
                + " AND m.entryId IS NOT NULL ORDER BY m.id DESC", String.class).setParameter("type", record.type())
                .setParameter("record", record.id()).setMaxResults(1).getResultList();
        return new Reach(channels, latest.isEmpty() || latest.get(0).isBlank() ? List.of()
                : Arrays.stream(latest.get(0).split(", ")).limit(MOST).toList(), removed, state);
    }
}
