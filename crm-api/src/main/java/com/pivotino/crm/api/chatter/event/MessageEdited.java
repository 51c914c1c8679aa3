package com.pivotino.crm.api.chatter.event;

import com.pivotino.crm.api.event.EventType;

/** An author changed what they wrote (SEMANTICS C4); people who are newly mentioned are told (V4). */
@EventType("chatter.MessageEdited")
public record MessageEdited(long entryId) {
}
