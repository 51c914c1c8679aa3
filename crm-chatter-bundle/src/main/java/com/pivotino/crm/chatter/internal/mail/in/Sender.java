package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.util.List;
import javax.persistence.EntityManager;

/**
 * Who sent a mail (SEMANTICS L4).
 *
 * @param person a user or contact, or null for an address that is nobody's
 * @param known  whether they may write on the thread
 */
record Sender(PersonRef person, String name, String email, boolean known) {

    boolean isUser() {
        return person != null && person.isUser();
    }

    static Sender of(IncomingMail mail, ThreadMatch match, ChatterCore core, EntityManager em) {
        Directory directory = core.directory();
        PersonRef person = match.person() != null ? match.person() : byAddress(mail.sender(), directory);
        String name = name(person, mail, directory);
        boolean known = match.byToken() || person != null && takesPart(person, match, core, em)
                || isRecordsAddress(mail, match, core, em) || new MailInStore(em).wasMailed(match.record(), mail.sender());
        boolean active = person == null || !person.isUser() || directory.user(person.id()).map(User::active).orElse(false);
        return new Sender(person, name, mail.sender(), known && active);
    }

    private static PersonRef byAddress(String address, Directory directory) {
        if (address.isEmpty()) {
            return null;
        }
        List<User> users = directory.usersAddressed(List.of(address));
        if (!users.isEmpty()) {
            return PersonRef.user(users.get(0).id());
        }
        List<Contact> contacts = directory.contactsAddressed(List.of(address));
        return contacts.isEmpty() ? null : PersonRef.contact(contacts.get(0).id());
    }

    private static String name(PersonRef person, IncomingMail mail, Directory directory) {
        String own = person == null ? null : person.isUser() ? directory.user(person.id()).map(User::name).orElse(null)
                : directory.contact(person.id()).map(Contact::name).orElse(null);
        return own != null && !own.isBlank() ? own : mail.fromName().isEmpty() ? mail.sender() : mail.fromName();
    }

    /** A colleague who may read the record, somebody who follows it, or its customer. */
    private static boolean takesPart(PersonRef person, ThreadMatch match, ChatterCore core, EntityManager em) {
        boolean follows = new ChatterStore(em).following(match.record(), person).isPresent();
        if (person.isUser()) {
            return follows || core.isReadable(core.directory().actor(person.id()), match.record());
        }
        return follows || core.records(em).find(match.record()).map(TrackedRecord::customerId).filter(id -> id == person.id()).isPresent();
    }

    private static boolean isRecordsAddress(IncomingMail mail, ThreadMatch match, ChatterCore core, EntityManager em) {
        return core.records(em).find(match.record()).map(TrackedRecord::email)
                .filter(email -> email.strip().equalsIgnoreCase(mail.sender())).isPresent();
    }
}
