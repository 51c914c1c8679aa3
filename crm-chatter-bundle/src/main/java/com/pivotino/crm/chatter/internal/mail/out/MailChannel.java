package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.chatter.internal.file.FileLinks;
import com.pivotino.crm.chatter.internal.mail.MailAddress;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.pivotino.crm.chatter.internal.mail.template.MailTexts;
import com.pivotino.crm.chatter.internal.shared.AccessLinks;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells people by mail: puts one mail a person into the outbox (SEMANTICS L1). What becomes of the mail is told to the
 * delivery by the outbox, not by this channel's answer.
 */
@Component(service = NotificationChannel.class,
        property = {NotificationChannel.ID + "=mail", "service.ranking:Integer=-100", "crm.plugin.timeoutMs:Long=10000"})
public final class MailChannel implements NotificationChannel {

    private final ChatterCore core;
    private final MailSettings settings;
    private final Outbox outbox;
    private final MailTexts texts = new MailTexts();
    private final SharedLinks links;

    @Activate
    public MailChannel(@Reference ChatterCore core, @Reference MailSettings settings) {
        this(core, settings, (em, record, person, now) -> new AccessLinks(em).token(record, person, now));
    }

    MailChannel(ChatterCore core, MailSettings settings, SharedLinks links) {
        this.core = core;
        this.settings = settings;
        this.outbox = new Outbox(settings);
        this.links = links;
    }

    @Override
    public DeliveryResult deliver(OutgoingNotification what) {
        Optional<MailAddress> to = MailAddress.parse(what.recipient().email());
        if (to.isEmpty()) {
            return DeliveryResult.rejected(what.recipient().email() == null ? "There is no mail address."
                    : "The mail address is not valid.");
        }
        try {
            core.keep(em -> queue(what, to.get(), em));
        } catch (PersistenceException e) {
            // The same delivery came twice at the same time; the other one has queued the mail, or this one failed for good.
            if (!core.read(em -> new MailStore(em).byOrigin(origin(what)).isPresent())) {
                throw e;
            }
        }
        return DeliveryResult.delivered();
    }

    private MailEntity queue(OutgoingNotification what, MailAddress to, EntityManager em) {
        MailStore store = new MailStore(em);
        Instant now = core.clock().instant().truncatedTo(ChronoUnit.MICROS);
        MailEntity mail = store.byOrigin(origin(what)).orElseGet(() -> outbox.queue(store, letter(what, to, em, now), now));
        store.link(what.deliveryId(), mail.id());
        return mail;
    }

    private static String origin(OutgoingNotification what) {
        return "delivery:" + what.deliveryId();
    }

    private Letter letter(OutgoingNotification what, MailAddress to, EntityManager em, Instant now) {
        MailedEntry entry = what.entryId() == null ? MailedEntry.NONE : new MailedEntries(em).find(what.entryId());
        PersonRef person = what.recipient().person();
        String token = what.record() == null || person == null || person.isUser() ? null
                : links.token(em, what.record(), person, now).orElse(null);
        MailThread thread = what.record() == null ? MailThread.NONE : new Threads(em).of(what, entry, to.normalised());
        String files = token != null || person != null && person.isUser() || !entry.isAbove(FileLinks.MAIL_BYTES) ? token
                : new AccessLinks(em).filesToken(what.entryId(), now);
        return new NotificationLetter(texts, settings, what, entry, token, files).compose(to.normalised(), sender(what.author()), thread);
    }

    /** The author's name, and their own address where the domain is one that we may speak for. */
    private Letter.Sender sender(NamedPerson author) {
        if (author == null) {
            return Letter.Sender.PRODUCT;
        }
        String own = author.kind().equals("user") ? core.directory().user(author.id()).flatMap(user -> MailAddress.parse(user.email()))
                .filter(settings::mayNameAsSender).map(MailAddress::toString).orElse(null) : null;
        return new Letter.Sender(author.name(), own);
    }
}
