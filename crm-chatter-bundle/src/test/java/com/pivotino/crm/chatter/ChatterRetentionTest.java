package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.chatter.internal.retention.ChatterRetention;
import com.pivotino.crm.runtime.internal.retention.RetentionJob;
import com.pivotino.crm.runtime.internal.sql.Database;
import java.time.Duration;
import java.util.UUID;
import org.junit.Test;

/** What the chatter deletes when it is old, on both databases. */
public class ChatterRetentionTest extends OnWorld {

    private static final PersonRef SUE = PersonRef.contact(9);

    @Test
    public void what_was_settled_long_ago_goes_and_what_waits_and_the_entry_stay() {
        Mailbox box = new Mailbox(world.crm, world.directory, world.admin, world.settings, world.messages, world.policies);
        RecordRef card = world.card(ANN, ANN);
        world.follow(ANN, card, PersonRef.user(BOB.id()));
        FeedEntry entry = world.messages.post(world.actor(ANN), card, NewMessage.of("message", "Hello")).value();
        Mailbox.Sent sent = box.mailed(card, entry.id(), SUE, "sue@example.com");
        box.comes("sue@example.com", box.reply(sent), UUID.randomUUID() + "@example.com", "", "Yes.");
        box.comes("new@else.example", "crm@pivotino.example", UUID.randomUUID() + "@example.com", "", "Where?");
        box.sql("UPDATE ch_delivery SET state = 'sent', settled_at = created_at WHERE channel = 'app' AND entry_id = " + entry.id());
        box.sql("UPDATE ch_mail SET sent_at = created_at WHERE state = 'sent'");
        box.sql("INSERT INTO ch_access_view (id, record_type, record_id, person_kind, person_id, action, viewed_at) SELECT 1, record_type,"
                + " record_id, 'contact', 9, 'read', created_at FROM ch_mail WHERE token = '" + sent.token() + "'");
        world.crm.clock().advance(Duration.ofDays(1094));
        RetentionJob job = new RetentionJob(new Database(world.crm.dataSource(), world.crm.transactions()),
                () -> new ChatterRetention(new SchemaReady() { }).rules());
        job.run(world.crm.clock().instant());
        assertEquals("views are kept for a year", 0, count(box, "ch_access_view WHERE id = 1"));
        assertEquals(1, count(box, "ch_mail WHERE token = '" + sent.token() + "'"));
        assertEquals(1, count(box, "ch_mail_in WHERE entry_id IS NOT NULL AND record_id = " + card.id()));
        world.crm.clock().advance(Duration.ofDays(2));
        job.run(world.crm.clock().instant());
        assertEquals(0, count(box, "ch_mail WHERE token = '" + sent.token() + "'"));
        assertEquals(0, count(box, "ch_mail_in WHERE entry_id IS NOT NULL AND record_id = " + card.id()));
        assertEquals("who waits for an administrator stays", 1,
                count(box, "ch_mail_in WHERE state = 'quarantined' AND excerpt = 'Where?'"));
        assertEquals(0, count(box, "ch_delivery WHERE state = 'sent' AND channel = 'app' AND entry_id = " + entry.id()));
        assertEquals("mail to Bob is still to be handed over", 1,
                count(box, "ch_delivery WHERE state = 'pending' AND person_id = 2 AND entry_id = " + entry.id()));
        assertEquals(2, world.feed(ANN, card, "message").size());
    }

    private static int count(Mailbox box, String what) {
        return ((Number) box.all("SELECT COUNT(*) FROM " + what).get(0)).intValue();
    }
}
