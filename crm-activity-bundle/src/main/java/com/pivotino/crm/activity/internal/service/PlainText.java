package com.pivotino.crm.activity.internal.service;

/** Text that people write; an editor that sends empty paragraphs has sent nothing. */
final class PlainText {

    private PlainText() {
    }

    /** The text, trimmed; null if nothing is left of it without its tags. */
    static String orNull(String text) {
        if (text == null || text.replaceAll("<[^<>]*>|&nbsp;", "").isBlank()) {
            return null;
        }
        return text.strip();
    }
}
