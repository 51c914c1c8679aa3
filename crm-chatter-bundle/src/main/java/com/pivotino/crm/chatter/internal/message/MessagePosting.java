package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.event.CustomerIdentified;
import com.pivotino.crm.api.chatter.event.MessagePosted;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.chatter.internal.delivery.DeliveryStore;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.domain.Mention;
import com.pivotino.crm.chatter.internal.domain.MessageText;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.file.FileLinks;
import com.pivotino.crm.chatter.internal.follower.Followers;
import com.pivotino.crm.chatter.internal.recipient.Party;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/** Posts messages and notes inside one act: the entry, its files, the people cited, and everybody who is told of it. */
public final class MessagePosting {

    private final EntityManager em;
    private final ChatterStore store;
    private final ChatterCore core;
    private final DirectoryAdmin admin;
    private final Settings settings;
    private final Reach reach;

    public MessagePosting(EntityManager em, ChatterCore core, DirectoryAdmin admin, Settings settings, Reach reach) {
        this.em = em;
        this.store = new ChatterStore(em);
        this.core = core;
        this.admin = admin;
        this.settings = settings;
        this.reach = reach;
    }

    /** A new entry, and the names that could not be resolved. */
    record Posted(FeedLine entry, List<String> unresolved) {
    }

    /** SEMANTICS C1, C2: a reply to what is internal is a note, whatever it says itself. */
    boolean isNote(MessageDraft draft, TrackedRecord record) {
        FeedLine parent = parent(draft.input().replyTo(), record);
        return parent == null ? MessageText.NOTE.equals(draft.input().kind())
                : parent.isInternal() || MessageText.NOTE.equals(draft.input().kind());
    }

    private FeedLine parent(Long id, TrackedRecord record) {
        return id == null ? null : store.line(id).filter(line -> line.record().equals(record.ref()) && !line.isHidden())
                .orElseThrow(() -> CrmException.invalid("replyTo", "invalid", "There is no such entry in this feed."));
    }

    Posted post(TrackedRecord record, MessageDraft draft, Transaction tx) {
        Author author = Author.of(tx.actor());
        boolean note = isNote(draft, record);
        RecipientResolver resolver = resolver(record);
        requireSameState(draft, resolver);
        RecipientResolver.Resolved resolved = resolver.resolve(draft, note, author.person());
        requireActive(resolved.inactive());
        grantAccess(record, draft.input().grantAccess(), resolved.withoutAccess(), tx);
        requireConfirmed(resolved.answer().unconfirmed());
        MessageText text = new MessageText(note ? MessageText.NOTE : MessageText.MESSAGE, draft.input().body(), draft.format(),
                resolved.cited().body().html(), draft.input().replyTo());
        FeedLine entry = add(new FeedLine(record.ref(), text, author.named(), tx.now(), tx.causeId()));
        new FileLinks(em).link(tx.actor().userId(), record.ref(), draft.input().attachmentIds(), entry.id(), null);
        cite(entry, resolved.cited());
        tell(entry, record, withContacts(resolved, record, tx), tx);
        if (settings.followOnPost() && author.isUser() && !ChatterCore.MAIL.equals(tx.cause())) {
            new Followers(store, tx).add(record, author.person(), author.name(), true);
        }
        return new Posted(entry, resolved.cited().body().unresolved());
    }

    /**
     * Posts what somebody outside wrote: a message to the followers. Cites nobody, gives nobody access, and makes nobody
     * follow (SEMANTICS X8). Folded ones tell nobody (L6).
     *
     * @param entry made of safe HTML by the caller, with its marks
     */
    public FeedLine receive(TrackedRecord record, FeedLine entry, Author author, Transaction tx) {
        add(entry);
        RecipientResolver resolver = resolver(record);
        Recipients.Answer answer = entry.isFolded() ? new Recipients.Answer(List.of(), List.of(), List.of(), Set.of())
                : resolver.followersOnly(author);
        tell(entry, record, answer, tx);
        return entry;
    }

    RecipientResolver resolver(TrackedRecord record) {
        return new RecipientResolver(core.directory(), record, store.followings(record.ref()), reach);
    }

    private FeedLine add(FeedLine entry) {
        store.add(entry);
        store.flush();
        return entry;
    }

