package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.Page;
import java.time.Instant;
import java.util.List;

/**
 * An external follower's view of a record: never notes, activities, amounts, reasons, or other people's addresses (SEMANTICS
 * W7).
 *
 * @param title       the record's name
 * @param description or null
 * @param stage       the stage's name, or null if the workspace does not show it
 * @param ribbon      {@code WON}, or null
 * @param reader      the reader's name
 * @param expiresAt   until when the link works, unless somebody writes again
 * @param messages    newest first
 */
public record SharedView(String title, String description, String stage, String ribbon, String reader, Instant expiresAt,
        Page<Message> messages) {

    /**
     * One message.
     *
     * @param author the author's name, or null
     * @param mine   whether the reader wrote it
     * @param body   safe HTML
     */
    public record Message(long id, String author, boolean mine, Instant at, String body, Long replyTo,
            List<FeedEntry.Attachment> attachments, Instant editedAt) {

        public Message {
            attachments = List.copyOf(attachments);
        }
    }
}
