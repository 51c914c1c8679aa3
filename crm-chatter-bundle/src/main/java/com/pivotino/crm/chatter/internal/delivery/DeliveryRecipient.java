package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.PersonRef;

/**
 * Who is told.
 *
 * @param person  a user or contact, or null for somebody known by address only
 * @param name    to show, as of then; never null
 * @param address where to send it, or null for the person's own address as of sending
 */
public record DeliveryRecipient(PersonRef person, String name, String address) {

    /** The same for the same recipient: {@code user:7}, {@code contact:9} or {@code mail:sue@example.com}. */
    String key() {
        return person == null ? "mail:" + address : person.toString();
    }
}
