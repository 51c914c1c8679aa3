package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ANN;
import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.directory.User;
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
}
