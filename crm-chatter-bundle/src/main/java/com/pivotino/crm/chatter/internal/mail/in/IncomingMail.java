package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.chatter.internal.mail.MailAddress;
import java.util.List;

/**
 * A mail as it was read; nothing of it is trusted. Message ids bear their angle brackets.
 *
 * @param messageId  its own, or one made of its content
 * @param answers    ids of mails that it says it answers: In-Reply-To, then References from the newest, at most 33
 * @param from       the sender, or null if there is none that can be read
 * @param fromName   may be empty
 * @param recipients of the envelope and of the headers
 * @param subject    one line
 * @param body       what it says
 * @param files      attached and inline files
 * @param calendar   an iCalendar object in it, or null
 * @param automatic  no person wrote it (SEMANTICS L6)
 * @param ours       it bears a mark of a mail that we sent
 * @param bounce     what it says of mail that could not be delivered, or null
 */
record IncomingMail(String messageId, List<String> answers, MailAddress from, String fromName, List<MailAddress> recipients,
        String subject, Body body, List<File> files, Calendar calendar, boolean automatic, boolean ours, Bounce bounce) {

    IncomingMail {
        answers = List.copyOf(answers);
        recipients = List.copyOf(recipients);
        files = List.copyOf(files);
    }

    /**
     * @param text plain text, empty if there is none
     * @param html as it came, empty if there is none
     */
    record Body(String text, String html) {
    }

    /** A file, decoded. */
    record File(String name, String type, byte[] content) {
    }

    /** @param method iTIP method, upper case */
    record Calendar(String method, String object) {
    }

    /**
     * A report about mail that was not delivered (RFC 3464).
     *
     * @param status     such as {@code 5.1.1}, or null if it does not say
     * @param diagnostic one line, may be empty
     * @param original   Message-ID of the mail, or null
     */
    record Bounce(String status, String diagnostic, String original) {

        boolean isHard() {
            return status != null && status.startsWith("5");
        }

        /** It came late and may still come. */
        boolean isSoft() {
            return status != null && status.startsWith("4");
        }
    }

    String sender() {
        return from == null ? "" : from.normalised();
    }
}
