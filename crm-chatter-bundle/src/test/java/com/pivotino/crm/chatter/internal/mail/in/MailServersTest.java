package com.pivotino.crm.chatter.internal.mail.in;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.chatter.internal.recipient.ChannelIds;
import com.pivotino.crm.chatter.internal.recipient.RecipientPolicies;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.testkit.NoPlugins;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.file.DiskFileStore;
import com.pivotino.crm.chatter.internal.mail.MailConfig;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.pivotino.crm.testkit.ComponentConfig;
import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.FakeDirectory;
import com.pivotino.crm.testkit.FakeDirectoryAdmin;
import com.pivotino.crm.testkit.FakeSettings;
import com.pivotino.crm.testkit.ModuleUnit;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** The two ways by which mail comes in, with real connections. What has no thread ends in the quarantine, and is counted there. */
public class MailServersTest {

    private static CrmHarness crm;
    private static ChatterCore core;
    private static MailSettings settings;
    private static MailIntake intake;

    @BeforeClass
    public static void open() {
        crm = CrmHarness.start(Database.H2, new ModuleUnit("chatter", FeedLine.class.getClassLoader()));
        FakeDirectory directory = new FakeDirectory();
        core = new ChatterCore(new SchemaReady() { }, crm.acts(), crm.jpa("crm-chatter"), directory, crm.clock(), crm.records());
        settings = new MailSettings(config(Map.of()));
        ExternalPosting posting = new ExternalPosting(core, new FakeDirectoryAdmin(directory), new FakeSettings(),
                new DiskFileStore(Path.of("target", "files"), crm.clock()), new ChannelIds(),
                new RecipientPolicies(new NoPlugins(), new ChannelIds()));
        intake = new MailIntake(core, settings, null, null, posting);
    }

    @AfterClass
    public static void close() {
        crm.close();
    }

    @Before
    public void clear() {
        core.automation(java.util.Set.of(), (em, tx) -> em.createNativeQuery("DELETE FROM ch_mail_in").executeUpdate());
    }

    @Test
    public void a_mail_server_hands_mail_over_by_lmtp() throws Exception {
        int port = freePort();
        settings.modified(config(Map.of("inPort", port)));
        LmtpListener listener = new LmtpListener(intake, settings);
        listener.open(port);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<?> serving = threads.submit(listener::serve);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Talk talk = new Talk(socket);
            talk.expect("220 ");
            talk.say("LHLO me", "250 ");
            talk.say("RCPT TO:<crm@pivotino.example>", "503 ");
            talk.say("MAIL FROM:<>", "250 ");
            talk.say("RCPT TO:<somebody@else.example>", "550 ");
            talk.say("DATA", "503 ");
            talk.say("RCPT TO:<crm+r.aaaaaaaaaaaaaaaaaaaa@pivotino.example>", "250 ");
            talk.say("RCPT TO:<crm@pivotino.example>", "250 ");
            talk.say("DATA", "354 ");
            talk.say("From: sue@example.com\r\nSubject: by lmtp\r\nMessage-ID: <1@x>\r\n\r\n..dot\r\n.", "250 ");
            talk.expect("250 ");
            talk.say("MAIL FROM:<sue@example.com>", "250 ");
            talk.say("RCPT TO:<crm@pivotino.example>", "250 ");
            talk.say("DATA", "354 ");
            talk.say("Subject: large\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(1100) + ".", "552 ");
            talk.say("what is this", "500 ");
            talk.say("QUIT", "221 ");
        }
        serving.get(30, TimeUnit.SECONDS);
        threads.shutdown();
        assertEquals(List.of("by lmtp"), subjects());
        listener.close();
        assertEquals(-1, listener.port());
    }

    @Test
    public void without_a_port_nothing_listens() throws Exception {
        settings.modified(config(Map.of()));
        LmtpListener listener = new LmtpListener(intake, settings);
        listener.run(Instant.EPOCH);
        assertEquals(-1, listener.port());
    }

    @Test
    public void a_mailbox_is_polled_and_each_mail_is_taken_once() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp"),
                new ServerSetup(0, "127.0.0.1", "imap")});
        server.start();
        try {
            server.setUser("crm@pivotino.example", "crm", "secret");
            GreenMailUtil.sendTextEmail("crm@pivotino.example", "sue@example.com", "first", "Hi", server.getSmtp().getServerSetup());
            GreenMailUtil.sendTextEmail("crm@pivotino.example", "sue@example.com", "second", "Hi", server.getSmtp().getServerSetup());
            assertTrue(server.waitForIncomingEmail(10_000, 2));
            settings.modified(config(Map.of("imapHost", "127.0.0.1", "imapPort", server.getImap().getPort(), "imapSecurity", "none",
                    "imapUser", "crm", "imapPassword", "secret")));
            ImapPolling polling = new ImapPolling(intake, settings);
            polling.run(Instant.EPOCH);
            polling.run(Instant.EPOCH);
            assertEquals(List.of("first", "second"), subjects());
        } finally {
            server.stop();
        }
    }

    private static List<?> subjects() {
        return core.read(em -> em.createNativeQuery("SELECT subject FROM ch_mail_in WHERE state = 'quarantined' OR state = 'dropped' ORDER"
                + " BY id").getResultList());
    }

    private static MailConfig config(Map<String, Object> more) {
        java.util.Map<String, Object> values = new java.util.HashMap<>(Map.of("address", "crm@pivotino.example", "inMaxMb", 1));
        values.putAll(more);
        return ComponentConfig.of(MailConfig.class, values);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The client's side of a dialog. */
    private static final class Talk {

        private final BufferedReader in;
        private final OutputStream out;

        Talk(Socket socket) throws Exception {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out = socket.getOutputStream();
        }

        void say(String line, String expected) throws Exception {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            expect(expected);
        }

        void expect(String expected) throws Exception {
            String line = in.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                line = in.readLine();
            }
            assertTrue(line + " is not " + expected, line != null && line.startsWith(expected));
        }
    }
}
