package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.MessageDetail;
import com.pivotino.crm.api.chatter.MessageService;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells those once more whom an entry has not reached (SEMANTICS L2); by its author, or who may change the record. */
@Component(service = Resending.class)
public final class Resending {

    private final ChatterCore core;
    private final MessageService messages;

    @Activate
    public Resending(@Reference ChatterCore core, @Reference MessageService messages) {
        this.core = core;
        this.messages = messages;
    }

    /** @param resent how many people are told once more */
    public record Resent(long resent) {
    }

    /** What has failed or bounced goes again from the beginning, under the same Message-ID; what was told is not told twice. */
    public Resent resend(Actor actor, long entryId) {
        MessageDetail message = messages.message(actor, entryId);
        RecordRef record = message.record();
        boolean mine = actor.user() != null && message.entry().author() != null && actor.user().isUser()
                && message.entry().author().kind().equals("user") && message.entry().author().id() == actor.user().id();
        return core.act(actor, Set.of(record), (em, tx) -> {
            if (!mine) {
                core.index().requireWritable(actor, record);
            }
            Timestamp now = Timestamp.valueOf(LocalDateTime.ofInstant(tx.now(), ZoneOffset.UTC));
            new MailStore(em).ofEntry(entryId).stream().filter(MailEntity::isFailed).forEach(mail -> mail.queueAgain(tx.now()));
            em.flush();
            int told = em.createNativeQuery("UPDATE ch_delivery SET state = 'pending', reason = NULL, attempts = 0, next_at = ?1,"
                    + " settled_at = NULL, claimed_by = NULL, claimed_until = NULL, version = version + 1"
                    + " WHERE entry_id = ?2 AND state IN ('failed', 'bounced')").setParameter(1, now).setParameter(2, entryId)
                    .executeUpdate();
            return new Resent(told);
        });
    }
}
