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
        if (core.read(em -> new MailInStore(em).knows(mail.messageId(), THREAD + team))) {
            return true;
        }
        ExternalPosting.Kept kept = posting.keep(mail);
        core.automation(Set.of(), (em, tx) -> {
            MailInStore store = new MailInStore(em);
            List<Contact> before = core.directory().contactsAddressed(List.of(mail.sender()));
            NewOpportunity what = opportunity(mail, team, before.isEmpty() ? null : before.get(0));
            RecordRef record = RecordRef.opportunity(opportunities.create(
                    new Call(Actor.system(ZoneOffset.UTC), "automation", null), what).value().id());
            List<Contact> contacts = core.directory().contactsAddressed(List.of(mail.sender()));
            PersonRef person = contacts.isEmpty() ? null : PersonRef.contact(contacts.get(0).id());
            Sender sender = new Sender(person, mail.fromName().isEmpty() ? mail.sender() : mail.fromName(), mail.sender(), true);
            Long entry = posting.post(em, tx, posting.target(record), sender, mail, kept, false).id();
            store.add(new MailInEntity(mail, THREAD + team, size, tx.now()).noted("opportunity", null, record));
            store.add(new MailInEntity(mail, record.toString(), size, tx.now()).posted(record, entry, false));
            return null;
        });
        return true;
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
