package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.NewContact;

/** What a merge changes of a contact, at one moment (SEMANTICS P19). */
public record ContactMemo(String name, String email, String phone, String company, boolean bounced, boolean deleted) {

    public static ContactMemo of(ContactCard card) {
        Contact contact = card.contact();
        return new ContactMemo(contact.name(), contact.email(), contact.phone(), contact.company(), contact.bounced(),
                card.isDeleted());
    }

    NewContact members() {
        return new NewContact(name, email, phone, company);
    }

    /** What one act made of one contact. */
    public record Step(ContactMemo before, ContactMemo after) {
    }
}
