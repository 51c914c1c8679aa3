package com.pivotino.crm.api.notification.spi;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.chatter.Phrase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * One thing to tell one person: the neutral envelope that every channel gets. Names are those of then.
 *
 * @param deliveryId  the same on every attempt: be idempotent on it
 * @param eventType   the type of the event that it tells of, such as {@code chatter.MessagePosted}
 * @param kind        key of a subtype such as {@code stage_changed}, or {@code assigned}
 * @param recipient   who is told
 * @param record      what it is about, or null
 * @param recordTitle the record's name, or null without a record
 * @param entryId     the entry of the record's feed that says it, or null
 * @param title       one line of plain text, in the recipient's language if the product speaks it; in English in the app
 * @param html        safe HTML of the whole, may be empty
 * @param author      who did it, or null for the product acting without a user
 * @param at          when it happened
 * @param why         one sentence: why this person is told, in the language of the title, or null
 * @param causeId     the same for all that one act brought about, or null if that is not known
 * @param phrase      what the title says, for a channel that writes it in a way of its own, or null
 */
public record OutgoingNotification(long deliveryId, String eventType, String kind, Recipient recipient, RecordRef record,
        String recordTitle, Long entryId, String title, String html, NamedPerson author, Instant at, String why, String causeId,
        Phrase phrase) {

    /** As before there was a phrase. */
    public OutgoingNotification(long deliveryId, String eventType, String kind, Recipient recipient, RecordRef record,
            String recordTitle, Long entryId, String title, String html, NamedPerson author, Instant at, String why, String causeId) {
        this(deliveryId, eventType, kind, recipient, record, recordTitle, entryId, title, html, author, at, why, causeId, null);
    }

    /** As before there was a cause. */
    public OutgoingNotification(long deliveryId, String eventType, String kind, Recipient recipient, RecordRef record,
            String recordTitle, Long entryId, String title, String html, NamedPerson author, Instant at, String why) {
        this(deliveryId, eventType, kind, recipient, record, recordTitle, entryId, title, html, author, at, why, null, null);
    }

    /**
     * The recipient.
     *
     * @param person a user or contact, or null for somebody known by address only
     * @param name   to show, may be the address
     * @param email  the address as of now, or null if there is none
     * @param locale the person's language
     * @param zone   the person's time zone
     */
    public record Recipient(PersonRef person, String name, String email, Locale locale, ZoneId zone) {
    }
}
