package com.pivotino.crm.chatter.internal.mail.out;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.chatter.internal.mail.out.ScriptedSmtp.Fault;
import com.pivotino.crm.testkit.CrmHarness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

public class MailSenderTest extends OnMailWorld {

    private static final PersonRef SUE = PersonRef.contact(9);

    @Test
    public void a_mail_goes_once_and_the_delivery_says_so() {
        OutgoingNotification message = queued("sue@customer.example");
        world.channel.deliver(message);
        assertEquals("pending", world.state(message.deliveryId()));
        world.send();
        world.send();
        assertEquals(1, smtp.taken.size());
        assertEquals("sue@customer.example", smtp.taken.get(0).to());
        assertTrue(smtp.taken.get(0).from(), smtp.taken.get(0).from().matches("crm\\+b\\.[a-z0-9]{20}@pivotino\\.example"));
        assertEquals("sent", world.state(message.deliveryId()));
    }

    @Test
    public void without_a_server_mails_wait_and_no_attempt_is_lost() {
        OutgoingNotification message = queued("sue@customer.example");
        world.server(0, Map.of());
        world.sendForADay();
        assertEquals("pending", world.state(message.deliveryId()));
        world.server(smtp.port(), Map.of());
        world.send();
        assertEquals("sent", world.state(message.deliveryId()));
    }

