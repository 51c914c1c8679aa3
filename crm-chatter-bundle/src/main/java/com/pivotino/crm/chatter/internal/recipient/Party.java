package com.pivotino.crm.chatter.internal.recipient;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.directory.NotificationPreferences;
import java.util.Locale;

/**
 * Somebody who may get a message, as of now.
 *
 * @param person      null for an address without a contact
 * @param name        the address if there is no name
 * @param email       null if there is none
 * @param active      false for users who have left
 * @param bounced     mail to the address came back for good
 * @param preferences how a user wants to be told; of nobody else
 */
public record Party(PersonRef person, String name, String email, boolean active, boolean bounced,
        NotificationPreferences preferences) {

    /** An address that is nobody's yet. */
    public static Party address(String email) {
        return new Party(null, email, email, true, false, NotificationPreferences.UNCHOSEN);
    }

    public boolean isUser() {
        return person != null && person.isUser();
    }

    /** The same for all links of one person: people are told apart by address where they have one (SEMANTICS X1). */
    String identity() {
        return email == null || email.isBlank() ? person.toString() : normal(email);
    }

    /** What two addresses are compared by. */
    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
