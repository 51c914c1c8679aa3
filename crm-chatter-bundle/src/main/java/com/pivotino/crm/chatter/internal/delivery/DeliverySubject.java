package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.RecordRef;
import java.time.Instant;

/**
 * What is told.
 *
 * @param eventId   the event that it tells of
 * @param eventType its type, such as {@code chatter.MessagePosted}
 * @param record    what it is about
 * @param entryId   the feed's entry, or null
 * @param kind      key of a subtype, or {@code mention}, {@code assigned}, {@code handed_over}
 * @param title     one line of plain text
 * @param at        when it happened
 */
public record DeliverySubject(String eventId, String eventType, RecordRef record, Long entryId, String kind, String title,
        Instant at) {
}
