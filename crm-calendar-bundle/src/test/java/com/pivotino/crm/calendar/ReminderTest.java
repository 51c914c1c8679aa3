package com.pivotino.crm.calendar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.calendar.DueReminder;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.directory.event.UserChanged;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.reminder.EmailChannel;
import com.pivotino.crm.calendar.internal.reminder.PopupChannel;
import com.pivotino.crm.calendar.internal.reminder.ReminderJob;
import com.pivotino.crm.calendar.internal.service.CalendarExtensions;
import com.pivotino.crm.calendar.internal.service.CalendarTransactions;
import com.pivotino.crm.calendar.internal.service.OwnChannel;
import com.pivotino.crm.calendar.internal.service.ReminderChannels;
import com.pivotino.crm.testkit.ComponentConfig;
import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.DirectPlugins;
import com.pivotino.crm.testkit.ModuleUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.Test;

/** Reminders ring once, whatever happens to clocks, nodes and events (SEMANTICS N1 to N5). It is Wednesday 3 June 2026, 10:00. */
public class ReminderTest extends OnWorld {

    private static final List<?> QUARTER = List.of(World.remind(15, "minutes", "popup"));

    private Event at(String start, String end, Object... more) {
        Object[] all = java.util.Arrays.copyOf(more, more.length + 2);
        all[more.length] = "reminders";
        all[more.length + 1] = QUARTER;
        return world.create(world.ann(), "Demo", start, end, "UTC", all);
    }

    private List<Instant> rung() {
        return world.popups(world.ann()).stream().map(DueReminder::fireAt).toList();
    }

    @Test
    public void N3_a_job_that_runs_often_rings_once_a_key() {
        at("2026-06-03T11:00", "2026-06-03T12:00");
        world.tick("2026-06-03T10:44:59Z");
        assertEquals(List.of(), rung());
        for (int minute = 45; minute < 60; minute += 5) {
            world.tick("2026-06-03T10:" + minute + ":00Z");
        }
        assertEquals(List.of(Instant.parse("2026-06-03T10:45:00Z")), rung());
        assertFalse(world.popups(world.ann()).get(0).late());
    }

    @Test
    public void N3_a_lead_cut_from_15_to_5_after_ringing_rings_once_more() {
        Event event = at("2026-06-03T11:00", "2026-06-03T12:00");
        world.tick("2026-06-03T10:46:00Z");
        world.edit(world.ann(), event.id(), World.single(), "reminders", List.of(World.remind(5, "minutes", "popup")));
        world.tick("2026-06-03T10:50:00Z");
        assertEquals(1, rung().size());
        world.tick("2026-06-03T10:55:30Z");
        world.tick("2026-06-03T10:56:00Z");
        assertEquals(List.of(Instant.parse("2026-06-03T10:45:00Z"), Instant.parse("2026-06-03T10:55:00Z")), rung());
    }

    @Test
    public void N3_a_series_begun_eight_weeks_ago_rings_once_for_the_next_occurrence() {
        world.create(world.ann(), "Weekly", "2026-04-08T11:00", "2026-04-08T12:00", "UTC", "rrule", "FREQ=WEEKLY", "reminders", QUARTER);
        world.tick("2026-06-03T10:30:00Z");
        assertEquals(List.of(), rung());
        world.tick("2026-06-03T10:50:00Z");
        assertEquals(List.of("2026-06-03T11:00"), world.popups(world.ann()).stream().map(DueReminder::recurrenceId).toList());
        world.tick("2026-06-10T10:46:00Z");
        assertEquals(2, rung().size());
    }

    @Test
    public void N3_an_event_moved_into_the_past_rings_never() {
        Event event = at("2026-06-03T12:00", "2026-06-03T13:00");
        world.edit(world.ann(), event.id(), World.single(), "start", "2026-06-03T08:00", "end", "2026-06-03T09:00");
        world.tick("2026-06-03T10:01:00Z");
        world.tick("2026-06-03T12:30:00Z");
        assertEquals(List.of(), rung());
        assertEquals(List.of(), world.reminders(world.ann(), "missed"));
    }

