package com.pivotino.crm.api.chatter.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.event.EventType;

/**
 * A message went to the address that stands on a record without a customer: the contact with this address is its customer
 * from now on, also on other open records with the same address and no customer (SEMANTICS X5).
 *
 * @param email    normalised
 * @param customer the contact
 */
@EventType("chatter.CustomerIdentified")
public record CustomerIdentified(String email, NamedRef customer) {
}
