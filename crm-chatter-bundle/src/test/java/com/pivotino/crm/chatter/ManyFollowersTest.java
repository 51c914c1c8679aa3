package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.chatter.internal.delivery.DeliveryEntity;
import com.pivotino.crm.chatter.internal.delivery.Lanes;
import com.pivotino.crm.chatter.internal.delivery.LateDeliveriesListener;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.Test;

/** A message to a thousand followers: everybody has their deliveries, and the author does not wait for them. */
public class ManyFollowersTest extends OnWorld {

    private static final int MANY = 1000;
    private static final int FIRST = 10_000;

    private static RecordRef followed() {
        RecordRef card = world.card(ANN, ANN);
        world.crm.jpa("crm-chatter").tx(TransactionType.Required, em -> {
            for (long id = FIRST; id < FIRST + MANY; id++) {
                world.directory.add(new User(id, 1, "u" + id, "User " + id, "u" + id + "@example.com", null, null, Set.of(), true));
                em.persist(new Following(card, PersonRef.user(id), world.crm.clock().instant()));
            }
        });
        return card;
    }

    private static long post(RecordRef card) {
        return world.messages.post(world.actor(ANN), card, NewMessage.of("message", "To all")).value().id();
    }

    private static long rows(long entry, String state) {
        return world.crm.jpa("crm-chatter").txExpr(TransactionType.Required, em -> em.createQuery("SELECT COUNT(DISTINCT d.personId)"
                + " FROM DeliveryEntity d WHERE d.entryId = :id AND d.state = :state", Long.class).setParameter("id", entry)
                .setParameter("state", state).getSingleResult());
    }

    @Test
    public void a_message_to_a_thousand_followers_does_not_wait_for_a_row_for_each_of_them() {
        RecordRef card = followed();
        for (int i = 0; i < Integer.getInteger("crm.rounds", 1); i++) {
            long from = System.nanoTime();
            long id = post(card);
            if (Boolean.getBoolean("crm.measure")) {
                System.out.println(database + " " + (System.nanoTime() - from) / 1_000_000 + " ms");
            }
            FeedEntry entry = world.messages.message(world.actor(ANN), id).entry();
            assertEquals("Listed at once", 100, entry.deliveries().size());
            assertEquals("Written at once", 100L, count(id));
            long read = 0;
            String cursor = null;
            do {
                var page = world.messages.deliveries(world.actor(ANN), id, new ListQuery(200, cursor, null, false, Map.of()));
                read += page.items().size();
                cursor = page.next();
            } while (cursor != null);
            assertEquals("Whoever looks sees all", 2L * MANY + 1, read);
            assertEquals(2L * MANY + 1, count(id));
            assertEquals(MANY, rows(id, "pending"));
        }
    }

    private static long count(long entry) {
        return world.crm.jpa("crm-chatter").txExpr(TransactionType.Required, em -> em.createQuery(
                "SELECT COUNT(d) FROM DeliveryEntity d WHERE d.entryId = :id", Long.class).setParameter("id", entry).getSingleResult());
    }

    @Test
    public void each_of_a_thousand_followers_is_told_once_also_by_two_nodes() {
        RecordRef card = followed();
        long id = post(card);
        List<Long> told = new ArrayList<>();
        NotificationChannel channel = notification -> {
            if (notification.entryId() == id) {
                told.add(notification.recipient().person().id());
            }
            return DeliveryResult.delivered();
        };
        ChatterCore core = new ChatterCore(new SchemaReady() { }, world.crm.acts(), world.crm.jpa("crm-chatter"), world.directory,
                world.crm.clock(), world.crm.records());
        Lanes.of("app", channel, core).accept(world.crm.clock().instant());
        Lanes.of("app", channel, core).accept(world.crm.clock().instant());
        assertEquals(MANY, told.stream().distinct().count());
        assertEquals(MANY, told.size());
        assertEquals(MANY, rows(id, "sent"));
    }

    @Test
    public void what_waits_is_written_out_when_the_message_is_heard_of() {
        LateDeliveriesListener listener = new LateDeliveriesListener(new ChatterCore(new SchemaReady() { }, world.crm.acts(),
                world.crm.jpa("crm-chatter"), world.directory, world.crm.clock(), world.crm.records()));
        world.crm.listener("chatter.late", new String[] {"chatter.MessagePosted", "chatter.MessageEdited"}, listener);
        long id = post(followed());
        assertEquals(100L, count(id));
        world.crm.deliverAll();
        assertEquals(2L * MANY + 1, count(id));
    }

    @Test
    public void nobody_is_told_of_a_message_deleted_at_once() {
        long id = post(followed());
        world.messages.delete(world.actor(ANN), id);
        assertEquals(0, rows(id, "pending"));
        assertEquals(MANY + 1, rows(id, "skipped"));
    }

    @Test
    public void a_delivery_is_kept_as_it_was_made_and_the_next_entry_has_an_id_of_its_own() {
        RecordRef card = world.card(ANN, ANN);
        world.follow(ANN, card, PersonRef.user(BOB.id()));
        for (int i = 0; i < 60; i++) {
            long id = world.messages.post(world.actor(ANN), card, NewMessage.of("message", "To Bob " + i)).value().id();
            DeliveryEntity mail = world.crm.jpa("crm-chatter").txExpr(TransactionType.Required, em -> em.createQuery(
                    "SELECT d FROM DeliveryEntity d WHERE d.entryId = :id AND d.channel = 'mail' AND d.personId = 2",
                    DeliveryEntity.class).setParameter("id", id).getSingleResult());
            assertEquals(world.crm.clock().instant(), mail.createdAt());
            assertEquals(mail.createdAt().plusSeconds(60), mail.dueAt());
            assertEquals("Ann wrote on Deal " + card.id() + ": To Bob " + i, mail.title());
            assertEquals(card, mail.record());
            assertEquals("pending", mail.state().key());
        }
    }
}
