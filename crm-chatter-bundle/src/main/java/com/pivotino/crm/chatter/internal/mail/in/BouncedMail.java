package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.pivotino.crm.chatter.internal.mail.out.MailEntity;
import com.pivotino.crm.chatter.internal.mail.out.MailStore;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;

/**
 * Mails of ours that came back (SEMANTICS L5): marks the delivery of that one recipient. Never an entry, tells nobody, is
 * never answered. Three soft ones in seven days are a hard one.
 */
final class BouncedMail {

    private static final int SOFT = 3;
    private static final Duration DAYS = Duration.ofDays(7);

    private final ChatterCore core;
    private final MailSettings settings;

    BouncedMail(ChatterCore core, MailSettings settings) {
        this.core = core;
        this.settings = settings;
    }

    /** @return whether it was a bounce, and is dealt with */
    boolean take(IncomingMail mail, long size) {
        IncomingMail.Bounce bounce = mail.bounce();
        if (bounce == null) {
            return false;
        }
        core.automation(Set.of(), (em, tx) -> {
            Optional<MailEntity> sent = ThreadMatch.sent(mail, settings.address(), em)
                    .or(() -> bounce.original() == null ? Optional.empty() : new MailStore(em).byMessageId(bounce.original()));
            MailInStore store = new MailInStore(em);
            String thread = sent.map(known -> "b:" + cut(known.address()) + ":" + known.id()).orElse("b:");
            if (store.knows(mail.messageId(), thread)) {
                return null;
            }
            boolean hard = sent.isPresent() && (bounce.isHard() || bounce.isSoft() && isThird(sent.get(), tx.now(), em));
            String state = hard ? "bounce" : bounce.isSoft() ? "soft_bounce" : "dropped";
            String reason = ((bounce.status() == null ? "" : bounce.status() + " ") + bounce.diagnostic()).strip();
            store.add(new MailInEntity(mail, thread, size, tx.now()).noted(state, reason, sent.map(MailEntity::record).orElse(null)));
            if (hard) {
                new MailStore(em).bounced(sent.get(), reason, tx);
            }
            return null;
        });
        return true;
    }

    private static boolean isThird(MailEntity sent, Instant now, EntityManager em) {
        return new MailInStore(em).softBounces(cut(sent.address()), now.minus(DAYS)) >= SOFT - 1;
    }

    /** As much of an address as a thread's name holds. */
    private static String cut(String address) {
        return address.length() <= 50 ? address : address.substring(0, 50);
    }
}
