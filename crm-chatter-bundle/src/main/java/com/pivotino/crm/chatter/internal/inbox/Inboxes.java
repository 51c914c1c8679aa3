package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.event.NotificationsChanged;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An inbox as a record: what is locked while it changes, and what tells that it has. */
final class Inboxes {

    private Inboxes() {
    }

    static RecordRef of(long userId) {
        return new RecordRef("inbox", userId);
    }

    /**
     * Puts each into its user's inbox, in the place of what is unread there about the same record. The same thing once more
     * changes nothing. One query a record, however many users there are.
     */
    static void put(NotificationStore store, List<OutgoingNotification> all) {
        Map<RecordRef, List<OutgoingNotification>> byRecord = all.stream()
                .collect(Collectors.groupingBy(OutgoingNotification::record, LinkedHashMap::new, Collectors.toList()));
        byRecord.forEach((record, told) -> {
            Map<Long, NotificationEntity> latest = store.latest(users(told), record);
            told.forEach(what -> latest.put(what.recipient().person().id(), put(store, what, latest.get(what.recipient().person().id()))));
        });
    }

    private static NotificationEntity put(NotificationStore store, OutgoingNotification what, NotificationEntity latest) {
        if (latest != null && latest.covers(what)) {
            latest.follow(what);
            return latest;
        }
        return store.add(new NotificationEntity(what));
    }

    /** Whom they are for. */
    static Set<Long> users(List<OutgoingNotification> told) {
        return told.stream().map(what -> what.recipient().person().id()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Says how many are unread now. */
    static void tell(NotificationStore store, Transaction tx, Collection<Long> users) {
        if (!users.isEmpty()) {
            store.unread(users).forEach((user, unread) -> tx.publish(of(user), new NotificationsChanged(user, unread)));
        }
    }

    static void tell(NotificationStore store, Transaction tx, long userId) {
        tell(store, tx, List.of(userId));
    }
}
