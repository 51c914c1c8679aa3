package com.acme.crm.review.internal;

import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Posts notifications to a chat room's incoming hook. Configured in {@code etc/com.acme.crm.review.chat.cfg}. */
@Component(configurationPid = "com.acme.crm.review.chat", property = NotificationChannel.ID + "=acme-chat")
@Designate(ocd = ChatChannel.Config.class)
public final class ChatChannel implements NotificationChannel {

    /** Settings of the chat. */
    @ObjectClassDefinition(name = "Acme chat")
    public @interface Config {
        @AttributeDefinition(description = "Address that takes a POST of {\"text\": ...}; empty turns the channel off.")
        String url() default "";
    }

    private static final Duration TIMEOUT = Duration.ofMillis(1500);
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final ChatDeliveries deliveries;
    private final URI url;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** @param schema our table is there */
    @Activate
    public ChatChannel(@Reference(target = "(crm.module=acme-review)") SchemaReady schema,
            @Reference(target = "(osgi.jndi.service.name=crm)") DataSource database, @Reference Clock clock, Config config) {
        this(new ChatDeliveries(database, clock), config.url());
    }

    ChatChannel(ChatDeliveries deliveries, String url) {
        this.deliveries = deliveries;
        this.url = url.isBlank() ? null : URI.create(url);
    }

    @Override
    public DeliveryResult deliver(OutgoingNotification notification) {
        if (url == null) {
            return DeliveryResult.rejected("The chat is not configured.");
        }
        try {
            return switch (deliveries.claim(notification.deliveryId())) {
                case SENT_ALREADY -> DeliveryResult.delivered();
                case IN_OTHER_HANDS -> DeliveryResult.retry("The same notification is being posted.");
                case POST -> send(notification);
            };
        } catch (SQLException e) {
            return DeliveryResult.retry("The database does not answer.");
        }
    }

    private DeliveryResult send(OutgoingNotification notification) throws SQLException {
        DeliveryResult result = post(notification);
        if (result.outcome() == DeliveryResult.Outcome.DELIVERED) {
            deliveries.sent(notification.deliveryId());
        } else {
            deliveries.release(notification.deliveryId());
        }
        return result;
    }

    /** The chat knows a post that comes again after a crash by its key. */
    private DeliveryResult post(OutgoingNotification notification) {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(TIMEOUT).header("Content-Type", "application/json")
                .header("Idempotency-Key", "pivotino-" + notification.deliveryId())
                .POST(HttpRequest.BodyPublishers.ofString(ChatMessage.json(notification))).build();
        try {
            return result(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return DeliveryResult.retry("The chat does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DeliveryResult.retry("The call was interrupted.");
        }
    }

    private static DeliveryResult result(int status) {
        if (status >= OK && status < MULTIPLE_CHOICES) {
            return DeliveryResult.delivered();
        }
        boolean forGood = status >= BAD_REQUEST && status < SERVER_ERROR && status != TOO_MANY;
        return forGood ? DeliveryResult.rejected("The chat answers " + status + ".")
                : DeliveryResult.retry("The chat answers " + status + ".");
    }
}
