package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ADA;
import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static com.pivotino.crm.chatter.World.EVE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.chatter.RecipientPreview;
import com.pivotino.crm.api.notification.spi.RecipientPolicy;
import com.pivotino.crm.chatter.internal.mail.MailAddress;
import com.pivotino.crm.chatter.internal.mail.in.QuarantinedMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;

public class MailInTest extends OnWorld {

    private static final PersonRef SUE = PersonRef.contact(9);
    private Mailbox box;
    private RecordRef card;

    @Before
    public void card() {
        box = new Mailbox(world.crm, world.directory, world.admin, world.settings, world.messages, world.policies);
        card = world.card(ANN, ANN);
        world.crm.clock().advance(Duration.ofHours(1));
    }

    @Test
    public void a_customers_answer_joins_its_thread_and_the_followers_are_told() {
        FeedEntry message = post("message", "How many?");
        Mailbox.Sent sent = box.mailed(card, message.id(), SUE, "sue@example.com");
        box.comes("Sue <SUE@example.com>", box.reply(sent), id(), "Subject: something else",
                "Fifty please.\r\n\r\nOn Mon, Jun 1, 2026 at 9:00 Ann wrote:\r\n> How many?\r\n");
        FeedEntry answer = latest("message");
        assertEquals(SUE.id(), answer.author().id());
        assertEquals("contact", answer.author().kind());
        assertEquals(Long.valueOf(message.id()), answer.replyTo());
        assertTrue(answer.body(), answer.body().startsWith("<p>Fifty please.</p><details"));
        assertTrue(answer.body(), answer.body().contains("<blockquote><p>On Mon"));
        assertTrue(answer.deliveries().toString(), answer.deliveries().stream().anyMatch(d -> d.person().name().equals("Ann")));
    }

    @Test
    public void a_colleagues_answer_to_a_note_stays_a_note_and_a_following_customer_gets_nothing() {
        world.follow(ANN, card, SUE);
        world.follow(ANN, card, PersonRef.user(BOB.id()), "notes", "discussions");
        FeedEntry note = post("note", "The customer is short of money.");
        Mailbox.Sent sent = box.mailed(card, note.id(), PersonRef.user(BOB.id()), "bob@example.com");
        box.comes("Bob <bob@example.com>", box.reply(sent), id(), "", "I know.");
        FeedEntry answer = latest("note");
        assertEquals("Bob", answer.author().name());
        assertFalse(answer.deliveries().toString(), answer.deliveries().stream().anyMatch(d -> d.person().kind().equals("contact")));
    }

    @Test
    public void an_outsiders_answer_to_a_note_is_a_message_with_a_mark() {
        FeedEntry note = post("note", "For Sue's eyes");
        Mailbox.Sent sent = box.mailed(card, note.id(), SUE, "sue@example.com");
        box.comes("sue@example.com", box.reply(sent), id(), "", "Thanks.");
        assertEquals(List.of("answer_to_internal_note"), latest("message").marks());
    }

