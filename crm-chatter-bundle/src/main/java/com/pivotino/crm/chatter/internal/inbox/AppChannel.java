package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells colleagues in the app: puts what they are told into their inboxes, and says how many notices are unread. */
@Component(service = NotificationChannel.class, property = {NotificationChannel.ID + "=app", "service.ranking:Integer=-100",
    NotificationChannel.BATCH + ":Integer=50", "crm.plugin.timeoutMs:Long=10000"})
public final class AppChannel implements NotificationChannel {

    private final ChatterCore core;

    @Activate
    public AppChannel(@Reference ChatterCore core) {
        this.core = core;
    }

    @Override
    public DeliveryResult deliver(OutgoingNotification notification) {
        return deliverAll(List.of(notification)).get(0);
    }

    /** One act for all of them. */
    @Override
    public List<DeliveryResult> deliverAll(List<OutgoingNotification> notifications) {
        List<OutgoingNotification> told = notifications.stream().filter(AppChannel::isForAnInbox).toList();
        Set<Long> users = Inboxes.users(told);
        if (!users.isEmpty()) {
            core.automation(users.stream().map(Inboxes::of).collect(Collectors.toSet()), (em, tx) -> {
                NotificationStore store = new NotificationStore(em);
                Inboxes.put(store, told);
                Inboxes.tell(store, tx, users);
                return null;
            });
        }
        return notifications.stream().map(what -> isForAnInbox(what) ? DeliveryResult.delivered()
                : DeliveryResult.rejected("Only colleagues have an inbox.")).toList();
    }

    private static boolean isForAnInbox(OutgoingNotification what) {
        PersonRef person = what.recipient().person();
        return person != null && person.isUser() && what.record() != null;
    }
}
