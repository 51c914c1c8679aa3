package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.event.NotificationsChanged;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import java.util.Optional;

/** An inbox as a record: what is locked while it changes, and what tells that it has. */
final class Inboxes {

    private Inboxes() {
    }

    static RecordRef of(long userId) {
        return new RecordRef("inbox", userId);
    }

    /**
     * Puts one thing into a user's inbox, in the place of what is unread there about the same record. The same thing once more
     * changes nothing.
     */
    static void put(NotificationStore store, OutgoingNotification what) {
        Optional<NotificationEntity> latest = store.latest(what.recipient().person().id(), what.record());
        if (latest.filter(notice -> notice.covers(what)).isPresent()) {
            latest.get().follow(what);
        } else {
            store.add(new NotificationEntity(what));
        }
    }

    /** Says how many are unread now. */
    static void tell(NotificationStore store, Transaction tx, long userId) {
        tx.publish(of(userId), new NotificationsChanged(userId, store.unread(userId)));
    }
}
