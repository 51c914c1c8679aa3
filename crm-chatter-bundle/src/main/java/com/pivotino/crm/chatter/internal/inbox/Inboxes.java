package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.event.NotificationsChanged;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import java.util.Optional;

/** An inbox as a record: what is locked while it changes, and what tells that it has. */
final class Inboxes {

    private Inboxes() {
    }

    static RecordRef of(long userId) {
        return new RecordRef("inbox", userId);
    }

    /** Puts one thing into a user's inbox, in the place of what is unread there about the same record. */
    static void put(NotificationStore store, Transaction tx, long user, DomainEvent event, NotificationText text, String why) {
        Optional<NotificationEntity> latest = store.latest(user, event.record());
        if (latest.filter(notice -> notice.knows(event)).isPresent()) {
            return;
        }
        if (latest.filter(notice -> !notice.isRead() || notice.isOfSameAct(event)).isPresent()) {
            latest.get().follow(event, text, why);
        } else {
            store.add(new NotificationEntity(user, event, text, why));
        }
        tell(store, tx, user);
    }

    /** Says how many are unread now. */
    static void tell(NotificationStore store, Transaction tx, long userId) {
        tx.publish(of(userId), new NotificationsChanged(userId, store.unread(userId)));
    }
}
