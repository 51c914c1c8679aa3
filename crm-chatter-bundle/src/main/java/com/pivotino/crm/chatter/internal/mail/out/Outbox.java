package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.chatter.internal.mail.HeaderText;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.pivotino.crm.chatter.internal.mail.MailToken;
import java.time.Instant;

/** Queues mails; joins the running transaction, so that what is rolled back is not sent (SEMANTICS L2). */
final class Outbox {

    private final MailSettings settings;
    private final MailToken tokens = new MailToken();

    Outbox(MailSettings settings) {
        this.settings = settings;
    }

    /** Queues a letter; one of the same origin is queued once. */
    MailEntity queue(MailStore store, Letter letter, Instant now) {
        return store.byOrigin(letter.origin()).orElseGet(() -> {
            String token = tokens.next();
            String id = "<" + tokens.next() + "@" + settings.address().domain() + ">";
            MailEntity mail = new MailEntity(letter, token, id, now);
            store.add(mail);
            return mail;
        });
    }

    /** The first letters of a subject. */
    static String subject(String text) {
        String line = HeaderText.of(text);
        return line.isEmpty() ? "(no subject)" : line;
    }
}
