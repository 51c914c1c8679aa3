package com.acme.crm.review.internal;

import com.pivotino.crm.api.notification.spi.OutgoingNotification;

/** What the chat room reads. */
final class ChatMessage {

    private static final int LOWEST_PRINTABLE = 0x20;

    private ChatMessage() {
    }

    /** {@code {"text": "Ann: Offer sent (Fleet renewal)"}}. */
    static String json(OutgoingNotification notification) {
        String author = notification.author() == null ? "Pivotino" : notification.author().name();
        String record = notification.recordTitle() == null ? "" : " (" + notification.recordTitle() + ")";
        return "{\"text\": \"" + escaped(author + ": " + notification.title() + record) + "\"}";
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < LOWEST_PRINTABLE) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.toString();
    }
}
