package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.attachment.AttachmentService;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.mail.event.CalendarMailReceived;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.chatter.internal.mail.MailAddress;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.pivotino.crm.chatter.internal.mail.template.MailTexts;
import com.pivotino.crm.chatter.internal.message.MailedMessages;
import com.pivotino.crm.chatter.internal.message.Reach;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a mail that came in (SEMANTICS L3 to L6, C2): an entry of the thread that it answers, a bounce of
 * a mail of ours, an opportunity of a team, or one more in the quarantine. A mail that comes again changes nothing.
 */
@Component(service = MailIntake.class)
public final class MailIntake {

    private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);
    private static final int MOST = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final String NO_THREAD = "none";

    private final ChatterCore core;
    private final MailSettings settings;
    private final MailedMessages messages;
    private final AttachmentService attachments;
    private final ExternalPosting posting;
    private final BouncedMail bounces;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile OpportunityService opportunities;

    @Activate
    public MailIntake(@Reference ChatterCore core, @Reference MailSettings settings, @Reference MailedMessages messages,
            @Reference AttachmentService attachments, @Reference ExternalPosting posting) {
        this.core = core;
        this.settings = settings;
        this.messages = messages;
        this.attachments = attachments;
        this.posting = posting;
        this.bounces = new BouncedMail(core, settings);
    }

    /** With somebody who makes opportunities. */
    public MailIntake with(OpportunityService service) {
        opportunities = service;
        return this;
    }

    /**
     * Takes a mail in; when this returns, it is safe.
     *
     * @param envelope recipients of the envelope, may be empty
     * @param nobody   whether the envelope's sender is empty
     */
    public void receive(byte[] raw, Collection<MailAddress> envelope, boolean nobody) {
        IncomingMail mail;
        try {
            mail = MailReader.read(raw, envelope, nobody).copiedWithout(settings::isOurs);
        } catch (MessagingException e) {
            LOG.info("A mail of {} bytes cannot be read: {}", raw.length, e.toString());
            quarantine(IncomingMail.unreadable(MailReader.sha256(raw), envelope), raw, "unreadable");
            return;
        }
        if (mail.ours()) {
            note(mail, raw, "dropped", "loop");
        } else if (!bounces.take(mail, raw.length)) {
            place(mail, raw);
        }
    }

    private void place(IncomingMail mail, byte[] raw) {
        Optional<ThreadMatch> match = core.read(em -> ThreadMatch.of(mail, settings.address(), em));
        if (mail.calendar() != null) {
            calendar(mail, match.map(ThreadMatch::record).orElse(null), raw);
        }
        if (mail.calendar() != null && (match.isEmpty() || "REPLY".equals(mail.calendar().method()))) {
            return;
        }
        if (match.isEmpty()) {
            Long team = mail.recipients().stream().map(settings::teamOf).filter(id -> id != null).findFirst().orElse(null);
            NewDeal deals = new NewDeal(core, posting, opportunities);
            if (team == null || mail.automatic() || !deals.make(mail, team, raw.length)) {
                quarantine(mail, raw, mail.automatic() && team != null ? "automatic" : "unknown_thread");
            }
            return;
        }
        Sender sender = core.read(em -> Sender.of(mail, match.get(), core, em));
        if (!sender.known()) {
            quarantine(mail, raw, "unknown_sender");
            return;
        }
        try {
            post(mail, match.get(), sender, raw.length);
        } catch (CrmException e) {
            quarantine(mail, raw, "refused: " + e.getMessage());
        }
    }

    /** Posts what an administrator or the thread says belongs to a record. @return the entry, null if it was there already */
    private Long post(IncomingMail mail, ThreadMatch match, Sender sender, long size) {
        RecordRef record = match.record();
        if (core.read(em -> new MailInStore(em).knows(mail.messageId(), record.toString()))) {
            return null;
        }
        boolean user = sender.isUser() && !mail.automatic();
        Actor actor = user ? core.directory().actor(sender.person().id()) : null;
        if (user) {
            NewMessage message = colleague(mail, match, upload(actor, mail));
            Reach reach = messages.reach(actor, record, message);
            return core.act(actor, Set.of(record), (em, tx) -> once(em, tx, mail, record, size,
                    folded -> messages.postMailed(actor, record, message, reach).id()));
        }
        ExternalPosting.Kept kept = posting.keep(mail);
        ExternalPosting.Target target = posting.target(record, match.entryId(), sender);
        return core.automation(Set.of(record), (em, tx) -> once(em, tx, mail, record, size,
                folded -> posting.post(em, tx, target, sender, mail, kept, folded).id()));
    }

    /** What makes the entry. */
    private interface Making {
        Long make(boolean folded);
    }

    private Long once(EntityManager em, Transaction tx, IncomingMail mail, RecordRef record, long size, Making making) {
        MailInStore store = new MailInStore(em);
        if (store.knows(mail.messageId(), record.toString())) {
            return null;
        }
        boolean folded = mail.automatic() || store.count(mail.sender(), record, tx.now().minus(WITHIN)) >= MOST;
        Long entry = making.make(folded);
        store.add(new MailInEntity(mail, record.toString(), size, tx.now()).posted(record, entry, folded));
        return entry;
    }

    /** A colleague's answer is what they would have written in the product: a note stays a note (SEMANTICS C2). */
    private NewMessage colleague(IncomingMail mail, ThreadMatch match, List<Long> files) {
        return new NewMessage(NewMessage.MESSAGE, body(mail), "html", null, files, match.entryId(), null, null, null);
    }

    private String body(IncomingMail mail) {
        return mail.body().text().isBlank() ? mail.body().html() : MailTexts.html(MailBody.fresh(mail));
    }

    private List<Long> upload(Actor actor, IncomingMail mail) {
        List<Long> ids = new ArrayList<>();
        for (IncomingMail.File file : mail.files()) {
            try {
                ids.add(attachments.upload(actor, file.name(), file.type(), new ByteArrayInputStream(file.content())).id());
            } catch (CrmException e) {
                LOG.info("A file that came by mail was not taken in: {}", e.code());
            }
        }
        return ids;
    }

    private void calendar(IncomingMail mail, RecordRef record, byte[] raw) {
        core.automation(Set.of(), (em, tx) -> {
            MailInStore store = new MailInStore(em);
            if (!store.knows(mail.messageId(), "calendar")) {
                MailInEntity noted = store.add(new MailInEntity(mail, "calendar", raw.length, tx.now())
                        .noted("calendar", mail.calendar().method(), record));
                RecordRef about = record == null ? new RecordRef("mail", noted.id()) : record;
                tx.publish(about, new CalendarMailReceived(mail.sender(), mail.calendar().method(), mail.calendar().object()));
            }
            return null;
        });
    }

    private void note(IncomingMail mail, byte[] raw, String state, String reason) {
        core.automation(Set.of(), (em, tx) -> {
            MailInStore store = new MailInStore(em);
            return store.knows(mail.messageId(), NO_THREAD) ? null
                    : store.add(new MailInEntity(mail, NO_THREAD, raw.length, tx.now()).noted(state, reason, null));
        });
    }

    private void quarantine(IncomingMail mail, byte[] raw, String reason) {
        String sha256 = posting.files().keepRaw(raw);
        core.automation(Set.of(), (em, tx) -> {
            MailInStore store = new MailInStore(em);
            return store.knows(mail.messageId(), NO_THREAD) ? null
                    : store.add(new MailInEntity(mail, NO_THREAD, raw.length, tx.now()).quarantine(reason, sha256));
        });
    }

    /** A mail and where an administrator places it. */
    record Placed(IncomingMail mail, Sender sender, ExternalPosting.Target target) {
    }

    /** Reads a mail out of the quarantine and asks partners' policies, so before the act that places it. */
    Placed placed(byte[] raw, RecordRef record) {
        try {
            IncomingMail mail = MailReader.read(raw, List.of(), false);
            Sender sender = core.read(em -> Sender.of(mail, new ThreadMatch(record, null, null, false), core, em));
            return new Placed(mail, sender, posting.target(record, null, sender));
        } catch (MessagingException e) {
            throw new CrmException(CrmException.Kind.CONFLICT, "unreadable", "This mail cannot be read.", List.of(), java.util.Map.of(), e);
        }
    }

    /** Posts it on the record that the administrator names. */
    Long post(Placed placed, EntityManager em, Transaction tx) {
        return posting.post(em, tx, placed.target, placed.sender, placed.mail, posting.keep(placed.mail), false).id();
    }
}
