package com.pivotino.crm.api.directory.event;

import com.pivotino.crm.api.event.EventType;

/** A contact was made, edited or deleted; the record is {@code contact:id}. */
@EventType("directory.ContactChanged")
public record ContactChanged(long contactId, String name, String email, String phone, boolean deleted) {
}
