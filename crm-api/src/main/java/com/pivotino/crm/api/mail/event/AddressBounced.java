package com.pivotino.crm.api.mail.event;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.EventType;

/**
 * Mail to somebody came back for good (SEMANTICS L5): the mailbox is not there, or it was full or away too often. The event's
 * record is the one that the mail was about, else the mail itself, {@code mail:<id>}.
 *
 * @param person  whose address it is, or null for somebody known by address only
 * @param address the address, normalised
 * @param reason  what the server said
 */
@EventType("mail.AddressBounced")
public record AddressBounced(PersonRef person, String address, String reason) {
}