    @Test
    public void in_reply_to_with_another_subject_joins_and_the_same_subject_alone_never_does() {
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), SUE, "sue@example.com");
        box.comes("sue@example.com", "crm@pivotino.example", id(), "Subject: all new", "In-Reply-To: " + sent.messageId(), "Joined.");
        assertTrue(latest("message").body().contains("Joined."));
        box.comes("sue@example.com", "crm@pivotino.example", id(), "References: <x@y> " + sent.messageId() + " <z@y>", "By references.");
        assertTrue(latest("message").body().contains("By references."));
        String lost = id();
        box.comes("sue@example.com", "crm@pivotino.example", lost, "Subject: Re: Deal " + card.id(), "Only the subject.");
        assertEquals("unknown_thread", waiting("Only the subject.").reason());
    }

    @Test
    public void a_forward_from_somebody_unknown_goes_to_quarantine_even_with_the_token() {
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), SUE, "sue@example.com");
        box.comes("mallory@evil.example", "crm@pivotino.example", id(), "References: " + sent.messageId(), "Forwarded.");
        assertEquals("unknown_sender", waiting("Forwarded.").reason());
        box.comes("mallory@evil.example", box.reply(sent), id(), "", "Stolen.");
        assertEquals("unknown_sender", waiting("Stolen.").reason());
    }

    @Test
    public void one_message_through_two_mailboxes_is_one_entry() {
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), SUE, "sue@example.com");
        String id = id();
        box.comes("sue@example.com", box.reply(sent), id, "", "Once.");
        box.comes("sue@example.com", "other@pivotino.example", id, "In-Reply-To: " + sent.messageId(), "Once.");
        assertEquals(1, world.feed(ADA, card, "message").stream().filter(e -> e.body().contains("Once.")).count());
    }

    @Test
    public void automatic_mail_is_folded_and_tells_nobody() {
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), SUE, "sue@example.com");
        for (String header : List.of("Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes")) {
            box.comes("sue@example.com", box.reply(sent), id(), header, "I am away.");
            FeedEntry entry = latest("note");
            assertTrue(header, entry.folded() && entry.automatic());
            assertEquals(List.of(), entry.deliveries());
        }
    }

    @Test
    public void what_goes_beyond_five_mails_in_ten_minutes_is_folded() {
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), SUE, "sue@example.com");
        for (int i = 0; i < 6; i++) {
            box.comes("sue@example.com", box.reply(sent), id(), "", "Again " + i);
        }
        assertEquals(5, world.feed(ADA, card, "message").stream().filter(e -> e.body().contains("Again")).count());
        assertTrue(latest("note").folded());
        world.crm.clock().advance(Duration.ofMinutes(10).plusSeconds(1));
        box.comes("sue@example.com", box.reply(sent), id(), "", "Later");
        assertTrue(latest("message").body().contains("Later"));
    }

    @Test
    public void our_own_mail_that_comes_back_is_cut() {
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), SUE, "sue@example.com");
        int before = world.feed(ADA, card).size();
        box.comes("crm@pivotino.example", box.reply(sent), id(), "X-CRM-Delivery-Id: delivery:1", "Loop");
        assertEquals(before, world.feed(ADA, card).size());
    }

    @Test
    public void a_hard_bounce_marks_its_recipient_and_nobody_else_and_is_no_entry() {
        FeedEntry message = post("message", "Hi");
        Mailbox.Sent sue = box.mailed(card, message.id(), SUE, "sue@example.com");
        box.mailed(card, message.id(), PersonRef.user(EVE.id()), "eve@example.com");
        int before = world.feed(ADA, card).size();
        box.takes(report("crm+b." + sue.token() + "@pivotino.example", "5.1.1", sue.messageId()), true);
        assertEquals(List.of("bounced"),
                box.all("SELECT state FROM ch_delivery WHERE entry_id = " + message.id()
                + " AND recipient = 'contact:9' AND channel = 'mail' AND mail_id IS NOT NULL"));
        assertEquals(List.of("sent"), box.all("SELECT state FROM ch_delivery WHERE entry_id = " + message.id()
                + " AND recipient = 'user:3' AND channel = 'mail' AND mail_id IS NOT NULL"));
        assertTrue(box.all("SELECT reason FROM ch_delivery WHERE state = 'bounced' AND entry_id = " + message.id()).toString()
                .contains("5.1.1 550 no such user"));
        assertEquals(before, world.feed(ADA, card).size());
    }

    @Test
    public void the_third_soft_bounce_in_seven_days_is_a_hard_one() {
        FeedEntry message = post("message", "Hi");
        Mailbox.Sent sue = box.mailed(card, message.id(), PersonRef.user(EVE.id()), "eve" + UUID.randomUUID() + "@example.com");
        String states = "SELECT state FROM ch_delivery WHERE entry_id = " + message.id()
                + " AND mail_id IS NOT NULL AND recipient = 'user:3'";
        for (int i = 0; i < 2; i++) {
            box.takes(report("crm@pivotino.example", "4.2.2", sue.messageId()), true);
            assertEquals(List.of("sent"), box.all(states));
            world.crm.clock().advance(Duration.ofDays(2));
        }
        box.takes(report("crm@pivotino.example", "4.2.2", sue.messageId()), true);
        assertEquals(List.of("bounced"), box.all(states));
    }

    @Test
    public void files_are_kept_and_programs_are_named_and_not_taken_in() {
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), SUE, "sue@example.com");
        String boundary = "bb";
        box.comes("sue@example.com", box.reply(sent), id(), "Content-Type: multipart/mixed; boundary=" + boundary, "--bb\r\n"
                + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nF=FCr"
                + " Sie.\r\n--bb\r\n"
                + "Content-Type: application/pdf; name=\"=?UTF-8?B?QW5nZWJvdCBncsO2w59lci5wZGY=?=\"\r\nContent-Transfer-Encoding:"
                + " base64\r\n\r\nJVBERi0xLjQK\r\n--bb\r\n"
                + "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=setup.exe\r\n\r\nMZ\r\n--bb--\r\n");
        FeedEntry entry = latest("message");
        assertTrue(entry.body(), entry.body().contains("Für Sie."));
        assertTrue(entry.body(), entry.body().contains("Not taken in: setup.exe"));
        assertEquals(List.of("Angebot größer.pdf"), entry.attachments().stream().map(FeedEntry.Attachment::name).toList());
    }

    @Test
    public void html_is_made_safe() {
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), SUE, "sue@example.com");
        box.comes("sue@example.com", box.reply(sent), id(), "Content-Type: text/html",
                "<p onclick=x>Hi <script>alert(1)</script><b>there</b></p>");
        assertTrue(latest("message").body(), latest("message").body().matches("<p>Hi\\s*<b>there</b></p>"));
    }

    @Test
    public void a_calendar_answer_is_told_and_is_no_entry() {
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), SUE, "sue@example.com");
        int before = world.feed(ADA, card).size();
        box.comes("sue@example.com", box.reply(sent), id(), "Content-Type: text/calendar; method=REPLY",
                "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n");
        assertEquals(before, world.feed(ADA, card).size());
        assertEquals(1, ((Number) box.all("SELECT COUNT(*) FROM rt_event WHERE type = 'mail.CalendarMailReceived' AND record_id = "
                + card.id()).get(0)).intValue());
    }

    @Test
    public void an_administrator_places_what_waits() {
        box.comes("Newcomer <new@else.example>", "crm@pivotino.example", id(), "Subject: Hello", "Where do I belong?");
        QuarantinedMail mail = waiting("Where do I belong?");
        assertEquals("Hello", mail.subject());
        assertEquals("new@else.example", mail.from().email());
        assertThrows(CrmException.class, () -> box.quarantine.list(world.actor(ANN), ListQuery.first(10)));
        FeedEntry entry = box.quarantine.assign(world.actor(ADA), mail.id(), card);
        assertEquals("Newcomer", entry.author().name());
        assertTrue(latest("message").body().contains("Where do I belong?"));
        CrmException twice = assertThrows(CrmException.class, () -> box.quarantine.assign(world.actor(ADA), mail.id(), card));
        assertEquals("not_found", twice.code());
    }

    @Test
    public void a_policy_leaves_people_out_of_what_an_administrator_places_too() {
        RecipientPolicy policy = proposal -> proposal.recipients().stream().filter(one -> one.name().equals("Ann"))
                .collect(Collectors.toMap(one -> one, one -> "Ann is away."));
        world.policies.come(policy, Map.of());
        try {
            box.comes("Newcomer <new@else.example>", "crm@pivotino.example", id(), "Subject: Hello", "Is Ann there?");
            FeedEntry entry = box.quarantine.assign(world.actor(ADA), waiting("Is Ann there?").id(), card);
            assertEquals(List.of("Ann skipped Ann is away."), entry.deliveries().stream()
                    .map(told -> told.person().name() + " " + told.state() + " " + told.reason()).toList());
        } finally {
            world.policies.go(policy);
        }
    }

    @Test
    public void X8_who_answers_by_mail_does_not_become_a_follower() {
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), PersonRef.user(ADA.id()), "ada@example.com");
        box.comes("Ada <ada@example.com>", box.reply(sent), id(), "", "I see.");
        assertEquals("Ada", latest("message").author().name());
        assertEquals(List.of("Ann"), world.followerNames(card));
        world.messages.post(world.actor(ADA), card, NewMessage.of("message", "From the product"));
        assertEquals(List.of("Ada", "Ann"), world.followerNames(card));
    }

    @Test
    public void what_cannot_be_read_waits_in_the_quarantine_once() {
        String raw = "From: sue@example.com\r\nContent-Type: multipart/mixed; boundary=" + UUID.randomUUID()
                + "\r\n\r\nNo part begins here.\r\n";
        for (int i = 0; i < 2; i++) {
            box.intake.receive(raw.getBytes(StandardCharsets.UTF_8), List.of(new MailAddress("crm", "pivotino.example")), false);
        }
        List<QuarantinedMail> waiting = box.quarantine.list(world.actor(ADA), ListQuery.first(100)).items().stream()
                .filter(mail -> mail.reason().equals("unreadable") && mail.size() == raw.length()).toList();
        assertEquals(1, waiting.size());
        assertEquals("crm@pivotino.example", waiting.get(0).to());
        CrmException refused = assertThrows(CrmException.class, () -> box.quarantine.assign(world.actor(ADA), waiting.get(0).id(), card));
        assertEquals("unreadable", refused.code());
    }

    @Test
    public void X4_who_was_in_copy_of_the_latest_mail_is_suggested_and_our_own_addresses_are_not() {
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), SUE, "sue@example.com");
        box.comes("sue@example.com", box.reply(sent), id(), "Cc: Old <old@else.example>", "First.");
        world.crm.clock().advance(Duration.ofMinutes(1));
        box.comes("sue@example.com", box.reply(sent), id(), "Cc: Carl <Carl@Else.example>, CRM@pivotino.example, " + box.reply(sent)
                + ", sales@pivotino.example, sue@example.com, not an address", "With Carl.");
        RecipientPreview preview = world.messages.preview(world.actor(ANN), card, NewMessage.of("message", "Hello both"));
        assertEquals(List.of("carl@else.example false cc"), preview.suggested().stream()
                .map(s -> s.email() + " " + s.ticked() + " " + s.reason()).toList());
        assertTrue(preview.notified().toString(), preview.notified().stream().noneMatch(n -> "carl@else.example".equals(n.email())));
        NewMessage ticked = new NewMessage("message", "Hello both", null, new NewMessage.Recipients(null, null,
                List.of("carl@else.example"), null), null, null, null, null, null);
        assertTrue(world.messages.preview(world.actor(ANN), card, ticked).notified().stream()
                .anyMatch(n -> "carl@else.example".equals(n.email())));
    }

    @Test
    public void whatever_comes_nothing_breaks() {
        Random random = new Random(11);
        Mailbox.Sent sent = box.mailed(card, post("message", "Hi").id(), SUE, "sue@example.com");
        String seed = "From: =?x?Q?y?= <sue@example.com>\r\nTo: " + box.reply(sent)
                + "\r\nMessage-ID: <ID>\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n"
                + "Content-Type: text/plain; charset=nonsense\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!\r\n--b\r\nContent-Type:"
                + " message/delivery-status\r\n\r\nStatus: 5.1.1\r\n--b--\r\n";
        for (int i = 0; i < 60; i++) {
            byte[] raw = seed.replace("ID", id()).getBytes(StandardCharsets.ISO_8859_1);
            for (int j = 0; j < 6; j++) {
                raw[random.nextInt(raw.length)] = (byte) random.nextInt(256);
            }
            box.intake.receive(raw, List.of(), random.nextBoolean());
        }
        StringBuilder deep = new StringBuilder("From: sue@example.com\r\nTo: " + box.reply(sent) + "\r\n");
        for (int i = 0; i < 200; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i).append("\r\n");
        }
        box.takes(deep.toString(), false);
        box.takes("", true);
    }

    private FeedEntry post(String kind, String body) {
        return world.messages.post(world.actor(ANN), card, NewMessage.of(kind, body)).value();
    }

    private FeedEntry latest(String kind) {
        return world.feed(ADA, card, kind).get(0);
    }

    private QuarantinedMail waiting(String excerpt) {
        return box.quarantine.list(world.actor(ADA), ListQuery.first(100)).items().stream().filter(mail -> mail.excerpt().equals(excerpt))
                .findFirst().orElseThrow(() -> new AssertionError("not in quarantine: " + excerpt));
    }

    private static String id() {
        return UUID.randomUUID() + "@example.com";
    }

    private static String report(String to, String status, String original) {
        return "From: MAILER-DAEMON@relay.example\r\nTo: " + to + "\r\nMessage-ID: <" + id() + ">\r\nContent-Type: multipart/report;"
                + " report-type=delivery-status; boundary=r\r\n\r\n--r\r\n\r\nSorry.\r\n--r\r\nContent-Type:"
                + " message/delivery-status\r\n\r\n"
                + "Reporting-MTA: dns; relay.example\r\n\r\nFinal-Recipient: rfc822; x@example.com\r\nAction: failed\r\nStatus: " + status
                + "\r\nDiagnostic-Code: smtp; 550 no such user\r\n--r\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + original
                + "\r\nSubject: x\r\n--r--\r\n";
    }
}
