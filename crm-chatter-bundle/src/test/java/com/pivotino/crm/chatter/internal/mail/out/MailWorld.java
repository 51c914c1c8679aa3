package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.notification.spi.OutgoingNotification.Recipient;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.file.DiskFileStore;
import com.pivotino.crm.chatter.internal.mail.MailConfig;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.testkit.ComponentConfig;
import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.FakeDirectory;
import com.pivotino.crm.testkit.ModuleUnit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The outbox on the real runtime, with a few people and an SMTP server at some port. */
final class MailWorld implements AutoCloseable {

    /** A contact who has no link of their own. */
    static final long STRANGER = 77;

    static final ModuleUnit CHATTER = new ModuleUnit("chatter", FeedLine.class.getClassLoader());

    final CrmHarness crm;
    final FakeDirectory directory = new FakeDirectory();
    final ChatterCore core;
    final MailSettings settings;
    final MailChannel channel;
    final DiskFileStore files;
    private final AtomicLong ids = new AtomicLong(1000);

    MailWorld(Database database) {
        crm = CrmHarness.start(database, CHATTER);
        directory.addUser(1, "Ann", Role.SALESPERSON);
        directory.addUser(2, "Bob", Role.SALESPERSON);
        directory.add(new Contact(9, 1, "Sue", "sue@customer.example", null, null, false));
        core = core(crm);
        settings = new MailSettings(config(0, Map.of()));
        channel = new MailChannel(core, settings, (em, record, person, now) -> java.util.Optional.of("tok" + person.id())
                .filter(token -> person.id() != STRANGER));
        files = new DiskFileStore(Path.of("target", "files"), crm.clock());
    }

    ChatterCore core(CrmHarness node) {
        return new ChatterCore(new SchemaReady() { }, node.acts(), node.jpa("crm-chatter"), directory, crm.clock(), node.records());
    }

    /** A node that lives as long as these acts. */
    ChatterCore core(Acts acts) {
        return new ChatterCore(new SchemaReady() { }, acts, crm.jpa("crm-chatter"), directory, crm.clock(), crm.records());
    }

    static MailConfig config(int port, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(Map.of("host", port == 0 ? "" : "127.0.0.1", "port", port, "timeoutMs", 1500,
                "address", "crm@pivotino.example", "baseUrl", "https://crm.pivotino.example/"));
        values.putAll(more);
        return ComponentConfig.of(MailConfig.class, values);
    }

    /** From now on the server is there. */
    void server(int port, Map<String, ?> more) {
        settings.modified(config(port, more));
    }

    MailSender sender() {
        return new MailSender(core, settings, files);
    }

    /** Sends what is due now. */
    void send() {
        sender().run(crm.clock().instant());
    }

    /** As time goes on, sends until nothing more is due within a day. */
    void sendForADay() {
        for (Duration wait : List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30),
                Duration.ofHours(2), Duration.ofHours(8), Duration.ofHours(9))) {
            crm.clock().advance(wait);
            // A server that is not there costs one attempt of one mail a run.
            for (int i = 0; i < 8; i++) {
                send();
            }
        }
    }

    /** A delivery row with its entry, as posting writes them; answers what the channel is asked to deliver. */
    OutgoingNotification message(long card, PersonRef to, String name, String email, String html) {
        long entry = entry(card, "message", html, null);
        return notification(delivery(card, entry, to, name, "mail"), card, entry, to, name, email, html);
    }

    OutgoingNotification notification(long delivery, long card, Long entry, PersonRef to, String name, String email, String html) {
        return new OutgoingNotification(delivery, "chatter.MessagePosted", "discussions",
                new Recipient(to, name, email, Locale.ENGLISH, ZoneOffset.UTC), RecordRef.opportunity(card), "Fifty chairs", entry,
                "Ann wrote", html, new NamedPerson("user", 1, "Ann"), crm.clock().instant(), "You are the customer.");
    }

    long entry(long card, String kind, String html, Long replyTo) {
        long id = ids.incrementAndGet();
        sql("INSERT INTO ch_entry (id, event_id, record_type, record_id, kind, subtype, author_kind, author_id, author_name, entry_at,"
                + " body, reply_to, cause_id, folded, automatic, undone, hidden) VALUES (" + id + ", 'e" + id + "', 'opportunity', " + card
                + ", '" + kind + "', 'discussions', 'user', 1, 'Ann', CURRENT_TIMESTAMP, '" + html.replace("'", "''") + "', "
                + replyTo + ", 'c" + id + "', FALSE, FALSE, FALSE, FALSE)");
        return id;
    }

    long delivery(long card, long entry, PersonRef to, String name, String channelId) {
        long id = ids.incrementAndGet();
        String kind = to == null ? "address" : to.kind().name().toLowerCase(Locale.ROOT);
        sql("INSERT INTO ch_delivery (id, version, event_id, event_type, record_type, record_id, entry_id, recipient, person_kind,"
                + " person_id, person_name, channel, kind, title, why, state, created_at, due_at, next_at, attempts) VALUES (" + id
                + ", 1, 'e" + entry + "', 'chatter.MessagePosted', 'opportunity', " + card + ", " + entry + ", '" + to + "-" + id + "', '"
                + kind + "', " + (to == null ? 0 : to.id()) + ", '" + name.replace("'", "''") + "', '" + channelId
                + "', 'discussions', 'Ann wrote', 'You follow it.', 'pending', TIMESTAMP '2026-06-03 10:00:00',"
                + " TIMESTAMP '2026-06-03 10:00:00', TIMESTAMP '2026-06-03 10:00:00', 0)");
        return id;
    }

    void sql(String statement) {
        core.automation(Set.of(), (em, tx) -> em.createNativeQuery(statement).executeUpdate());
    }

    Object one(String query) {
        return core.read(em -> em.createNativeQuery(query).getSingleResult());
    }

    List<?> all(String query) {
        return core.read(em -> em.createNativeQuery(query).getResultList());
    }

    long count(String query) {
        return ((Number) one(query)).longValue();
    }

    String state(long delivery) {
        return String.valueOf(one("SELECT state FROM ch_delivery WHERE id = " + delivery));
    }

    void clear() {
        sql("DELETE FROM ch_delivery");
        sql("DELETE FROM ch_mail");
        sql("DELETE FROM ch_attachment");
        sql("DELETE FROM ch_entry");
    }

    @Override
    public void close() {
        crm.close();
    }
}
