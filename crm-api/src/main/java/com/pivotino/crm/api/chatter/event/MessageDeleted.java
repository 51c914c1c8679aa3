package com.pivotino.crm.api.chatter.event;

import com.pivotino.crm.api.event.EventType;

/** A message or note was taken away; a stub stays in the feed (SEMANTICS C4). */
@EventType("chatter.MessageDeleted")
public record MessageDeleted(long entryId) {
}
