package com.acme.crm.review.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.ModuleUnit;
import com.pivotino.crm.testkit.NotificationChannelContract;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The chat channel on a real database and against a real HTTP server. */
public class ChatChannelTest extends NotificationChannelContract {

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private CrmHarness crm;
    private HttpServer chat;
    private ChatChannel channel;

    @Before
    public void open() throws IOException {
        crm = CrmHarness.start(Database.H2, new ModuleUnit("acme-review", ChatChannel.class.getClassLoader()));
        chat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        chat.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (status == 200) {
                posted.add(body);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        chat.start();
        channel = new ChatChannel(new ChatDeliveries(crm.dataSource(), crm.clock()),
                "http://127.0.0.1:" + chat.getAddress().getPort() + "/hook");
    }

    @After
    public void close() {
        chat.stop(0);
        crm.close();
    }

    @Override
    protected NotificationChannel channel() {
        return channel;
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(NotificationChannel.ID, "acme-chat");
    }

    @Override
    protected long reached() {
        return posted.size();
    }

    @Test
    public void the_room_reads_who_did_what() {
        channel.deliver(sample(1));
        assertEquals("{\"text\": \"Bob: Bob wrote (Fifty chairs)\"}", posted.get(0));
    }

    @Test
    public void a_busy_chat_is_tried_again_and_one_that_refuses_is_not() {
        status = 503;
        assertEquals(DeliveryResult.Outcome.RETRY, channel.deliver(sample(1)).outcome());
        status = 200;
        assertEquals(DeliveryResult.Outcome.DELIVERED, channel.deliver(sample(1)).outcome());
        status = 404;
        assertEquals(DeliveryResult.Outcome.REJECTED, channel.deliver(sample(2)).outcome());
    }

    @Test
    public void a_chat_that_is_away_is_tried_again_and_one_without_an_address_says_so() {
        chat.stop(0);
        assertEquals(DeliveryResult.Outcome.RETRY, channel.deliver(sample(1)).outcome());
        DeliveryResult off = new ChatChannel(new ChatDeliveries(crm.dataSource(), crm.clock()), "").deliver(sample(1));
        assertTrue(off.reason(), off.reason().contains("not configured"));
    }
}
