package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.activity.internal.morning.MorningMail;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.api.module.SchemaReady;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The morning mail of one's activities, in one's own zone, on both databases. */
public class MorningMailTest extends OnWorld {

    private final List<MailRequested> mails = new ArrayList<>();
    private final Reaction hears = (event, tx) -> mails.add(event.body(MailRequested.class));
    private MorningMail morning;
    private RecordRef card;

    @Before
    public void begin() {
        morning = new MorningMail(new SchemaReady() { }, world.crm.acts(), world.crm.jpa("crm-activity"), world.directory, world.work);
        world.crm.reaction(hears, Map.of(Reaction.ID, "test.mails", Reaction.TYPES, "mail.MailRequested"));
        world.crm.acts().read(() -> world.crm.jpa("crm-activity").txExpr(org.apache.aries.jpa.template.TransactionType.Required,
                em -> em.createNativeQuery("DELETE FROM ac_morning").executeUpdate()));
        card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.QUALIFIED, false);
        prefers("daily", "both");
        world.plan(world.ann(), card, "Send the offer", "2026-06-03");
        world.plan(world.ann(), card, "Call back", "2026-06-01");
        world.plan(world.ann(), card, "Later", "2026-06-09");
    }

    @After
    public void end() {
        world.crm.remove(hears);
        prefers("immediate", "both");
    }

    @Test
    public void at_eight_in_ones_own_zone_the_days_work_is_mailed_once() {
        world.moveToZone(World.ANN, "America/New_York");
        run("2026-06-03T11:59:00Z");
        assertEquals("seven fifty-nine in New York", 0, mails.size());
        run("2026-06-03T12:00:00Z");
        run("2026-06-03T12:05:00Z");
        assertEquals(1, mails.size());
        MailRequested mail = mails.get(0);
        assertEquals("Your day: 2 activities", mail.subject());
        assertEquals(1, mail.person().id());
        assertTrue(mail.text(), mail.text().startsWith("Overdue:\n- Call: Call back (Deal " + card.id()
                + "), due 2026-06-01\n\nToday:\n- Call: Send the offer"));
        run("2026-06-04T12:01:00Z");
        assertEquals("the next day again", 2, mails.size());
    }

    @Test
    public void nobody_is_mailed_who_did_not_choose_it_who_has_left_or_after_noon() {
        run("2026-06-03T12:00:00Z");
        assertEquals("noon is too late", 0, mails.size());
        prefers("immediate", "both");
        run("2026-06-03T09:00:00Z");
        prefers("daily", "app");
        run("2026-06-03T09:00:00Z");
        prefers("daily", "both");
        User ann = world.directory.user(1).orElseThrow();
        world.directory.add(new User(1, 2, ann.login(), ann.name(), ann.email(), null, null, ann.roles(), false));
        run("2026-06-03T09:00:00Z");
        assertEquals(0, mails.size());
        world.directory.add(ann);
        run("2026-06-03T09:00:00Z");
        assertEquals(1, mails.size());
    }

    private void prefers(String digest, String channels) {
        world.directory.prefers(1, new NotificationPreferences(channels, Map.of(), digest, null, null));
    }

    private void run(String now) {
        world.crm.clock().set(Instant.parse(now));
        morning.run(Instant.parse(now));
    }
}
