package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.chatter.internal.delivery.DeliveryEntity;
import com.pivotino.crm.chatter.internal.delivery.DeliveryRecipient;
import com.pivotino.crm.chatter.internal.delivery.DeliveryState;
import com.pivotino.crm.chatter.internal.delivery.DeliveryStore;
import com.pivotino.crm.chatter.internal.delivery.DeliverySubject;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import java.time.Duration;
import java.util.Set;
import javax.persistence.EntityManager;

/** Writes down who is told of a change: notices in the app at once, mail after the delay (SEMANTICS X7). */
final class ChangeNotices {

    private final NotificationStore notices;
    private final DeliveryStore deliveries;
    private final Duration mailDelay;

    ChangeNotices(EntityManager em, int mailDelaySeconds) {
        this.notices = new NotificationStore(em);
        this.deliveries = new DeliveryStore(em);
        this.mailDelay = Duration.ofSeconds(mailDelaySeconds);
    }

    void tell(DomainEvent event, Announcement told, Transaction tx) {
        Set<String> known = deliveries.keysOf(event.id());
        told.inApp().forEach((user, letter) -> {
            Inboxes.put(notices, tx, user, event, told.text(), letter.why());
            DeliveryEntity row = new DeliveryEntity(subject(event, told, told.text().entryId()),
                    new DeliveryRecipient(PersonRef.user(user), letter.party().name(), null), Recipients.APP, letter.why(), tx.now());
            row.settle(DeliveryState.SENT, null, tx.now());
            add(row, known);
        });
        for (Announcement.Handed handed : told.handed()) {
            Announcement.Letter letter = handed.letter();
            boolean user = letter.party().isUser();
            // What the entry says is for colleagues; people outside are told the headline.
            DeliverySubject subject = subject(event, told, user ? told.text().entryId() : null);
            boolean waits = user && handed.channel().equals(Recipients.MAIL) && told.inApp().containsKey(letter.party().person().id());
            add(new DeliveryEntity(subject, new DeliveryRecipient(letter.party().person(), letter.party().name(),
                    user ? null : letter.party().email()), handed.channel(), letter.why(),
                    waits ? tx.now().plus(mailDelay) : tx.now()), known);
        }
    }

    private void add(DeliveryEntity row, Set<String> known) {
        if (!known.contains(row.key())) {
            deliveries.add(row);
        }
    }

    private static DeliverySubject subject(DomainEvent event, Announcement told, Long entryId) {
        return new DeliverySubject(event.id(), event.type(), event.record(), entryId, told.text().kind().key(), told.text().title(),
                event.at());
    }
}
