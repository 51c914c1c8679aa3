package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.chatter.internal.mail.MailAddress;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * A mail as it was read; nothing of it is trusted. Message ids bear their angle brackets.
 *
 * @param messageId  its own, or one made of its content
 * @param answers    ids of mails that it says it answers: In-Reply-To, then References from the newest, at most 33
 * @param from       the sender, or null if there is none that can be read
 * @param fromName   may be empty
 * @param recipients of the envelope and of the headers
 * @param copied     those in copy, as the headers say
 * @param subject    one line
 * @param body       what it says
 * @param files      attached and inline files
 * @param calendar   an iCalendar object in it, or null
 * @param automatic  no person wrote it (SEMANTICS L6)
 * @param ours       it bears a mark of a mail that we sent
 * @param bounce     what it says of mail that could not be delivered, or null
 */
record IncomingMail(String messageId, List<String> answers, MailAddress from, String fromName, List<MailAddress> recipients,
        List<MailAddress> copied, String subject, Body body, List<File> files, Calendar calendar, boolean automatic, boolean ours,
        Bounce bounce) {

    IncomingMail {
        answers = List.copyOf(answers);
        recipients = List.copyOf(recipients);
        copied = List.copyOf(copied);
        files = List.copyOf(files);
    }

    /** One that cannot be read: known by its content and by whom its envelope names. */
    static IncomingMail unreadable(String sha256, Collection<MailAddress> envelope) {
        return new IncomingMail("<" + sha256 + "@unreadable>", List.of(), null, "", List.copyOf(envelope), List.of(), "",
                new Body("", ""), List.of(), null, false, false, null);
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

    /** The same without some of those in copy. */
    IncomingMail copiedWithout(Predicate<MailAddress> some) {
        return new IncomingMail(messageId, answers, from, fromName, recipients, copied.stream().filter(some.negate()).toList(), subject,
                body, files, calendar, automatic, ours, bounce);
    }

    String sender() {
        return from == null ? "" : from.normalised();
    }
}
