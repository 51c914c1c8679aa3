package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.chatter.internal.content.Html;
import com.pivotino.crm.chatter.internal.content.MessageFormatter;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.domain.MessageText;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.file.FileLinks;
import com.pivotino.crm.chatter.internal.file.IncomingFiles;
import com.pivotino.crm.chatter.internal.message.Author;
import com.pivotino.crm.chatter.internal.message.MessagePosting;
import com.pivotino.crm.chatter.internal.message.Reach;
import com.pivotino.crm.chatter.internal.message.Vetting;
import com.pivotino.crm.chatter.internal.recipient.ChannelIds;
import com.pivotino.crm.chatter.internal.recipient.RecipientPolicies;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Makes entries of what came by mail from people outside, and keeps the files that came with it. */
@Component(service = ExternalPosting.class)
public final class ExternalPosting {

    private final ChatterCore core;
    private final DirectoryAdmin admin;
    private final SettingsService settings;
    private final IncomingFiles files;
    private final ChannelIds channels;
    private final Vetting vetting;
    private final MailBody bodies = new MailBody(new MessageFormatter());

    @Activate
    public ExternalPosting(@Reference ChatterCore core, @Reference DirectoryAdmin admin, @Reference SettingsService settings,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) FileStore files, @Reference ChannelIds channels,
            @Reference RecipientPolicies policies) {
        this.core = core;
        this.admin = admin;
        this.settings = settings;
        this.channels = channels;
        this.vetting = new Vetting(core, policies);
        this.files = new IncomingFiles(core, files);
    }

    /** The files of a mail, kept, and the names of those that were not. */
    record Kept(List<Long> ids, List<String> refused) {
    }

    /**
     * Where a mail goes.
     *
     * @param entryId the entry that it answers, or null
     */
    record Target(RecordRef record, Long entryId, Reach reach) {
    }

    /** Of a record that is there; asks partners' policies, so before the act. */
    Target target(RecordRef record, Long entryId, Sender sender) {
        return new Target(record, entryId, vetting.ofFollowers(record, author(sender), Reach.by(channels.partners())));
    }

    private static Author author(Sender sender) {
        return new Author(sender.person(), sender.name(), sender.email());
    }

    Kept keep(IncomingMail mail) {
        List<Long> ids = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (IncomingMail.File file : mail.files()) {
            Optional<Long> id = files.keep(file.name(), file.type(), file.content(), (long) settings.current().attachmentLimitMb() << 20);
            id.ifPresentOrElse(ids::add, () -> refused.add(file.name()));
        }
        return new Kept(ids, refused);
    }

    IncomingFiles files() {
        return files;
    }

    /** Safe HTML of the mail, with a line about files that were not taken in. */
    String html(IncomingMail mail, Kept kept) {
        String html = bodies.html(mail);
        return kept.refused().isEmpty() ? html
                : html + "<p><em>Not taken in: " + Html.escape(String.join(", ", kept.refused())) + "</em></p>";
    }

    /**
     * Posts; joins the running act, which locks the record.
     *
     * @param target what it belongs to
     * @param folded stands closed and tells nobody (SEMANTICS L6)
     */
    FeedLine post(EntityManager em, Transaction tx, Target target, Sender sender, IncomingMail mail, Kept kept, boolean folded) {
        RecordRef ref = target.record();
        Long replyTo = target.entryId();
        ChatterStore store = new ChatterStore(em);
        TrackedRecord record = core.records(em).find(ref).orElseThrow(() -> CrmException.notFound("The record"));
        Optional<FeedLine> answered = replyTo == null ? Optional.empty() : store.line(replyTo).filter(line -> line.record().equals(ref));
        String kind = folded ? MessageText.NOTE : MessageText.MESSAGE;
        NamedPerson author = sender.person() == null ? null
                : new NamedPerson(sender.person().kind().name().toLowerCase(Locale.ROOT), sender.person().id(), sender.name());
        FeedLine entry = new FeedLine(ref, new MessageText(kind, null, "html", html(mail, kept), answered.map(FeedLine::id).orElse(null)),
                author, tx.now(), tx.causeId());
        entry.from(sender.name(), sender.email());
        if (folded) {
            entry.fold();
        } else if (answered.filter(line -> line.isMessage() && line.isInternal()).isPresent()) {
            entry.mark("answer_to_internal_note");
        }
        FeedLine posted = new MessagePosting(em, core, admin, settings.current(), target.reach())
                .receive(record, entry, author(sender), tx);
        new FileLinks(em).link(IncomingFiles.NOBODY, ref, kept.ids(), posted.id(), null);
        return posted;
    }
}
