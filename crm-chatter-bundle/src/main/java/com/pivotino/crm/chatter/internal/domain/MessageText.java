package com.pivotino.crm.chatter.internal.domain;

/**
 * What a message or note says.
 *
 * @param kind    {@code message} or {@code note}
 * @param source  as it was written, or null for what came by mail
 * @param format  of the source
 * @param html    safe HTML
 * @param replyTo the entry that it answers, or null
 */
public record MessageText(String kind, String source, String format, String html, Long replyTo) {

    public static final String MESSAGE = "message";
    public static final String NOTE = "note";

    boolean isNote() {
        return NOTE.equals(kind);
    }
}
