package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.imports.internal.plan.ParsedRow;
import com.pivotino.crm.imports.internal.value.PersonName;
import java.util.Locale;

/**
 * By what a row names a contact.
 *
 * @param name    or null
 * @param email   in lower case, or null
 * @param own     whether the address is certainly the contact's own: another one then means somebody else. An opportunity's
 *                address may as well be that of somebody in the same company.
 * @param company or null
 */
record CustomerKey(String name, String email, boolean own, String company) {

    CustomerKey {
        email = email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    /** The customer of an opportunity; null if the row names none, or one by {@code #id}. */
    static CustomerKey ofOpportunity(ParsedRow draft) {
        String name = draft.cell("customer");
        boolean own = draft.cell("customerEmail") != null;
        return name == null || name.startsWith("#") ? null
                : new CustomerKey(name, own ? draft.cell("customerEmail") : draft.cell("email"), own, draft.cell("customerCompany"));
    }

    /** A contact as such. */
    static CustomerKey ofContact(ParsedRow draft) {
        return new CustomerKey(draft.cell("name"), draft.cell("email"), draft.cell("email") != null, draft.cell("company"));
    }

    boolean isCalled(String other) {
        return name != null && PersonName.key(name).equals(PersonName.key(other));
    }

    /** What two rows have to share to mean one contact that is not there yet. */
    String key() {
        return own ? "<" + email + ">" : company == null ? PersonName.key(name) : PersonName.key(name) + " / " + PersonName.key(company);
    }
}