    void cite(FeedLine entry, MentionResolver.Cited cited) {
        Set<PersonRef> people = new LinkedHashSet<>(cited.direct());
        people.addAll(cited.byTeam());
        people.forEach(person -> store.add(new Mention(entry.id(), person.isUser() ? "user" : "contact", person.id())));
    }

    private void tell(FeedLine entry, TrackedRecord record, Recipients.Answer answer, Transaction tx) {
        if (!entry.isInternal()) {
            store.followingsOutside(record.ref()).forEach(following -> following.extendAccess(tx.now()));
        }
        DomainEvent event = tx.publish(record.ref(), new MessagePosted(entry.id(), entry.kind(), entry.replyTo()));
        new DeliveryWriter(new DeliveryStore(em), settings.mailDelaySeconds()).write(answer, entry, record, event, tx);
    }

    private static void requireSameState(MessageDraft draft, RecipientResolver resolver) {
        String token = draft.input().previewToken();
        if (token != null && !token.equals(PreviewToken.of(resolver.state())) || !resolver.isAsAsked()) {
            throw CrmException.conflict("recipients_changed", "The followers or the customer have changed since the preview.");
        }
    }

    static void requireActive(List<Party> inactive) {
        if (!inactive.isEmpty()) {
            String names = names(inactive);
            throw CrmException.refused("inactive_person", names + " is not active any more.",
                    List.of(new FieldProblem("body", "inactive_person", names + " is not active any more.")));
        }
    }

    static void requireConfirmed(Set<String> unconfirmed) {
        if (!unconfirmed.isEmpty()) {
            throw new CrmException(CrmException.Kind.VALIDATION, "external_confirmation_required",
                    "This note also goes to " + String.join(", ", unconfirmed) + ".", unconfirmed.stream().map(address ->
                    new FieldProblem("confirmExternal", "external_confirmation_required", address)).toList(),
                    Map.of("addresses", List.copyOf(unconfirmed)), null);
        }
    }

    /** SEMANTICS V5: who may change the record may let colleagues in whom they mention. */
    void grantAccess(TrackedRecord record, List<PersonRef> granted, List<Party> withoutAccess, Transaction tx) {
        List<Party> refused = withoutAccess.stream().filter(party -> !granted.contains(party.person())).toList();
        if (!refused.isEmpty()) {
            throw new CrmException(CrmException.Kind.VALIDATION, "mention_without_access",
                    names(refused) + " cannot read this record.", refused.stream().map(party ->
                    new FieldProblem("grantAccess", "mention_without_access", party.name())).toList(),
                    Map.of("people", refused.stream().map(Party::person).toList()), null);
        }
        if (!withoutAccess.isEmpty()) {
            core.index().requireWritable(tx.actor(), record.ref());
            withoutAccess.forEach(party -> new Followers(store, tx).add(record, party.person(), party.name(), false));
        }
    }

    /** Makes contacts of new addresses, and the record's own address its customer (SEMANTICS X5). */
    private Recipients.Answer withContacts(RecipientResolver.Resolved resolved, TrackedRecord record, Transaction tx) {
        Recipients.Answer answer = resolved.answer();
        List<Recipients.Told> told = new ArrayList<>();
        for (Recipients.Told one : answer.told()) {
            Party party = one.party().person() != null ? one.party() : contact(one.party(), tx.actor());
            told.add(new Recipients.Told(party, one.channel(), one.why()));
            if (record.customerId() == null && resolved.customer() != null && !party.isUser()
                    && Party.normal(resolved.customer().email()).equals(Party.normal(party.email()))) {
                tx.publish(record.ref(), new CustomerIdentified(Party.normal(party.email()),
                        new NamedRef(party.person().id(), party.name())));
            }
        }
        return new Recipients.Answer(answer.suggested(), told, answer.skipped(), answer.unconfirmed());
    }

    private Party contact(Party address, Actor actor) {
        Contact contact = admin.findContactByEmail(address.email())
                .orElseGet(() -> admin.createContact(actor, new NewContact(null, address.email(), null, null)));
        return RecipientResolver.known(address, contact);
    }

    private static String names(List<Party> parties) {
        return parties.stream().map(Party::name).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
