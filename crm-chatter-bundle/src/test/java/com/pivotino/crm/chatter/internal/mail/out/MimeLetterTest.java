package com.pivotino.crm.chatter.internal.mail.out;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.notification.spi.OutgoingNotification.Recipient;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.SampleEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** What leaves, as a real server gets it. */
public class MimeLetterTest {

    private static final PersonRef SUE = PersonRef.contact(9);
    private static final PersonRef BOB = PersonRef.user(2);
    private static MailWorld world;
    private GreenMail server;

    @BeforeClass
    public static void open() {
        world = new MailWorld(Database.H2);
    }

    @AfterClass
    public static void close() {
        world.close();
    }

    @Before
    public void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        world.server(server.getSmtp().getPort(), Map.of());
        world.clear();
    }

    @After
    public void stop() {
        server.stop();
    }

    @Test
    public void a_message_to_a_customer_has_all_that_makes_it_answerable() throws Exception {
        world.channel.deliver(world.message(12, SUE, "Sue Müller", "Sue@Customer.example", "<p>The <b>offer</b> is on its way.</p>"));
        MimeMessage mail = only();
        assertEquals("Fifty chairs", mail.getSubject());
        assertEquals("Sue Müller", ((InternetAddress) mail.getAllRecipients()[0]).getPersonal());
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertEquals("Ann", from.getPersonal());
        assertEquals("crm@pivotino.example", from.getAddress());
        assertTrue(((InternetAddress) mail.getReplyTo()[0]).getAddress().matches("crm\\+r\\.[a-z0-9]{20}@pivotino\\.example"));
        assertTrue(mail.getMessageID().matches("<[a-z0-9]{20}@pivotino\\.example>"));
        assertNull("A person wrote it", header(mail, "Auto-Submitted"));
        assertEquals("<https://crm.pivotino.example/api/shared/tok9/unsubscribe>", header(mail, "List-Unsubscribe"));
        assertEquals("List-Unsubscribe=One-Click", header(mail, "List-Unsubscribe-Post"));
        assertTrue(header(mail, "Return-Path"), header(mail, "Return-Path").matches("<crm\\+b\\.[a-z0-9]{20}@pivotino\\.example>"));
        Map<String, String> parts = parts(mail);
        assertEquals(List.of("text/plain", "text/html"), List.copyOf(parts.keySet()));
        assertTrue(parts.get("text/plain"), parts.get("text/plain").startsWith("Ann wrote about Fifty chairs:"));
        assertTrue(parts.get("text/plain"), parts.get("text/plain").contains("The offer is on its way."));
        assertTrue(parts.get("text/plain"), parts.get("text/plain").contains("https://crm.pivotino.example/shared/tok9"));
        assertTrue(parts.get("text/html"), parts.get("text/html").contains("<p>The <b>offer</b> is on its way.</p>"));
        assertTrue(parts.get("text/html"), parts.get("text/html").contains("You are the customer."));
    }

    @Test
    public void a_colleague_gets_a_link_to_the_record_and_no_unsubscribe() throws Exception {
        world.channel.deliver(world.message(12, BOB, "Bob", "bob@example.com", "<p>Hi</p>"));
        MimeMessage mail = only();
        assertNull(header(mail, "List-Unsubscribe"));
        assertTrue(parts(mail).get("text/plain").contains("https://crm.pivotino.example/opportunities/12?entry="));
    }

    @Test
    public void a_link_for_a_forgotten_password_arrives_whole() throws Exception {
        String link = "https://crm.pivotino.example/new-password/" + "aB3-_".repeat(9);
        new MailRequests(world.core, world.settings).on(SampleEvent.of("reset", new RecordRef("user", 2), new MailRequested(BOB, null, null,
                "Choose a new password", "Your login is bob. Choose a new password here:\n\n" + link + "\n\nThe link works once.",
                null, null, "Somebody asked for a new password for your account.")));
        MimeMessage mail = only();
        assertEquals("Choose a new password", mail.getSubject());
        assertEquals("bob@example.com", ((InternetAddress) mail.getAllRecipients()[0]).getAddress());
        assertEquals("auto-generated", header(mail, "Auto-Submitted"));
        assertTrue(parts(mail).get("text/plain"), List.of(parts(mail).get("text/plain").split("\n")).contains(link));
        assertTrue(parts(mail).get("text/html"), parts(mail).get("text/html").contains(link));
    }

    @Test
    public void what_nobody_wrote_says_so() throws Exception {
        long entry = world.entry(12, "change", "", null);
        long delivery = world.delivery(12, entry, BOB, "Bob", "mail");
        world.channel.deliver(new OutgoingNotification(delivery, "pipeline.StageChanged", "stage_changed",
                new Recipient(BOB, "Bob", "bob@example.com", Locale.ENGLISH, ZoneOffset.UTC), RecordRef.opportunity(12), "Fifty chairs",
                entry, "Ann moved Fifty chairs to Won", "", new NamedPerson("user", 1, "Ann"), world.crm.clock().instant(),
                "You follow it."));
        MimeMessage mail = only();
        assertEquals("auto-generated", header(mail, "Auto-Submitted"));
        assertEquals("Ann moved Fifty chairs to Won", mail.getSubject());
    }

    @Test
    public void the_author_is_named_with_their_own_address_where_we_may_speak_for_the_domain() throws Exception {
        world.server(server.getSmtp().getPort(), Map.of("senderDomains", new String[] {"example.com"}));
        world.channel.deliver(world.message(12, SUE, "Sue", "sue@customer.example", "<p>Hi</p>"));
        MimeMessage mail = only();
        assertEquals("ann@example.com", ((InternetAddress) mail.getFrom()[0]).getAddress());
        assertTrue(((InternetAddress) mail.getReplyTo()[0]).getAddress().startsWith("crm+r."));
    }

    @Test
    public void a_second_parser_rebuilds_the_thread() throws Exception {
        long parent = 0;
        for (int i = 0; i < 15; i++) {
            long entry = world.entry(12, "message", "<p>" + i + "</p>", i == 7 ? parent : null);
            parent = i == 3 ? entry : parent;
            world.channel.deliver(world.notification(world.delivery(12, entry, SUE, "Sue", "mail"), 12, entry, SUE, "Sue",
                    "sue@customer.example", "<p>x</p>"));
        }
        world.send();
        List<Map<String, String>> mails = Arrays.stream(server.getReceivedMessages()).map(MimeLetterTest::raw).map(MimeLetterTest::headers)
                .toList();
        assertEquals(15, mails.size());
        String first = mails.get(0).get("message-id");
        for (int i = 1; i < 15; i++) {
            List<String> references = List.of(mails.get(i).get("references").trim().split("\\s+"));
            String answered = mails.get(i == 7 ? 3 : i - 1).get("message-id");
            assertEquals(answered, mails.get(i).get("in-reply-to"));
            assertEquals(answered, references.get(references.size() - 1));
            assertEquals(first, references.get(0));
            assertTrue(references.size() <= 11);
            assertEquals("Re: Fifty chairs", mails.get(i).get("subject"));
        }
    }

    @Test
    public void nothing_that_people_write_can_make_a_header() throws Exception {
        List<String> payloads = new ArrayList<>();
        for (String line : List.of("\r\n", "\n", "\r", "\u760D\u760A", "\u560D\u560A", "\u2028", "\u2029", "\u0085", "\u0000",
                "\u000B\u000C",
                "%0d%0a", "=0D=0A", "?=\r\n=?UTF-8?Q?", "\r\n ", "\r\n\t", "\u010D\u010A")) {
            payloads.add("x" + line + "Bcc: evil@evil.example");
            payloads.add("x" + line + "Bcc: evil@evil.example" + line + line + "<script>alert(1)</script>");
            payloads.add(line + "Subject: other" + line);
            payloads.add("\"" + line + "\" <evil@evil.example>, y");
        }
        payloads.add("x".repeat(10_000));
        payloads.add("\uD800\uDC00\uD800x\uDFFF");
        payloads.add("=?UTF-8?B?DQpCY2M6IGV2aWxAZXZpbC5leGFtcGxl?=");
        for (String payload : payloads) {
            long entry = world.entry(12, "message", "", null);
            long delivery = world.delivery(12, entry, SUE, "Sue", "mail");
            world.channel.deliver(new OutgoingNotification(delivery, "chatter.MessagePosted", "discussions",
                    new Recipient(SUE, payload, "sue@customer.example", Locale.ENGLISH, ZoneOffset.UTC), RecordRef.opportunity(12),
                    payload.replace("\u0000", ""), entry, payload.replace("\u0000", ""), "", new NamedPerson("user", 1, payload),
                    world.crm.clock().instant(), payload));
        }
        world.send();
        MimeMessage[] got = server.getReceivedMessages();
        assertEquals(payloads.size(), got.length);
        Set<String> known = Set.of("return-path", "received", "date", "from", "reply-to", "to", "message-id", "in-reply-to", "references",
                "subject", "mime-version", "content-type", "list-unsubscribe", "list-unsubscribe-post", "x-crm-delivery-id");
        for (MimeMessage mail : got) {
            Map<String, String> headers = headers(raw(mail));
            assertTrue(headers.keySet() + "", known.containsAll(headers.keySet()));
            assertEquals(1, mail.getAllRecipients().length);
            assertEquals("sue@customer.example", ((InternetAddress) mail.getAllRecipients()[0]).getAddress());
            assertEquals(1, mail.getFrom().length);
            assertEquals(1, mail.getReplyTo().length);
            assertFalse(headers.get("subject").contains("\n"));
        }
    }

    @Test
    public void an_address_with_more_than_an_address_is_refused() {
        for (String address : List.of("sue@customer.example\r\nBcc: evil@evil.example", "sue@customer.example, evil@evil.example", "sue",
                "")) {
            long delivery = world.delivery(12, world.entry(12, "message", "", null), SUE, "Sue", "mail");
            assertEquals("REJECTED", world.channel.deliver(world.notification(delivery, 12, null, SUE, "Sue", address, "")).outcome()
                    .name());
        }
        assertEquals(0, world.count("SELECT COUNT(*) FROM ch_mail"));
    }

    @Test
    public void files_are_attached_and_above_the_limit_become_links() throws Exception {
        byte[] content = "%PDF-1.4 offer".getBytes(StandardCharsets.US_ASCII);
        String sha;
        try (var incoming = world.files.receive(new ByteArrayInputStream(content), 1000)) {
            sha = incoming.sha256();
            incoming.keep();
        }
        long small = world.entry(12, "message", "<p>small</p>", null);
        long large = world.entry(12, "message", "<p>large</p>", null);
        attach(501, small, "Angebot größer.pdf", content.length, sha);
        attach(502, large, "film.mp4", 11 << 20, sha);
        for (long entry : List.of(small, large)) {
            world.channel.deliver(world.notification(world.delivery(12, entry, SUE, "Sue", "mail"), 12, entry, SUE, "Sue",
                    "sue@customer.example", "<p>See</p>"));
        }
        world.send();
        Multipart mixed = (Multipart) server.getReceivedMessages()[0].getContent();
        assertEquals(2, mixed.getCount());
        assertEquals("Angebot größer.pdf", javax.mail.internet.MimeUtility.decodeText(mixed.getBodyPart(1).getFileName()));
        assertArrayEquals(content, mixed.getBodyPart(1).getInputStream().readAllBytes());
        Map<String, String> parts = parts(server.getReceivedMessages()[1]);
        assertTrue(parts.get("text/plain"),
                parts.get("text/plain").contains("film.mp4 (11.0 MB): https://crm.pivotino.example/api/shared/tok9/attachments/502"));
        assertTrue(parts.get("text/html"),
                parts.get("text/html").contains("href=\"https://crm.pivotino.example/api/shared/tok9/attachments/502\""));
    }

    @Test
    public void who_got_a_large_file_and_does_not_follow_opens_it_by_a_link_of_its_own() throws Exception {
        PersonRef stranger = PersonRef.contact(MailWorld.STRANGER);
        long entry = world.entry(12, "message", "<p>large</p>", null);
        attach(503, entry, "film.mp4", 11 << 20, "0".repeat(64));
        world.channel.deliver(world.notification(world.delivery(12, entry, stranger, "Tim", "mail"), 12, entry, stranger, "Tim",
                "tim@customer.example", "<p>See</p>"));
        String text = parts(only()).get("text/plain");
        assertTrue(text, java.util.regex.Pattern.compile("https://crm\\.pivotino\\.example/api/shared/[A-Za-z0-9_-]{43}/attachments/503")
                .matcher(text).find());
        assertFalse(text, text.contains("/api/attachments/"));
    }

    private static void attach(long id, long entry, String name, long size, String sha) {
        world.sql("INSERT INTO ch_attachment (id, version, name, type, size, sha256, uploader, created_at, record_type, record_id,"
                + " entry_id)"
                + " VALUES (" + id + ", 1, '" + name + "', 'application/pdf', " + size + ", '" + sha
                + "', 1, CURRENT_TIMESTAMP, 'opportunity', 12, " + entry + ")");
    }

    private MimeMessage only() {
        world.send();
        assertEquals(1, server.getReceivedMessages().length);
        return server.getReceivedMessages()[0];
    }

    private static String header(MimeMessage mail, String name) throws Exception {
        String[] values = mail.getHeader(name);
        return values == null ? null : values[0];
    }

    private static Map<String, String> parts(Part part) throws Exception {
        Map<String, String> found = new LinkedHashMap<>();
        if (part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                found.putAll(parts(many.getBodyPart(i)));
            }
        } else {
            found.put(part.getContentType().replaceAll(";.*", ""), String.valueOf(part.getContent()).replace("\r\n", "\n"));
        }
        return found;
    }

    private static String raw(MimeMessage mail) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            mail.writeTo(out);
            return out.toString(StandardCharsets.ISO_8859_1);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A parser of its own: names in lower case, folded lines joined. */
    private static Map<String, String> headers(String raw) {
        Map<String, String> headers = new LinkedHashMap<>();
        String name = null;
        for (String line : raw.split("\r\n", -1)) {
            if (line.isEmpty()) {
                return headers;
            }
            if (line.startsWith(" ") || line.startsWith("\t")) {
                headers.merge(name, line, (a, b) -> a + " " + b.strip());
            } else {
                name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
                headers.put(name, line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return headers;
    }
}
