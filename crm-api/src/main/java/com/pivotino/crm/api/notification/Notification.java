package com.pivotino.crm.api.notification;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.chatter.Phrase;
import java.time.Instant;

/**
 * A notice in a user's inbox (REST "Notification"). Names and title are those of then.
 *
 * @param record  what it is about
 * @param entryId the feed's entry about it, or null
 * @param kind    key of a subtype such as {@code stage_changed}, or {@code assigned}, {@code handed_over}
 * @param title   one sentence for a person
 * @param author  who did it, or null for the product acting without a user
 * @param at      when it happened last
 * @param read    whether the user has seen it
 * @param why     one sentence: why this user is told
 * @param phrase  what the title says, or null
 */
public record Notification(long id, RecordRef record, Long entryId, String kind, String title, NamedPerson author,
        Instant at, boolean read, String why, Phrase phrase) {

    /** Without a phrase. */
    public Notification(long id, RecordRef record, Long entryId, String kind, String title, NamedPerson author, Instant at,
            boolean read, String why) {
        this(id, record, entryId, kind, title, author, at, read, why, null);
    }
}
