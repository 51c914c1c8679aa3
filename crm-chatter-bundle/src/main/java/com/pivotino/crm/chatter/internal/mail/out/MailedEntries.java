package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.chatter.internal.mail.out.MailedEntry.File;
import java.util.List;
import javax.persistence.EntityManager;

/** Entries of feeds as mails carry them; joins the running transaction. */
final class MailedEntries {

    private final EntityManager em;

    MailedEntries(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("unchecked")
    MailedEntry find(long id) {
        List<Object[]> rows = em.createNativeQuery("SELECT kind, reply_to FROM ch_entry WHERE id = ?1").setParameter(1, id).getResultList();
        if (rows.isEmpty()) {
            return MailedEntry.NONE;
        }
        List<Object[]> files = em.createNativeQuery("SELECT id, name, size FROM ch_attachment WHERE entry_id = ?1 ORDER BY id")
                .setParameter(1, id).getResultList();
        Number replyTo = (Number) rows.get(0)[1];
        return new MailedEntry((String) rows.get(0)[0], replyTo == null ? null : replyTo.longValue(), files.stream()
                .map(row -> new File(((Number) row[0]).longValue(), (String) row[1], ((Number) row[2]).longValue())).toList());
    }
}
