package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.chatter.internal.delivery.DeliveryEntity;
import com.pivotino.crm.chatter.internal.delivery.DeliveryState;
import com.pivotino.crm.chatter.internal.delivery.DeliveryStore;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.persistence.EntityManager;

/** Puts into inboxes what a message's deliveries say. */
final class MessageNotices {

    private static final int AT_ONCE = 200;

    private final NotificationStore notices;
    private final DeliveryStore deliveries;

    MessageNotices(EntityManager em) {
        this.notices = new NotificationStore(em);
        this.deliveries = new DeliveryStore(em);
    }

    /** Some of the users who have not been told of an event in the app. */
    List<Long> waiting(String eventId) {
        return deliveries.pending(eventId, Recipients.APP).stream().map(DeliveryEntity::person).filter(Objects::nonNull)
                .map(PersonRef::id).limit(AT_ONCE).toList();
    }

    void tell(DomainEvent event, Collection<Long> users, Transaction tx) {
        for (DeliveryEntity row : deliveries.pending(event.id(), Recipients.APP)) {
            if (row.person() != null && users.contains(row.person().id())) {
                Inboxes.put(notices, tx, row.person().id(), event,
                        new NotificationText(NotificationKind.of(row.kind()), row.title(), row.entryId()), row.why());
                row.settle(DeliveryState.SENT, null, tx.now());
            }
        }
    }
}
