package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.event.MessageDeleted;
import com.pivotino.crm.api.chatter.event.MessageEdited;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.chatter.internal.delivery.DeliveryEntity;
import com.pivotino.crm.chatter.internal.delivery.DeliveryStore;
import com.pivotino.crm.chatter.internal.delivery.LateDeliveries;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.domain.Mention;
import com.pivotino.crm.chatter.internal.domain.MessageText;
import com.pivotino.crm.chatter.internal.domain.ReplacedText;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.file.FileLinks;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;

/** Second thoughts about a message, inside one act (SEMANTICS C4, V4): the old text is kept for administrators. */
final class MessageEditing {

    private final EntityManager em;
    private final ChatterStore store;
    private final DeliveryStore deliveries;
    private final Settings settings;
    private final MessagePosting posting;

    MessageEditing(EntityManager em, Settings settings, MessagePosting posting) {
        this.em = em;
        this.store = new ChatterStore(em);
        this.deliveries = new DeliveryStore(em);
        this.settings = settings;
        this.posting = posting;
    }

    /** @return names that could not be resolved */
    List<String> edit(TrackedRecord record, FeedLine entry, MessageDraft draft, Transaction tx) {
        requireEditable(entry, tx);
        new LateDeliveries(em).writeOf(entry.id());
        if (draft.html().isEmpty() && !new FileLinks(em).hasFiles(entry.id())) {
            throw CrmException.invalid("body", "required", "Write something or attach a file.");
        }
        RecipientResolver resolver = posting.resolver(record);
        RecipientResolver.Resolved all = resolver.resolve(draft, entry.isInternal(), entry.isBy(tx.actor().user())
                ? tx.actor().user() : null);
        if (all.cited().body().html().equals(entry.body())) {
            return all.cited().body().unresolved();
        }
        Set<PersonRef> added = added(entry, all.cited());
        MessagePosting.requireActive(all.inactive().stream().filter(party -> added.contains(party.person())).toList());
        posting.grantAccess(record, draft.input().grantAccess(),
                all.withoutAccess().stream().filter(party -> added.contains(party.person())).toList(), tx);
        Recipients.Answer answer = resolver.mentionsOnly(draft, entry.isInternal(), tx.actor().user(), added);
        MessagePosting.requireConfirmed(answer.unconfirmed());
        store.add(new ReplacedText(entry, tx.now(), tx.actor().userId()));
        entry.edit(new MessageText(entry.kind(), draft.input().body(), draft.format(), all.cited().body().html(),
                entry.replyTo()), tx.now());
        posting.cite(entry, new MentionResolver.Cited(all.cited().body(), added, Set.of()));
        DomainEvent event = tx.publish(record.ref(), new MessageEdited(entry.id()));
        new DeliveryWriter(deliveries, settings.mailDelaySeconds()).write(answer, entry, record, event, tx);
        return all.cited().body().unresolved();
    }

    /** People who are cited now, were not before, and have not been told of the entry in another way. */
    private Set<PersonRef> added(FeedLine entry, MentionResolver.Cited cited) {
        Set<PersonRef> added = new LinkedHashSet<>(cited.direct());
        added.addAll(cited.byTeam());
        Set<PersonRef> known = new HashSet<>();
        for (Mention mention : store.mentions(entry.id())) {
            known.add(mention.person());
        }
        deliveries.toldOf(entry.id()).stream().map(DeliveryEntity::person).forEach(known::add);
        added.removeAll(known);
        return added;
    }

    private void requireEditable(FeedLine entry, Transaction tx) {
        if (!entry.isMessage()) {
            throw CrmException.conflict("not_editable", "Only messages and notes can be edited.");
        }
        if (!entry.isBy(tx.actor().user())) {
            throw CrmException.forbidden("Only its author may edit this.");
        }
        boolean late = tx.now().isAfter(entry.at().plus(Duration.ofMinutes(settings.editWindowMinutes())));
        if (entry.isDeleted() || late || !deliveries.mailed(List.of(entry.id())).isEmpty()) {
            throw CrmException.conflict("not_editable", entry.isDeleted() ? "This was deleted."
                    : late ? "The time for editing is over." : "A mail of this has left.");
        }
    }

    void delete(FeedLine entry, Transaction tx) {
        if (!entry.isMessage()) {
            throw CrmException.conflict("not_editable", "Only messages and notes can be deleted.");
        }
        if (!entry.isBy(tx.actor().user()) && !tx.actor().isAdmin()) {
            throw CrmException.forbidden("Only its author or an administrator may delete this.");
        }
        if (entry.isDeleted()) {
            return;
        }
        store.add(new ReplacedText(entry, tx.now(), tx.actor().userId()));
        entry.delete(tx.now());
        new FileLinks(em).release(entry.id());
        new LateDeliveries(em).writeOf(entry.id());
        deliveries.drop(entry.id(), "deleted", tx.now());
        tx.publish(entry.record(), new MessageDeleted(entry.id()));
    }
}
