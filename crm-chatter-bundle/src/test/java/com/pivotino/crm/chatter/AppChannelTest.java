package com.pivotino.crm.chatter;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.notification.Notification;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.notification.spi.OutgoingNotification.Recipient;
import com.pivotino.crm.chatter.internal.inbox.AppChannel;
import com.pivotino.crm.chatter.internal.inbox.DefaultNotificationService;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.NotificationChannelContract;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** The app is a channel like any partner's, and coalesces what it is told whatever the order. */
public class AppChannelTest extends NotificationChannelContract {

    private static final Instant TEN = Instant.parse("2026-06-03T10:00:00Z");
    private static World world;
    private static AppChannel channel;
    private static DefaultNotificationService inbox;
    private static long records = 1000;
    private RecordRef card;

    @BeforeClass
    public static void open() {
        world = new World(Database.H2);
        SchemaReady ready = new SchemaReady() { };
        channel = new AppChannel(new ChatterCore(ready, world.crm.acts(), world.crm.jpa("crm-chatter"), world.directory, world.crm.clock(),
                world.crm.records()));
        inbox = new DefaultNotificationService(ready, world.crm.acts(), world.crm.jpa("crm-chatter"));
    }

    @AfterClass
    public static void close() {
        world.close();
    }

    @Before
    public void another() {
        card = RecordRef.opportunity(++records);
    }

    @Override
    protected NotificationChannel channel() {
        return channel;
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(NotificationChannel.ID, "app", NotificationChannel.BATCH, 50);
    }

    @Override
    protected long reached() {
        return inbox.list(world.actor(World.BOB), new ListQuery(1, null, null, true, Map.of())).total();
    }

    @Override
    protected OutgoingNotification sample(long id) {
        return told(id, "discussions", "Ann wrote", TEN, "c" + id, RecordRef.opportunity(50_000 + id));
    }

    private static OutgoingNotification told(long id, String kind, String title, Instant at, String cause, RecordRef record) {
        return new OutgoingNotification(id, "chatter.MessagePosted", kind, new Recipient(PersonRef.user(2), "Bob", "bob@example.com",
                Locale.ENGLISH, ZoneOffset.UTC), record, "Deal", 7L, title, "", new NamedPerson("user", 1, "Ann"), at, "You follow it.",
                cause);
    }

    private List<String> titles() {
        return inbox.list(world.actor(World.BOB), ListQuery.first(200)).items().stream().filter(notice -> notice.record().equals(card))
                .map(notice -> notice.title() + (notice.read() ? " read" : "")).toList();
    }

    private void read() {
        for (Notification notice : inbox.list(world.actor(World.BOB), ListQuery.first(200)).items()) {
            inbox.read(world.actor(World.BOB), notice.id());
        }
    }

    @Test
    public void what_comes_late_or_again_does_not_paint_over_what_is_newer() {
        channel.deliverAll(List.of(told(1, "stage_changed", "first", TEN, "a", card),
                told(2, "stage_changed", "second", TEN.plusSeconds(1), "b", card)));
        channel.deliver(told(1, "stage_changed", "first", TEN, "a", card));
        assertEquals(List.of("second"), titles());
        read();
        channel.deliver(told(1, "stage_changed", "first", TEN, "a", card));
        channel.deliver(told(2, "stage_changed", "second", TEN.plusSeconds(1), "b", card));
        assertEquals("what was read is not told again", List.of("second read"), titles());
    }

    @Test
    public void what_one_is_given_to_do_is_told_even_if_it_comes_late() {
        channel.deliver(told(2, "field_changes", "changed", TEN.plusSeconds(1), "b", card));
        channel.deliver(told(1, "assigned", "yours", TEN, "a", card));
        assertEquals(List.of("yours"), titles());
        channel.deliver(told(3, "field_changes", "changed again", TEN.plusSeconds(2), "c", card));
        assertEquals(List.of("yours"), titles());
    }

    @Test
    public void of_one_act_the_weightiest_is_told() {
        channel.deliverAll(List.of(told(1, "won", "won", TEN, "a", card), told(2, "field_changes", "changed", TEN, "a", card)));
        assertEquals(List.of("won"), titles());
    }
}
