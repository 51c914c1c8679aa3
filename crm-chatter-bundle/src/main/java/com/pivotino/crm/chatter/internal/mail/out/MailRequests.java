package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.chatter.internal.mail.MailAddress;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.pivotino.crm.chatter.internal.mail.template.MailTexts;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queues the mails that other bundles ask for, one for each event. */
@Component(service = DomainEventListener.class, property = {
    DomainEventListener.ID + "=chatter.mail.requests", DomainEventListener.SETTLED + ":Boolean=true",
    DomainEventListener.START + "=earliest", DomainEventListener.TYPES + "=mail.MailRequested"})
public final class MailRequests implements DomainEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(MailRequests.class);
    private static final int MAX_TEXT = 50_000;
    private static final String REQUESTED = "mail.MailRequested";

    private final ChatterCore core;
    private final Outbox outbox;
    private final MailTexts texts = new MailTexts();

    @Activate
    public MailRequests(@Reference ChatterCore core, @Reference MailSettings settings) {
        this.core = core;
        this.outbox = new Outbox(settings);
    }

    @Override
    public void on(DomainEvent event) {
        if (!REQUESTED.equals(event.type())) {
            return;
        }
        MailRequested request = event.body(MailRequested.class);
        Reader reader = reader(request);
        Optional<MailAddress> address = reader == null ? Optional.empty() : MailAddress.parse(reader.email);
        if (address.isEmpty()) {
            LOG.info("The mail asked for by event {} has nobody to go to", event.id());
            return;
        }
        Letter letter = letter(event, request, reader, address.get());
        core.automation(Set.of(event.record()), (em, tx) -> outbox.queue(new MailStore(em), letter, tx.now()));
    }

    private Letter letter(DomainEvent event, MailRequested request, Reader reader, MailAddress address) {
        String asked = request.text() == null ? "" : request.text();
        String text = asked.length() <= MAX_TEXT ? asked : asked.substring(0, MAX_TEXT);
        MailTexts.Texts filled = texts.fill("request", reader.locale,
                Map.of("body", MailTexts.html(text), "why", request.reason() == null ? "" : request.reason()));
        Letter.Content content = new Letter.Content(Outbox.subject(request.subject()), filled.text(), filled.html(),
                calendarMethod(request), request.calendar(), List.of());
        return new Letter("event:" + event.id(), event.record(), null, request.person(), address.normalised(), reader.name,
                Letter.Sender.PRODUCT, content, MailThread.NONE, true, null);
    }

    private static String calendarMethod(MailRequested request) {
        String method = request.calendarMethod() == null ? "" : request.calendarMethod().toUpperCase(Locale.ROOT);
        return request.calendar() == null ? null : method.matches("[A-Z]{1,20}") ? method : "PUBLISH";
    }

    /** Who gets it, with the address as of now; null for a user who has left or a person who is gone. */
    private Reader reader(MailRequested request) {
        PersonRef person = request.person();
        if (person == null) {
            return new Reader(request.name() == null ? "" : request.name(), request.email(), Locale.ENGLISH);
        }
        if (person.isUser()) {
            return core.directory().user(person.id()).filter(User::active).map(user -> new Reader(user.name(),
                    request.email() == null ? user.email() : request.email(), locale(user))).orElse(null);
        }
        return core.directory().contact(person.id()).map((Contact contact) -> new Reader(
                request.name() == null ? contact.name() == null ? "" : contact.name() : request.name(),
                request.email() == null ? contact.email() : request.email(), Locale.ENGLISH)).orElse(null);
    }

    private static Locale locale(User user) {
        return user.locale() == null ? Locale.ENGLISH : Locale.forLanguageTag(user.locale());
    }

    /** Who reads the mail. */
    private record Reader(String name, String email, Locale locale) {
    }
}
