package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.event.NotificationsChanged;
import com.pivotino.crm.api.event.Transaction;

/** An inbox as a record: what is locked while it changes, and what tells that it has. */
final class Inboxes {

    private Inboxes() {
    }

    static RecordRef of(long userId) {
        return new RecordRef("inbox", userId);
    }

    /** Says how many are unread now. */
    static void tell(NotificationStore store, Transaction tx, long userId) {
        tx.publish(of(userId), new NotificationsChanged(userId, store.unread(userId)));
    }
}
