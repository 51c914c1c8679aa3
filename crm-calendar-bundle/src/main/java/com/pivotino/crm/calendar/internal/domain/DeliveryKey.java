package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.api.calendar.Reminder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a reminder one and the same (SEMANTICS N3): occurrence, its start, recipient and definition. An occurrence that
 * is moved rings for its new start; one whose reminder is another one rings once more.
 *
 * @param start the local start as it is now; {@code recurrenceId} names the occurrence and is null for a single event
 */
public record DeliveryKey(long eventId, String recurrenceId, String start, Address who, Reminder reminder) {

    /** 64 characters. */
    public String hash() {
        String text = String.join("\n", String.valueOf(eventId), String.valueOf(recurrenceId), start, who.key(),
                String.valueOf(reminder.offset()), reminder.unit(), reminder.channel());
        return sha256(text);
    }

    /** Hex of SHA-256. */
    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
