package com.pivotino.crm.api.notification.spi;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells people by one means, such as the app, mail or a chat (SEMANTICS B4, X7). An OSGi service, called through the plugin
 * invoker after the commit, outside of any transaction of ours. The product's own channels {@code app} and {@code mail} use
 * this interface with ranking -100.
 *
 * <p><b>Several match:</b> for one id the highest ranking is called, and only that one; channels of different ids do not know
 * of each other. Which of them a person gets is the person's choice.
 *
 * <p><b>Results:</b> {@link DeliveryResult.Outcome} says what each means.
 *
 * <p><b>An exception, no answer in time, null:</b> the same as {@code RETRY}. While a channel is away its deliveries wait.
 *
 * <p>Implementations are thread-safe, idempotent on {@link OutgoingNotification#deliveryId()} (after a crash a notification
 * comes again), return within the timeout ({@code crm.plugin.timeoutMs}, 2 s unless it is set), do not call command services
 * and do not keep what they are given.
 */
@ConsumerType
@ExtensionPoint(required = NotificationChannel.ID, exclusive = NotificationChannel.ID, mayAct = true)
public interface NotificationChannel {

    /** Service property, String, required: the channel's id, {@code [a-z][a-z0-9-]*}, at most 20 characters. */
    String ID = "crm.channel.id";

    /**
     * Service property, String+, default all: types of the events that it tells of, or patterns such as {@code pipeline.*}.
     * Events of other types are skipped for its users.
     */
    String TYPES = "crm.event.types";

    /**
     * Service property, Integer, default 1: how many notifications {@link #deliverAll} takes at once. With more than one the
     * product calls that instead of {@link #deliver}, within the same timeout.
     */
    String BATCH = "crm.channel.batch";

    /** Tells one person of one thing. */
    DeliveryResult deliver(OutgoingNotification notification);

    /**
     * Tells several people, for channels that do this better together.
     *
     * @param notifications at most as many as {@link #BATCH} says
     * @return a result for each, in their order; a list of another length is {@code RETRY} for all
     */
    default List<DeliveryResult> deliverAll(List<OutgoingNotification> notifications) {
        return notifications.stream().map(this::deliver).toList();
    }
}
