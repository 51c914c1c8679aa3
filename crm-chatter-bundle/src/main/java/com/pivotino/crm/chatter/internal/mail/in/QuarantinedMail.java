package com.pivotino.crm.chatter.internal.mail.in;

import java.time.Instant;

/**
 * A mail that nobody but an administrator can place (REST "Mail in").
 *
 * @param excerpt the beginning of what it says
 * @param reason  why it waits: {@code unknown_thread, unknown_sender, unreadable, refused}, with words behind a colon
 * @param size    bytes
 */
public record QuarantinedMail(long id, Instant receivedAt, Sender from, String to, String subject, String excerpt, String reason,
        long size) {

    /** As the mail says it. */
    public record Sender(String name, String email) {
    }
}
