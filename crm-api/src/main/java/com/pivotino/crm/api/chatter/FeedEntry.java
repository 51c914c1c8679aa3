package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.FieldChange;
import java.time.Instant;
import java.util.List;

/**
 * One line of a record's feed (REST "Feed entry"). Entries of changes and of activities are immutable.
 *
 * @param kind        {@code message, note, activity, change}
 * @param subtype     key of a {@link Subtype}
 * @param author      who acted, with the name as of then; null for the product acting without a user
 * @param body        safe HTML, may be empty
 * @param changes     fields in display values as of then, in the order in which they were saved
 * @param attachments files of the entry
 * @param replyTo     the entry that it answers, or null
 * @param causeId     the same for all that one act did
 * @param deliveries  who was told and how
 * @param marks       such as {@code answer_to_internal_note}, or {@code undone}: the one line that stays of an act that
 *                    was taken back (SEMANTICS P19)
 * @param folded      shown closed: a consequence that stands under another entry with the same cause id
 * @param automatic   done by the product as a consequence of the author's act
 * @param editedAt    when its author last changed it, or null
 * @param deletedAt   when it was taken away, or null; a stub without text and files is left
 * @param editableUntil until when the caller may still edit it, or null
 * @param unresolvedMentions in the answer to a post: names after an {@code @} that are nobody's or several people's
 * @param phrase what the sentence of a change or an activity says, or null
 */
public record FeedEntry(long id, String kind, String subtype, NamedPerson author, Instant at, String body,
        List<FieldChange> changes, List<Attachment> attachments, Long replyTo, String causeId,
        List<Delivery> deliveries, List<String> marks, boolean folded, boolean automatic, Instant editedAt,
        Instant deletedAt, Instant editableUntil, List<String> unresolvedMentions, Phrase phrase) {

    public FeedEntry {
        changes = List.copyOf(changes);
        attachments = List.copyOf(attachments);
        deliveries = List.copyOf(deliveries);
        marks = List.copyOf(marks);
        unresolvedMentions = List.copyOf(unresolvedMentions);
    }

    /** An entry without a phrase. */
    public FeedEntry(long id, String kind, String subtype, NamedPerson author, Instant at, String body,
            List<FieldChange> changes, List<Attachment> attachments, Long replyTo, String causeId,
            List<Delivery> deliveries, List<String> marks, boolean folded, boolean automatic, Instant editedAt,
            Instant deletedAt, Instant editableUntil, List<String> unresolvedMentions) {
        this(id, kind, subtype, author, at, body, changes, attachments, replyTo, causeId, deliveries, marks, folded, automatic,
                editedAt, deletedAt, editableUntil, unresolvedMentions, null);
    }

    /** An entry that nobody edits. */
    public FeedEntry(long id, String kind, String subtype, NamedPerson author, Instant at, String body,
            List<FieldChange> changes, List<Attachment> attachments, Long replyTo, String causeId,
            List<Delivery> deliveries, List<String> marks, boolean folded, boolean automatic) {
        this(id, kind, subtype, author, at, body, changes, attachments, replyTo, causeId, deliveries, marks, folded, automatic,
                null, null, null, List.of());
    }

    /** The same with the mentions that a post could not resolve. */
    public FeedEntry withUnresolved(List<String> names) {
        return new FeedEntry(id, kind, subtype, author, at, body, changes, attachments, replyTo, causeId, deliveries, marks, folded,
                automatic, editedAt, deletedAt, editableUntil, names, phrase);
    }

    /** A file of an entry. */
    public record Attachment(long id, String name, String type, long size) {
    }

    /**
     * One person's delivery of the entry.
     *
     * @param state {@code pending, sent, read, failed, bounced, skipped}
     */
    public record Delivery(NamedPerson person, String channel, String state, String reason) {
    }
}
