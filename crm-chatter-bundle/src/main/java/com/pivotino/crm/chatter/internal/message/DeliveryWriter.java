package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.chatter.Subtype;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.chatter.internal.content.Phrase;
import com.pivotino.crm.chatter.internal.content.SafeHtml;
import com.pivotino.crm.chatter.internal.content.Said;
import com.pivotino.crm.chatter.internal.delivery.DeliveryEntity;
import com.pivotino.crm.chatter.internal.delivery.DeliveryRecipient;
import com.pivotino.crm.chatter.internal.delivery.DeliveryStore;
import com.pivotino.crm.chatter.internal.delivery.DeliverySubject;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.recipient.Party;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import com.pivotino.crm.chatter.internal.recipient.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes down who is told of a message, in the act that posts it: what the preview said is what happens (SEMANTICS X6). */
final class DeliveryWriter {

    private static final int EXCERPT_CHARS = 120;

    private final DeliveryStore store;
    private final Duration mailDelay;

    DeliveryWriter(DeliveryStore store, int mailDelaySeconds) {
        this.store = store;
        this.mailDelay = Duration.ofSeconds(mailDelaySeconds);
    }

    void write(Recipients.Answer answer, FeedLine entry, TrackedRecord record, DomainEvent event, Transaction tx) {
        Set<Party> inApp = answer.told().stream().filter(told -> told.channel().equals(Recipients.APP))
                .map(Recipients.Told::party).collect(Collectors.toSet());
        Map<Boolean, DeliverySubject> subjects = Map.of(true, subject(entry, record, event, true),
                false, subject(entry, record, event, false));
        List<DeliveryEntity> rows = new ArrayList<>();
        for (Recipients.Told told : answer.told()) {
            Instant due = told.channel().equals(Recipients.MAIL) && inApp.contains(told.party())
                    ? tx.now().plus(mailDelay) : tx.now();
            rows.add(new DeliveryEntity(subjects.get(told.why() == Why.MENTIONED), recipient(told.party()), told.channel(),
                    told.why().said(), due));
        }
        for (Recipients.Skip skip : answer.skipped()) {
            rows.add(new DeliveryEntity(subjects.get(false), recipient(skip.party()),
                    skip.party().isUser() ? Recipients.APP : Recipients.MAIL, null, tx.now()).skip(skip.reason(), tx.now()));
        }
        store.addMany(rows);
    }

    private static DeliverySubject subject(FeedLine entry, TrackedRecord record, DomainEvent event,
            boolean mention) {
        String kind = mention ? "mention" : (entry.isInternal() ? Subtype.NOTES : Subtype.DISCUSSIONS).key();
        String name = entry.author() == null ? "Somebody" : entry.author().name();
        String done = mention ? " mentioned you in " : entry.isInternal() ? " noted on " : " wrote on ";
        String excerpt = excerpt(entry.body());
        Phrase phrase = Phrase.of(mention ? "said.mentioned" : entry.isInternal() ? "said.noted" : "said.wrote",
                entry.author() == null ? new Phrase.Word("somebody") : name, record.title(), excerpt);
        return DeliverySubject.of(event, record.ref(), entry.id(), kind, new Said(name + done + record.title() + excerpt, phrase));
    }

    private static String excerpt(String html) {
        String text = SafeHtml.text(html).replace('\n', ' ');
        return text.isEmpty() ? "" : ": " + (text.length() <= EXCERPT_CHARS ? text
                : text.substring(0, EXCERPT_CHARS - 1).strip() + "\u2026");
    }

    private static DeliveryRecipient recipient(Party party) {
        return new DeliveryRecipient(party.person(), party.name(),
                party.person() == null || !party.isUser() ? party.email() : null);
    }
}
