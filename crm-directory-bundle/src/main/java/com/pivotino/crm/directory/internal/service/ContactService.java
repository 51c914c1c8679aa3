package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.directory.event.ContactChanged;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.directory.internal.domain.ContactCard;
import com.pivotino.crm.directory.internal.domain.TextNormalization;
import com.pivotino.crm.directory.internal.store.ContactStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Contacts: every user reads, makes and edits them, managers delete them. */
public final class ContactService {

    private static final Set<String> WRITABLE = Set.of("name", "email", "phone", "company", "bounced");
    private static final Set<String> READ_ONLY = Set.of("id", "version");
    private static final String CONTACT = "The contact";
    private static final int MERGES = 20;

    private final Acts acts;
    private final ContactStore store;
    private final Edits edits;

    ContactService(Acts acts, ContactStore store, Edits edits) {
        this.acts = acts;
        this.store = store;
        this.edits = edits;
    }

    public Page<Contact> list(ListQuery query) {
        query.allowing(Set.of("q", "email", "phone", "bounced"));
        return acts.read(() -> store.list(query));
    }

    /** One that became part of another is not found; the problem's {@code mergedInto} names the one that stays. */
    public Contact get(long id) {
        return acts.read(() -> {
            ContactCard card = store.find(id).orElseThrow(() -> CrmException.notFound(CONTACT));
            if (!card.isDeleted()) {
                return card.contact();
            }
            throw kept(card).map(kept -> new CrmException(CrmException.Kind.NOT_FOUND, "not_found",
                    "The contact has become part of " + kept.name() + ".", List.of(),
                    Map.of("mergedInto", new NamedRef(kept.id(), kept.name())), null)).orElseGet(() -> CrmException.notFound(CONTACT));
        });
    }

    /** The one that stays of all that were merged one after the other. */
    private Optional<Contact> kept(ContactCard gone) {
        Optional<ContactCard> card = Optional.of(gone);
        for (int i = 0; i < MERGES && card.isPresent() && card.get().isDeleted(); i++) {
            card = card.map(ContactCard::mergedInto).flatMap(store::find);
        }
        return card.filter(kept -> !kept.isDeleted()).map(ContactCard::contact);
    }

    /** Makes one from the members {@code name, email, phone, company}. */
    public Contact create(Actor actor, MergePatch input) {
        input.allowing(Set.of("name", "email", "phone", "company"), Set.of("id", "version", "bounced"));
        return create(actor, with(new NewContact(null, null, null, null), input));
    }

    Contact create(Actor actor, NewContact contact) {
        return acts.run(Act.of(actor), tx -> {
            Contact made = store.add(new ContactCard(contact, tx.now())).contact();
            publish(tx, made, false);
            return made;
        }).value();
    }

    public Contact patch(Actor actor, long id, Long ifMatch, MergePatch patch) {
        patch.allowing(WRITABLE, READ_ONLY);
        RecordRef record = record(id);
        return acts.run(Act.of(actor, record), tx -> {
            ContactCard card = live(id);
            Contact now = card.contact();
            Set<String> terms = card.terms();
            boolean bounced = patch.has("bounced") ? Boolean.TRUE.equals(patch.flag("bounced")) : now.bounced();
            NewContact next = with(new NewContact(now.name(), now.email(), now.phone(), now.company()), patch);
            Set<String> changed = edits.apply(tx, record,
                    Edits.editable(card::facts, card::contact, () -> store.flush(card, terms)), ifMatch, patch.names(),
                    () -> card.edit(next, bounced));
            if (!changed.isEmpty()) {
                publish(tx, card.contact(), false);
            }
            return card.contact();
        }).value();
    }

    /** Mail to the address came back for good; nothing happens if the contact has another one by now. */
    public void markBounced(Actor actor, long id, String address) {
        RecordRef record = record(id);
        acts.run(Act.of(actor, record), tx -> {
            store.find(id).filter(card -> !card.isDeleted() && card.hasAddress(address)).ifPresent(card -> {
                Set<String> terms = card.terms();
                Contact now = card.contact();
                edits.apply(tx, record, Edits.editable(card::facts, card::contact, () -> store.flush(card, terms)), null,
                        Set.of("bounced"), () -> card.edit(new NewContact(now.name(), now.email(), now.phone(), now.company()), true));
                publish(tx, card.contact(), false);
            });
            return null;
        });
    }

    /** Takes one out of all lists; what refers to it keeps its name. */
    public void delete(Actor actor, long id, Long ifMatch) {
        actor.requireManager();
        RecordRef record = record(id);
        acts.run(Act.of(actor, record), tx -> {
            ContactCard card = live(id);
            edits.requireVersion(record, card.contact(), ifMatch);
            Set<String> terms = card.terms();
            card.delete(tx.now());
            store.forget(card, terms);
            publish(tx, card.contact(), true);
            return null;
        });
    }

    /** Deletes one that nobody has changed since it was made. */
    boolean withdraw(Actor actor, long id) {
        actor.requireManager();
        return acts.run(Act.of(actor, record(id)), tx -> {
            boolean untouched = store.find(id).filter(card -> !card.isDeleted() && card.contact().version() == 1).isPresent();
            if (untouched) {
                delete(actor, id, null);
            }
            return untouched;
        }).value();
    }

    ContactCard live(long id) {
        return store.find(id).filter(card -> !card.isDeleted()).orElseThrow(() -> CrmException.notFound(CONTACT));
    }

    static RecordRef record(long id) {
        if (id < 1) {
            throw CrmException.notFound(CONTACT);
        }
        return new RecordRef("contact", id);
    }

    static void publish(Transaction tx, Contact contact, boolean deleted) {
        tx.publish(new RecordRef("contact", contact.id()),
                new ContactChanged(contact.id(), contact.name(), contact.email(), contact.phone(), deleted));
    }

    private static NewContact with(NewContact contact, MergePatch patch) {
        return new NewContact(patch.has("name") ? patch.text("name", TextNormalization.NAME) : contact.name(),
                patch.has("email") ? patch.text("email", TextNormalization.EMAIL) : contact.email(),
                patch.has("phone") ? patch.text("phone", TextNormalization.PHONE) : contact.phone(),
                patch.has("company") ? patch.text("company", TextNormalization.NAME) : contact.company());
    }
}