    @Test
    public void N3_a_moved_event_rings_for_its_new_start_and_at_once_if_that_is_near() {
        Event event = at("2026-06-03T11:00", "2026-06-03T12:00");
        world.tick("2026-06-03T10:46:00Z");
        world.edit(world.ann(), event.id(), World.single(), "start", "2026-06-03T10:55", "end", "2026-06-03T11:55");
        world.tick("2026-06-03T10:47:00Z");
        assertEquals("the popup of the old time is gone", List.of("2026-06-03T10:55"),
                world.popups(world.ann()).stream().map(one -> one.start().local().toString()).toList());
        world.edit(world.ann(), event.id(), World.single(), "title", "Renamed");
        world.tick("2026-06-03T10:48:00Z");
        assertEquals(1, rung().size());
    }

    @Test
    public void N3_what_was_due_while_nobody_looked_comes_late_and_after_the_end_is_missed() {
        at("2026-06-03T11:00", "2026-06-03T12:00");
        at("2026-06-03T13:00", "2026-06-03T14:00");
        world.tick("2026-06-03T11:30:00Z");
        assertTrue(world.popups(world.ann()).get(0).late());
        world.tick("2026-06-03T15:00:00Z");
        assertEquals(1, rung().size());
        assertEquals(1, world.reminders(world.ann(), "missed").size());
    }

    @Test
    public void N3_made_or_moved_inside_its_lead_time_it_comes_at_once_and_is_not_late() {
        Event event = at("2026-06-03T10:10", "2026-06-03T11:00");
        world.tick("2026-06-03T10:00:05Z");
        assertFalse("nobody was late", world.popups(world.ann()).get(0).late());
        world.edit(world.ann(), event.id(), World.single(), "start", "2026-06-03T10:05", "end", "2026-06-03T10:30");
        world.tick("2026-06-03T10:00:10Z");
        assertFalse(world.popups(world.ann()).get(0).late());
    }

    @Test
    public void N3_what_nobody_rang_before_the_event_was_changed_is_late() {
        Event event = at("2026-06-03T11:00", "2026-06-03T12:00");
        world.crm.clock().set(Instant.parse("2026-06-03T10:50:00Z"));
        world.edit(world.ann(), event.id(), World.single(), "title", "Renamed");
        world.tick("2026-06-03T10:50:05Z");
        assertTrue(world.popups(world.ann()).get(0).late());
    }

    @Test
    public void N3_a_clock_that_jumps_back_rings_nothing_twice() {
        world.create(world.ann(), "Daily", "2026-06-03T11:00", "2026-06-03T12:00", "UTC", "rrule", "FREQ=DAILY", "reminders", QUARTER);
        world.tick("2026-06-04T10:50:00Z");
        int after = world.reminders(world.ann(), "pending").size() + world.reminders(world.ann(), "missed").size();
        world.tick("2026-06-03T10:00:00Z");
        world.tick("2026-06-03T10:50:00Z");
        world.tick("2026-06-04T10:51:00Z");
        assertEquals(after, world.reminders(world.ann(), "pending").size() + world.reminders(world.ann(), "missed").size());
    }

