package com.pivotino.crm.api.directory.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.event.EventType;

/**
 * A contact turned out to be the same as another and became part of it; the record is {@code contact:contactId}. Whoever
 * keeps something of the contact gives it to the other one in a reaction, and keeps an undo step for it. The contact's
 * {@link ContactChanged} with {@code deleted} follows in the same act.
 *
 * @param contactId the one that is gone now
 * @param into      the one that stays, with its name after the act
 */
@EventType("directory.ContactMerged")
public record ContactMerged(long contactId, NamedRef into) {
}
