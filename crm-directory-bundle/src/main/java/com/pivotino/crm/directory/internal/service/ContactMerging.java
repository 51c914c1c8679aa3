package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.directory.event.ContactMerged;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.directory.internal.domain.ContactCard;
import com.pivotino.crm.directory.internal.domain.ContactMemo;
import com.pivotino.crm.directory.internal.store.ContactStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one of several contacts that are the same: the others become part of one that stays. What other bundles keep of them
 * goes along by their reactions to {@link ContactMerged}, in the same act, and the act can be undone as one.
 */
public final class ContactMerging {

    private static final int MOST = 20;
    private static final String OWNER = "directory";

    private final Acts acts;
    private final ContactService contacts;
    private final ContactStore store;
    private final Edits edits;
    private final SettingsService settings;

    ContactMerging(Acts acts, ContactService contacts, ContactStore store, Edits edits, SettingsService settings) {
        this.acts = acts;
        this.contacts = contacts;
        this.store = store;
        this.edits = edits;
        this.settings = settings;
    }

    /** The part of the undo event that is ours. */
    public record Undone(Steps steps) {
    }

    /** Last step first. */
    public record Steps(List<ContactMemo.Step> directory) {
    }

    /**
     * Merges the contacts {@code from} into the one that stays. What it has is kept; what it lacks is taken from the others in
     * their order; an effect tells what is lost by that.
     */
    public Answer<Contact> merge(Actor actor, long id, Long ifMatch, MergePatch input) {
        actor.requireManager();
        input.allowing(Set.of("from"), Set.of());
        RecordRef record = ContactService.record(id);
        Set<Long> from = new LinkedHashSet<>(input.ids("from"));
        if (from.isEmpty() || from.size() > MOST || from.stream().anyMatch(other -> other < 1 || other == id)) {
            throw CrmException.invalid("from", "invalid", "Name 1 to " + MOST + " other contacts.");
        }
        Set<RecordRef> locks = new LinkedHashSet<>(from.stream().map(ContactService::record).toList());
        locks.add(record);
        return acts.run(Act.of(actor, "api", locks).undoable(settings.current().undoSeconds()), tx -> {
            ContactCard kept = contacts.live(id);
            edits.requireVersion(record, kept.contact(), ifMatch);
            List<ContactCard> gone = from.stream().map(this::other).toList();
            ContactMemo before = ContactMemo.of(kept);
            take(tx, kept, gone);
            keepStep(tx, kept, before);
            ContactService.publish(tx, kept.contact(), false);
            gone.forEach(card -> leave(tx, card, kept));
            return kept.contact();
        });
    }

    private ContactCard other(long id) {
        return store.find(id).filter(card -> !card.isDeleted()).orElseThrow(
                () -> CrmException.invalid("from", "not_found", "There is no contact " + id + "."));
    }

    private void take(Transaction tx, ContactCard kept, List<ContactCard> gone) {
        Contact now = kept.contact();
        NewContact all = new NewContact(now.name(), now.email(), now.phone(), now.company());
        boolean bounced = now.bounced();
        for (Contact other : gone.stream().map(ContactCard::contact).toList()) {
            bounced = all.email() == null ? other.bounced() : bounced;
            lost(tx, other, "email", all.email(), other.email());
            lost(tx, other, "phone", all.phone(), other.phone());
            lost(tx, other, "company", all.company(), other.company());
            all = new NewContact(all.name(), or(all.email(), other.email()), or(all.phone(), other.phone()),
                    or(all.company(), other.company()));
        }
        NewContact next = all;
        boolean comesBack = bounced;
        Set<String> terms = kept.terms();
        edits.apply(tx, ContactService.record(now.id()), Edits.editable(kept::facts, kept::contact, () -> store.flush(kept, terms)),
                null, Set.of(), () -> kept.edit(next, comesBack));
    }

    private static void lost(Transaction tx, Contact other, String member, String kept, String lost) {
        if (kept != null && lost != null && !kept.equalsIgnoreCase(lost)) {
            tx.effect(new Effect("contact.notKept", ContactService.record(other.id()),
                    "The " + member + " " + lost + " of " + other.name() + " is not kept."));
        }
    }

    private void leave(Transaction tx, ContactCard card, ContactCard kept) {
        Contact contact = card.contact();
        ContactMemo before = ContactMemo.of(card);
        Set<String> terms = card.terms();
        card.mergeInto(kept.contact().id(), tx.now());
        store.forget(card, terms);
        keepStep(tx, card, before);
        tx.publish(ContactService.record(contact.id()),
                new ContactMerged(contact.id(), new NamedRef(kept.contact().id(), kept.contact().name())));
        ContactService.publish(tx, card.contact(), true);
    }

    private static void keepStep(Transaction tx, ContactCard card, ContactMemo before) {
        tx.undoStep(ContactService.record(card.contact().id()), OWNER, new ContactMemo.Step(before, ContactMemo.of(card)));
    }

    /** Puts a contact back to what it was before a merge that is undone, unless somebody has edited it since. */
    public void putBack(Transaction tx, RecordRef record, Undone undone) {
        List<ContactMemo.Step> steps = undone.steps().directory();
        if (steps == null || steps.isEmpty()) {
            return;
        }
        ContactCard card = store.find(record.id()).orElseThrow(() -> CrmException.notFound("The contact"));
        if (!ContactMemo.of(card).equals(steps.get(0).after())) {
            throw new CrmException(CrmException.Kind.VERSION_CONFLICT, "version_conflict", "\u201c" + card.contact().name()
                    + "\u201d has been changed since, so this cannot be taken back.", List.of(),
                    Map.of("current", card.contact()), null);
        }
        Set<String> terms = card.isDeleted() ? Set.of() : card.terms();
        edits.apply(tx, record, Edits.editable(card::facts, card::contact, () -> { }), null, Set.of(),
                () -> card.restore(steps.get(steps.size() - 1).before(), tx.now()));
        store.flush(card, terms);
        ContactService.publish(tx, card.contact(), card.isDeleted());
    }

    private static String or(String kept, String other) {
        return kept == null ? other : kept;
    }
}
