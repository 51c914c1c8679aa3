package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** New mail to a team's address makes an opportunity of that team, with the mail as its first message (SEMANTICS L3). */
final class NewDeal {

    private static final String THREAD = "team:";

    private final ChatterCore core;
    private final ExternalPosting posting;
    private final OpportunityService opportunities;

    /** @param opportunities or null while nobody makes any */
    NewDeal(ChatterCore core, ExternalPosting posting, OpportunityService opportunities) {
        this.core = core;
        this.posting = posting;
        this.opportunities = opportunities;
    }

    /** @return whether it was made, now or before */
    boolean make(IncomingMail mail, long team, long size) {
        if (opportunities == null || mail.from() == null) {
            return false;
        }
        RecordRef record = core.read(em -> new MailInStore(em).find(mail.messageId(), THREAD + team)).map(MailInEntity::record)
                .orElseGet(() -> opportunity(mail, team, size));
        if (!core.read(em -> new MailInStore(em).knows(mail.messageId(), record.toString()))) {
            post(mail, record, size);
        }
        return true;
    }

    private RecordRef opportunity(IncomingMail mail, long team, long size) {
        return core.automation(Set.of(), (em, tx) -> {
            NewOpportunity what = opportunity(mail, team, contact(mail).orElse(null));
            RecordRef record = RecordRef.opportunity(opportunities.create(
                    new Call(Actor.system(ZoneOffset.UTC), "automation", null), what).value().id());
            new MailInStore(em).add(new MailInEntity(mail, THREAD + team, size, tx.now()).noted("opportunity", null, record));
            return record;
        });
    }

    /**
     * In an act of its own, for partners' policies are asked before it. A mail whose message is still missing comes again: its
     * server was not told that it was taken.
     */
    private void post(IncomingMail mail, RecordRef record, long size) {
        PersonRef person = contact(mail).map(known -> PersonRef.contact(known.id())).orElse(null);
        Sender sender = new Sender(person, mail.fromName().isEmpty() ? mail.sender() : mail.fromName(), mail.sender(), true);
        ExternalPosting.Kept kept = posting.keep(mail);
        ExternalPosting.Target target = posting.target(record, null, sender);
        core.automation(Set.of(record), (em, tx) -> {
            MailInStore store = new MailInStore(em);
            return store.knows(mail.messageId(), record.toString()) ? null : store.add(new MailInEntity(mail, record.toString(), size,
                    tx.now()).posted(record, posting.post(em, tx, target, sender, mail, kept, false).id(), false));
        });
    }

    private Optional<Contact> contact(IncomingMail mail) {
        return core.directory().contactsAddressed(List.of(mail.sender())).stream().findFirst();
    }

    private static NewOpportunity opportunity(IncomingMail mail, long team, Contact known) {
        String name = mail.subject().isEmpty() ? "Mail from " + mail.sender() : mail.subject();
        NewContact customer = known == null
                ? new NewContact(mail.fromName().isEmpty() ? mail.sender() : mail.fromName(), mail.sender(), null, null) : null;
        return new NewOpportunity(name, known == null ? null : known.id(), customer, mail.sender(), null, null, null, null, team, null,
                null,
                null, null, null, null, null);
    }
}
