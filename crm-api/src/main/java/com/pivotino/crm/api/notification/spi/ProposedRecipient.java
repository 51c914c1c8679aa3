package com.pivotino.crm.api.notification.spi;

import com.pivotino.crm.api.PersonRef;

/**
 * Somebody who is about to be told.
 *
 * @param person a user or a contact; null for an address that is nobody's yet
 * @param name   the address if there is no name
 * @param email  null if there is none
 */
public record ProposedRecipient(PersonRef person, String name, String email) {
}