    @Test
    public void N3_two_nodes_at_once_make_one_delivery_each() {
        for (int i = 0; i < 10; i++) {
            at("2026-06-03T11:00", "2026-06-03T12:00");
        }
        world.crm.clock().set(Instant.parse("2026-06-03T10:50:00Z"));
        try (CrmHarness second = secondNode()) {
            ReminderJob job = job(second, new PopupChannel());
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> job.run(world.crm.clock().instant()));
            world.job.run(world.crm.clock().instant());
            other.join();
        }
        assertEquals(10, rung().size());
    }

    @Test
    public void N3_a_node_that_pauses_while_it_delivers_makes_no_second_delivery_when_it_wakes() throws Exception {
        world.create(world.ann(), "Demo", "2026-06-03T12:00", "2026-06-03T13:00", "UTC", "attendees",
                List.of(World.user(World.BOB), World.mail("zoe@customer.example")), "reminders",
                List.of(World.remind(15, "minutes", "email")));
        long before = mails();
        CountDownLatch pausing = new CountDownLatch(1);
        CountDownLatch waking = new CountDownLatch(1);
        EmailChannel mail = new EmailChannel(world.directory);
        OwnChannel paused = new OwnChannel() {
            @Override
            public Result deliver(ReminderMessage message) {
                pausing.countDown();
                await(waking);
                return mail.deliver(message);
            }

            @Override
            public void tell(ReminderMessage message, Locale reader, Transaction tx) {
                mail.tell(message, reader, tx);
            }

            @Override
            public boolean stays() {
                return mail.stays();
            }
        };
        try (CrmHarness second = secondNode()) {
            ReminderJob job = job(second, paused);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> job.run(Instant.parse("2026-06-03T11:45:01Z")));
            await(pausing);
            world.tick("2026-06-03T11:45:05Z");
            assertEquals("all but the one that the paused node holds", 2, mails() - before);
            world.tick("2026-06-03T11:47:02Z");
            assertEquals("taken over when the paused node's claim is over", 3, mails() - before);
            waking.countDown();
            other.join();
        }
        world.tick("2026-06-03T11:47:10Z");
        assertEquals("one mail for each of the three, from both nodes together", 3, mails() - before);
    }

    private static CrmHarness secondNode() {
        return world.crm.node(new ModuleUnit("calendar", CalendarEvent.class.getClassLoader()));
    }

    /** The job of a further node, with one channel of ours. */
    private static ReminderJob job(CrmHarness node, OwnChannel channel) {
        CalendarExtensions extensions = new CalendarExtensions(ComponentConfig.of(CalendarExtensions.Config.class, Map.of()));
        ReminderChannels channels = new ReminderChannels(new DirectPlugins());
        channels.addChannel(channel, Map.of(ReminderChannel.ID, channel.stays() ? "popup" : "email"));
        return new ReminderJob(new CalendarTransactions(null, node.acts(), node.jpa("crm-calendar"), world.directory, extensions,
                node.records()), channels);
    }

    /** How many mails all nodes have asked for. */
    private static long mails() {
        return world.crm.jpa("crm-calendar").txExpr(TransactionType.Required, em -> ((Number) em.createNativeQuery(
                "SELECT COUNT(*) FROM rt_event WHERE type = 'mail.MailRequested'").getSingleResult()).longValue());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue("in time", latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    public void N1_attendees_inherit_the_set_and_theirs_survives_edits() {
        Event event = at("2026-06-03T12:00", "2026-06-03T13:00", "attendees", List.of(World.user(World.BOB), World.user(World.EVE)));
        world.edit(world.bob(), event.id(), World.single(), "reminders", List.of(World.remind(1, "hours", "popup")));
        assertThrows(CrmException.class, () -> world.edit(world.bob(), event.id(), World.single(), "title", "Bob's"));
        world.edit(world.ann(), event.id(), World.single(), "title", "Renamed", "reminders", List.of(World.remind(10, "minutes", "popup")));
        world.tick("2026-06-03T11:00:30Z");
        assertEquals(1, world.popups(world.bob()).size());
        assertEquals(0, world.popups(world.eve()).size());
        world.tick("2026-06-03T11:50:30Z");
        assertEquals(1, world.popups(world.eve()).size());
        assertEquals("his own only", 1, world.popups(world.bob()).size());
    }

    @Test
    public void N4_who_declined_has_left_or_has_no_address_is_skipped_and_stops_nobody() {
        world.directory.add(new User(3, 1, "eve", "Eve", "", null, null, Set.of(Role.SALESPERSON), true));
        Event event = world.create(world.ann(), "Demo", "2026-06-03T12:00", "2026-06-03T13:00", "UTC", "attendees",
                List.of(World.user(World.BOB), World.user(World.EVE), World.user(World.ADA), World.mail("zoe@customer.example")),
                "reminders", List.of(World.remind(15, "minutes", "email")));
        world.calendar.answer(world.bob(), event.id(), "declined", null);
        world.directory.add(new User(4, 1, "ada", "Ada", "ada@example.com", null, null, Set.of(), false));
        world.told.clear();
        world.tick("2026-06-03T11:45:00Z");
        List<String> mailed = world.told(MailRequested.class).stream()
                .map(mail -> mail.person() == null ? mail.email() : mail.person().toString()).sorted().toList();
        assertEquals(List.of("user:1", "zoe@customer.example"), mailed);
        world.tick("2026-06-03T11:46:00Z");
        assertEquals("once", 2, world.told(MailRequested.class).size());
        assertEquals(1, world.reminders(world.ann(), "delivered").size());
    }

    @Test
    public void a_colleague_is_reminded_by_mail_in_their_language_and_zone_and_somebody_outside_in_the_meetings() {
        world.directory.add(new User(2, 1, "bob", "Bob", "bob@example.com", "America/New_York", "de-DE", Set.of(Role.SALESPERSON), true));
        world.create(world.ann(), "Demo", "2026-06-03T14:00", "2026-06-03T15:00", "Europe/Berlin", "attendees",
                List.of(World.user(World.BOB), World.mail("zoe@customer.example")),
                "reminders", List.of(World.remind(15, "minutes", "email")));
        world.told.clear();
        world.tick("2026-06-03T11:45:00Z");
        Map<String, String> mailed = new TreeMap<>();
        world.told(MailRequested.class).forEach(mail -> mailed.put(mail.person() == null ? mail.email() : mail.person().toString(),
                mail.text()));
        assertEquals("Demo\nMittwoch, 3. Juni 2026, 08:00 (America/New_York)", mailed.get("user:2"));
        assertTrue(mailed.get("zoe@customer.example"), mailed.get("zoe@customer.example").contains("14:00 (Europe/Berlin)"));
    }

    @Test
    public void N5_dismissed_in_one_session_is_dismissed_and_a_snoozed_one_comes_back() {
        at("2026-06-03T11:00", "2026-06-03T12:00");
        world.tick("2026-06-03T10:45:00Z");
        DueReminder popup = world.popups(world.ann()).get(0);
        assertThrows("another's", CrmException.class, () -> world.reminders.dismiss(world.bob(), popup.id()));
        world.reminders.snooze(world.ann(), popup.id(), 5);
        assertEquals(List.of(), rung());
        world.tick("2026-06-03T10:50:00Z");
        assertEquals(1, rung().size());
        assertEquals("dismissed", world.reminders.dismiss(world.ann(), popup.id()).state());
        assertEquals("dismissed", world.reminders.dismiss(world.ann(), popup.id()).state());
        assertEquals(List.of(), rung());
        assertEquals("minutes", assertThrows(CrmException.class, () -> world.reminders.snooze(world.ann(), popup.id(), 0))
                .fields().get(0).field());
    }

    @Test
    public void N2_days_before_mean_the_same_wall_time_in_the_recipients_zone_and_all_day_ones_nine_oclock() {
        world.zone(World.ANN, "Europe/Berlin");
        world.crm.clock().set(Instant.parse("2026-10-20T10:00:00Z"));
        world.create(world.ann(), "After the change", "2026-10-25T18:00", "2026-10-25T19:00", "Europe/Berlin", "reminders",
                List.of(World.remind(1, "days", "popup"), World.remind(24, "hours", "popup")));
        world.create(world.ann(), "Fair", "2026-10-27", "2026-10-28", null, "reminders", List.of(World.remind(1, "days", "popup")));
        world.tick("2026-10-28T23:00:00Z");
        List<Instant> due = new ArrayList<>(world.reminders(world.ann(), "missed").stream().map(DueReminder::fireAt).sorted().toList());
        assertEquals(List.of(Instant.parse("2026-10-24T16:00:00Z"), Instant.parse("2026-10-24T17:00:00Z"),
                Instant.parse("2026-10-26T08:00:00Z")), due);
    }

    @Test
    public void N2_who_moves_to_another_zone_is_reminded_by_its_days() {
        world.create(world.ann(), "Fair", "2026-06-10", "2026-06-11", null, "reminders", List.of(World.remind(0, "days", "popup")));
        world.zone(World.ANN, "Pacific/Auckland");
        world.publish(new RecordRef("user", 1), new UserChanged(1, "Ann", "Pacific/Auckland", true, true));
        world.crm.deliverAll();
        world.tick("2026-06-09T21:00:30Z");
        assertEquals("nine in Auckland", List.of(Instant.parse("2026-06-09T21:00:00Z")), rung());
    }

    @Test
    public void a_partners_channel_delivers_and_a_failing_one_is_asked_again() {
        List<ReminderMessage> delivered = new ArrayList<>();
        ReminderChannel pager = message -> {
            delivered.add(message);
            if (delivered.size() == 1) {
                throw new IllegalStateException("busy");
            }
            return ReminderChannel.Result.DELIVERED;
        };
        world.channels.addChannel(pager, Map.of(ReminderChannel.ID, "pager"));
        try {
            world.create(world.ann(), "Demo", "2026-06-03T12:00", "2026-06-03T13:00", "UTC", "reminders",
                    List.of(World.remind(15, "minutes", "pager")));
            world.tick("2026-06-03T11:45:00Z");
            world.tick("2026-06-03T11:45:00.500Z");
            assertEquals(1, delivered.size());
            world.tick("2026-06-03T11:45:02Z");
            assertEquals(2, delivered.size());
            assertEquals(delivered.get(0).key(), delivered.get(1).key());
            assertEquals(1, world.reminders(world.ann(), "delivered").size());
        } finally {
            world.channels.removeChannel(pager);
        }
    }
}
