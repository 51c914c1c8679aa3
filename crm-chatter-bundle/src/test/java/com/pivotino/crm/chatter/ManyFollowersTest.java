package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.chatter.internal.delivery.DeliveryEntity;
import com.pivotino.crm.chatter.internal.domain.Following;
import java.util.Set;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.Test;

/** A message to a thousand followers: everybody has their deliveries, written with the message. */
public class ManyFollowersTest extends OnWorld {

    private static final int MANY = 1000;
    private static final int FIRST = 10_000;

    @Test
    public void a_message_to_a_thousand_followers_is_written_down_for_each_of_them() {
        RecordRef card = world.card(ANN, ANN);
        world.crm.jpa("crm-chatter").tx(TransactionType.Required, em -> {
            for (long id = FIRST; id < FIRST + MANY; id++) {
                world.directory.add(new User(id, 1, "u" + id, "User " + id, "u" + id + "@example.com", null, null, Set.of(), true));
                em.persist(new Following(card, PersonRef.user(id), world.crm.clock().instant()));
            }
        });
        for (int i = 0; i < Integer.getInteger("crm.rounds", 1); i++) {
            long from = System.nanoTime();
            long id = world.messages.post(world.actor(ANN), card, NewMessage.of("message", "To all")).value().id();
            long millis = (System.nanoTime() - from) / 1_000_000;
            if (Boolean.getBoolean("crm.measure")) {
                System.out.println(database + " " + millis + " ms");
            }
            assertEquals(2L * MANY, (long) world.crm.jpa("crm-chatter").txExpr(TransactionType.Required, em -> em.createQuery(
                    "SELECT COUNT(d) FROM DeliveryEntity d WHERE d.entryId = :id AND d.state = 'pending'", Long.class)
                    .setParameter("id", id).getSingleResult()));
        }
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
