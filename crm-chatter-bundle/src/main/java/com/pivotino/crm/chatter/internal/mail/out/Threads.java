package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import java.util.List;
import javax.persistence.EntityManager;

/** Finds a mail's place in what its reader has of the record already (SEMANTICS L1); joins the running transaction. */
final class Threads {

    private final EntityManager em;

    Threads(EntityManager em) {
        this.em = em;
    }

    MailThread of(OutgoingNotification what, MailedEntry entry, String address) {
        List<String> before = new MailStore(em).threadOf(what.record(), address);
        return MailThread.after(before, entry.replyTo() == null ? null : mailOf(entry.replyTo(), address));
    }

    /** The mail in which the reader has, or wrote, an entry. */
    private String mailOf(long entryId, String address) {
        List<?> found = em.createNativeQuery("SELECT message_id FROM ch_mail WHERE entry_id = ?1 AND address = ?2 ORDER BY id")
                .setParameter(1, entryId).setParameter(2, address).setMaxResults(1).getResultList();
        return found.isEmpty() ? null : String.valueOf(found.get(0));
    }
}
