package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.chatter.internal.content.Said;
import com.pivotino.crm.chatter.internal.domain.Following;
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
 * @param author    who did it, or null for the product acting without a user
 * @param causeId   of the act
 */
public record DeliverySubject(String eventId, String eventType, RecordRef record, Long entryId, String kind, Said title,
        Instant at, NamedPerson author, String causeId) {

    /** What is told of an event. */
    public static DeliverySubject of(DomainEvent event, RecordRef record, Long entryId, String kind, Said title) {
        NamedPerson author = event.actor() == null ? null
                : new NamedPerson(Following.kind(event.actor()), event.actor().id(), event.actorName());
        return new DeliverySubject(event.id(), event.type(), record, entryId, kind, title, event.at(), author, event.causeId());
    }
}
