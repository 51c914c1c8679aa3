package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.chatter.internal.delivery.DeliveryEntity;
import com.pivotino.crm.chatter.internal.delivery.DeliveryRecipient;
import com.pivotino.crm.chatter.internal.delivery.DeliveryStore;
import com.pivotino.crm.chatter.internal.delivery.DeliverySubject;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/** Writes down who is to be told of a change by which channel: in the app at once, by mail after the delay (SEMANTICS X7). */
final class ChangeDeliveries {

    private final DeliveryStore deliveries;
    private final Duration mailDelay;

    ChangeDeliveries(EntityManager em, int mailDelaySeconds) {
        this.deliveries = new DeliveryStore(em);
        this.mailDelay = Duration.ofSeconds(mailDelaySeconds);
    }

    void write(DomainEvent event, Announcement told, Transaction tx) {
        Set<String> known = deliveries.keysOf(event.id());
        Set<Long> inApp = told.handed().stream().filter(handed -> handed.channel().equals(Recipients.APP))
                .map(handed -> handed.letter().party().person().id()).collect(Collectors.toSet());
        List<DeliveryEntity> rows = told.handed().stream().map(handed -> row(event, told, handed, inApp, tx))
                .filter(row -> known.add(row.key())).toList();
        deliveries.addAll(rows);
    }

    private DeliveryEntity row(DomainEvent event, Announcement told, Announcement.Handed handed, Set<Long> inApp, Transaction tx) {
        Announcement.Letter letter = handed.letter();
        boolean user = letter.party().isUser();
        // What the entry says is for colleagues; people outside are told the headline.
        DeliverySubject subject = DeliverySubject.of(event, event.record(), user ? told.text().entryId() : null,
                told.text().kind().key(), user && handed.channel().equals(Recipients.APP) ? told.text().inside() : told.text().title());
        boolean waits = user && handed.channel().equals(Recipients.MAIL) && inApp.contains(letter.party().person().id());
        return new DeliveryEntity(subject, new DeliveryRecipient(letter.party().person(), letter.party().name(),
                user ? null : letter.party().email()), handed.channel(), letter.why(), waits ? tx.now().plus(mailDelay) : tx.now());
    }
}
