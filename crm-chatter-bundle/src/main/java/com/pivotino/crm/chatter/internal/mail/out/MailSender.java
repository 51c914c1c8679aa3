package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.chatter.internal.file.FileContents;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javax.activation.DataSource;
import javax.mail.MessagingException;
import javax.mail.Session;

/**
 * Hands mails that are due to the SMTP server, one at a time over one connection. Several may be at work, on one node or on
 * several: a mail is claimed in the database before it is sent, so each is handed over once. Who dies meanwhile has its
 * claim for 90 s; the mail then goes again under the same Message-ID.
 */
final class MailSender implements ScheduledJob {

    static final Duration CLAIM = Duration.ofSeconds(90);
    private static final int BATCH = 20;
    private static final Duration RUN = Duration.ofMinutes(1);

    private final ChatterCore core;
    private final MailSettings settings;
    private final FileContents files;

    MailSender(ChatterCore core, MailSettings settings, FileStore files) {
        this.core = core;
        this.settings = settings;
        this.files = new FileContents(core, files);
    }

    @Override
    public void run(Instant start) {
        if (!settings.canSend()) {
            return;
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // The mail library looks for its providers and content handlers there.
        Thread.currentThread().setContextClassLoader(Session.class.getClassLoader());
        try (SmtpConnection connection = new SmtpConnection(settings)) {
            boolean more = true;
            while (more && now().isBefore(start.plus(RUN))) {
                more = sendBatch(connection);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** @return whether there may be more to send now */
    private boolean sendBatch(SmtpConnection connection) {
        Instant until = now().plus(CLAIM);
        List<Long> claimed = act((store, tx) -> store.claim(tx.now(), until, BATCH));
        List<Long> left = new ArrayList<>(claimed);
        try {
            for (Long id : claimed) {
                left.remove(id);
                if (send(id, until, connection) == SendResult.Outcome.NO_SERVER) {
                    return false;
                }
            }
            return claimed.size() == BATCH;
        } finally {
            act((store, tx) -> {
                store.release(left);
                return null;
            });
        }
    }

    private SendResult.Outcome send(long id, Instant until, SmtpConnection connection) {
        SendResult closed = connection.open();
        // Opening may have taken its time; from here on one mail takes less than a claim lasts.
        Instant longer = now().plus(CLAIM).plusMillis(1);
        MailEntity mail = act((store, tx) -> store.isWanted(id) && store.extend(id, until, longer)
                ? store.find(id).orElse(null) : cancelled(store, id));
        if (mail == null) {
            return SendResult.Outcome.SENT;
        }
        SendResult result = closed == null ? handOver(mail, connection) : closed;
        act((store, tx) -> {
            store.find(id).filter(MailEntity::isQueued).ifPresent(queued -> settle(queued, result, store, tx));
            return null;
        });
        return result.outcome();
    }

    private static MailEntity cancelled(MailStore store, long id) {
        if (!store.isWanted(id)) {
            store.find(id).filter(MailEntity::isQueued).ifPresent(MailEntity::cancel);
        }
        return null;
    }

    private SendResult handOver(MailEntity mail, SmtpConnection connection) {
        try {
            List<DataSource> attached = files.of(mail.fileIds());
            MimeLetter letter = MimeLetter.of(mail, attached, settings, connection.session());
            return connection.send(letter, MimeLetter.returnPath(mail, settings), mail.address());
        } catch (MessagingException e) {
            return SmtpAnswers.result(SendResult.Outcome.REFUSED, e);
        }
    }

    private static void settle(MailEntity mail, SendResult result, MailStore store, Transaction tx) {
        switch (result.outcome()) {
            case SENT -> {
                mail.sent(tx.now());
                store.settle(mail.id(), "sent", null, tx.now());
            }
            case LATER, NO_SERVER -> {
                if (mail.postpone(result.reason(), tx.now())) {
                    store.settle(mail.id(), "failed", mail.problem(), tx.now());
                } else {
                    store.explain(mail.id(), mail.problem(), mail.attempts());
                }
            }
            case REFUSED -> {
                mail.refuse(result.reason());
                store.settle(mail.id(), "failed", mail.problem(), tx.now());
            }
            case NO_MAILBOX -> {
                mail.refuse(result.reason());
                store.settle(mail.id(), "bounced", mail.problem(), tx.now());
                BouncedAddress.publish(tx, mail, mail.problem());
            }
        }
    }

    private <T> T act(BiFunction<MailStore, Transaction, T> work) {
        return core.automation(Set.of(), (em, tx) -> work.apply(new MailStore(em), tx));
    }

    /** As the database keeps it. */
    private Instant now() {
        return core.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