    @Test
    public void later_means_after_1_5_30_minutes_2_and_8_hours_then_failed() {
        OutgoingNotification message = queued("sue@customer.example");
        for (Duration wait : List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2),
                Duration.ofHours(8))) {
            smtp.script.add(Fault.RCPT_4XX);
            world.send();
            assertEquals("pending", world.state(message.deliveryId()));
            world.crm.clock().advance(wait.minusSeconds(1));
            world.send();
            assertTrue("not before " + wait, smtp.script.isEmpty() && smtp.taken.isEmpty());
            world.crm.clock().advance(Duration.ofSeconds(1));
        }
        smtp.script.add(Fault.RCPT_4XX);
        world.send();
        assertEquals("failed", world.state(message.deliveryId()));
        assertEquals("450 4.2.1 greylisted", world.one("SELECT reason FROM ch_delivery WHERE id = " + message.deliveryId()));
    }

    @Test
    public void a_mailbox_that_is_not_there_is_a_bounce_at_once() {
        OutgoingNotification message = queued("nobody@customer.example");
        smtp.script.add(Fault.RCPT_NO_MAILBOX);
        String told = "SELECT COUNT(*) FROM rt_event WHERE type = 'mail.AddressBounced'";
        long before = world.count(told);
        world.send();
        assertEquals("bounced", world.state(message.deliveryId()));
        assertEquals(before + 1, world.count(told));
    }

    @Test
    public void one_bad_recipient_harms_nobody_else() {
        List<OutgoingNotification> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(queued("person" + i + "@customer.example"));
            smtp.script.add(i == 7 ? Fault.RCPT_5XX : Fault.NONE);
        }
        world.send();
        assertEquals(19, smtp.taken.size());
        assertEquals("failed", world.state(all.get(7).deliveryId()));
        assertEquals(19, world.count("SELECT COUNT(*) FROM ch_delivery WHERE state = 'sent'"));
    }

    @Test
    public void whatever_the_server_does_each_mail_arrives_once_or_twice_under_one_id_or_is_shown_as_failed() {
        List<Fault> faults = new ArrayList<>(EnumSet.complementOf(EnumSet.of(Fault.SILENT, Fault.NONE)));
        Random random = new Random(7);
        int dropped = 0;
        for (int i = 0; i < 60; i++) {
            queued("person" + i + "@customer.example");
            Fault fault = faults.get(random.nextInt(faults.size()));
            dropped += fault == Fault.DROPPED_AFTER_DATA ? 1 : 0;
            smtp.script.add(fault);
        }
        world.sendForADay();
        assertTrue("the script was played", smtp.script.isEmpty());
        Map<String, List<String>> ids = new TreeMap<>();
        smtp.taken.forEach(mail -> ids.computeIfAbsent(mail.to(), to -> new ArrayList<>()).add(header(mail.raw(), "Message-ID")));
        ids.forEach((to, got) -> assertEquals(to + " under one id", 1, new HashSet<>(got).size()));
        long refused = world.count("SELECT COUNT(*) FROM ch_delivery WHERE state IN ('failed', 'bounced') AND reason LIKE '5%'");
        assertEquals("arrived or refused for good", 60, ids.size() + refused);
        assertEquals("more than once only what was dropped after DATA", 60 - refused + dropped, smtp.taken.size());
        assertEquals(0, world.count("SELECT COUNT(*) FROM ch_delivery WHERE state = 'pending'"));
    }

    /** Each death leaves a mail anywhere on its way, also taken by the server and not noted; the server misbehaves besides. */
    @Test
    public void over_fifty_kills_each_mail_arrives_once_or_twice_under_one_id() {
        Random random = new Random(11);
        List<Fault> faults = List.of(Fault.NONE, Fault.NONE, Fault.RCPT_4XX, Fault.LATER_AFTER_DATA, Fault.DROPPED_BEFORE_DATA);
        int queued = 0;
        int kills = 0;
        while (kills < Integer.getInteger("crm.mail.kills", 50)) {
            while (queued < 5 * (kills + 1)) {
                queued("person" + queued++ + "@customer.example");
            }
            smtp.script.add(faults.get(random.nextInt(faults.size())));
            MailSender sender = new MailSender(world.core(new DyingActs(world.crm.acts(), 1 + random.nextInt(9))), world.settings,
                    world.files);
            try {
                sender.run(world.crm.clock().instant());
            } catch (DyingActs.Killed e) {
                kills++;
            }
            world.crm.clock().advance(MailSender.CLAIM.plusSeconds(1));
        }
        smtp.script.clear();
        world.sendForADay();
        Map<String, List<String>> ids = new TreeMap<>();
        smtp.taken.forEach(mail -> ids.computeIfAbsent(mail.to(), to -> new ArrayList<>()).add(header(mail.raw(), "Message-ID")));
        assertEquals("all arrived", queued, ids.size());
        ids.forEach((to, got) -> {
            assertEquals(to + " under one id", 1, new HashSet<>(got).size());
            assertTrue(to + " " + got.size() + " times", got.size() <= 2);
        });
        assertTrue("some kills came between the server's yes and our note of it", smtp.taken.size() > queued);
        assertEquals(queued, world.count("SELECT COUNT(*) FROM ch_delivery WHERE state = 'sent'"));
    }

    @Test
    public void a_silent_server_is_left_after_the_timeout_and_the_mail_goes_later() {
        OutgoingNotification message = queued("sue@customer.example");
        smtp.script.add(Fault.SILENT);
        long start = System.nanoTime();
        world.send();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        assertTrue(seconds + " s", seconds < 15);
        assertEquals("pending", world.state(message.deliveryId()));
        world.crm.clock().advance(Duration.ofMinutes(1));
        world.send();
        assertEquals("sent", world.state(message.deliveryId()));
    }

    @Test
    public void what_was_read_in_the_app_meanwhile_is_not_sent() {
        OutgoingNotification message = queued("sue@customer.example");
        world.sql("UPDATE ch_delivery SET state = 'skipped', reason = 'read_in_app' WHERE id = " + message.deliveryId());
        world.send();
        assertEquals(0, smtp.taken.size());
        assertEquals("cancelled", world.one("SELECT state FROM ch_mail"));
    }

    @Test
    public void the_claim_of_a_worker_that_died_comes_back() {
        queued("sue@customer.example");
        world.core.automation(Set.of(), (em, tx) -> new MailStore(em).claim(tx.now(), tx.now().plus(MailSender.CLAIM), 10));
        world.send();
        assertEquals("claimed by another", 0, smtp.taken.size());
        world.crm.clock().advance(MailSender.CLAIM.plusSeconds(1));
        world.send();
        assertEquals(1, smtp.taken.size());
    }

    @Test
    public void two_nodes_hand_over_each_of_many_mails_once() throws Exception {
        int many = Integer.getInteger("crm.mails", 400);
        world.core.automation(Set.of(), (em, tx) -> {
            Outbox outbox = new Outbox(world.settings);
            MailStore store = new MailStore(em);
            for (int i = 0; i < many; i++) {
                outbox.queue(store, new Letter("test:" + i, null, null, null, "p" + i + "@customer.example", "", Letter.Sender.PRODUCT,
                        new Letter.Content("s", "t", "<p>t</p>", null, null, List.of()), MailThread.NONE, true, null), tx.now());
            }
            return null;
        });
        try (CrmHarness other = world.crm.node(MailWorld.CHATTER)) {
            ExecutorService lanes = Executors.newFixedThreadPool(4);
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                MailSender sender = new MailSender(i < 2 ? world.core : world.core(other), world.settings, world.files);
                runs.add(lanes.submit(() -> sender.run(world.crm.clock().instant())));
            }
            for (Future<?> run : runs) {
                run.get(600, TimeUnit.SECONDS);
            }
            lanes.shutdown();
        }
        // A lane that found a short batch while others held rows, or that ran its minute, has ended; what is left goes now.
        for (int i = 0; i < 60 && world.count("SELECT COUNT(*) FROM ch_mail WHERE state = 'queued'") > 0; i++) {
            world.send();
        }
        assertEquals("each once", many, smtp.taken.size());
        assertEquals(many, smtp.taken.stream().map(ScriptedSmtp.Taken::to).distinct().count());
    }

    @Test
    public void a_cancel_never_overtakes_its_request() {
        invitation("1", "REQUEST", "uid-1");
        smtp.script.add(Fault.RCPT_4XX);
        world.send();
        invitation("2", "CANCEL", "uid-1");
        world.send();
        assertEquals("the request is to be tried again first", List.of(), methods());
        invitation("3", "REQUEST", "uid-2");
        world.send();
        assertEquals("another event waits for nobody", List.of("REQUEST uid-2"), methods());
        world.crm.clock().advance(Duration.ofMinutes(1));
        world.send();
        world.send();
        assertEquals(List.of("REQUEST uid-2", "REQUEST uid-1", "CANCEL uid-1"), methods());
    }

    @Test
    public void who_never_got_the_request_gets_no_cancel() {
        invitation("1", "REQUEST", "uid-1");
        invitation("2", "CANCEL", "uid-1");
        smtp.script.add(Fault.RCPT_5XX);
        world.send();
        world.send();
        assertEquals(List.of(), methods());
        assertEquals("cancelled", world.one("SELECT state FROM ch_mail WHERE origin = 'test:2'"));
    }

    private List<String> methods() {
        return smtp.taken.stream().map(mail -> mail.raw().replaceAll("(?s).*METHOD:(\\w+).*UID:(\\S+).*", "$1 $2")).toList();
    }

    private void invitation(String number, String method, String uid) {
        String calendar = "BEGIN:VCALENDAR\r\nMETHOD:" + method + "\r\nBEGIN:VEVENT\r\nUID:" + uid + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        Letter letter = new Letter("test:" + number, null, null, null, "sue@customer.example", "", Letter.Sender.PRODUCT,
                new Letter.Content("s", "t", "<p>t</p>", method, calendar, List.of()), MailThread.NONE, true, null);
        world.core.automation(Set.of(), (em, tx) -> new Outbox(world.settings).queue(new MailStore(em), letter, tx.now()));
    }

    private OutgoingNotification queued(String address) {
        OutgoingNotification message = world.message(12, SUE, "Sue", address, "<p>The offer is on its way.</p>");
        world.channel.deliver(message);
        return message;
    }

    static String header(String raw, String name) {
        return raw.lines().takeWhile(line -> !line.isEmpty()).filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse(null);
    }
}
