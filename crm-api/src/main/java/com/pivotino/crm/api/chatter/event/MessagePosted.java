package com.pivotino.crm.api.chatter.event;

import com.pivotino.crm.api.event.EventType;

/**
 * Somebody wrote a message or a note on the event's record. Who is told of it was settled in the same act.
 *
 * @param entryId the feed's entry
 * @param kind    {@code message} or {@code note}
 * @param replyTo the entry that it answers, or null
 */
@EventType("chatter.MessagePosted")
public record MessagePosted(long entryId, String kind, Long replyTo) {
}
