package com.pivotino.crm.chatter;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.api.chatter.NamedPerson;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.notification.spi.OutgoingNotification.Recipient;
import com.pivotino.crm.chatter.internal.file.DefaultAttachmentService;
import com.pivotino.crm.chatter.internal.file.DiskFileStore;
import com.pivotino.crm.chatter.internal.mail.MailAddress;
import com.pivotino.crm.chatter.internal.mail.MailConfig;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.pivotino.crm.chatter.internal.mail.in.ExternalPosting;
import com.pivotino.crm.chatter.internal.mail.in.MailIntake;
import com.pivotino.crm.chatter.internal.mail.in.Quarantine;
import com.pivotino.crm.chatter.internal.mail.out.MailChannel;
import com.pivotino.crm.chatter.internal.message.DefaultMessageService;
import com.pivotino.crm.chatter.internal.recipient.ChannelIds;
import com.pivotino.crm.chatter.internal.recipient.RecipientPolicies;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.testkit.ComponentConfig;
import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.FakeDirectory;
import com.pivotino.crm.testkit.FakeSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Mail in, on a running world: what was mailed before, and mails that come. */
final class Mailbox {

    final ChatterCore core;
    final MailSettings settings;
    final MailIntake intake;
    final Quarantine quarantine;
    private final MailChannel channel;
    private final CrmHarness crm;
    private int count;

    /** A mail that went out. */
    record Sent(String token, String messageId) {
    }

    Mailbox(CrmHarness crm, FakeDirectory directory, DirectoryAdmin admin, FakeSettings workspace, DefaultMessageService messages,
            RecipientPolicies policies) {
        this.crm = crm;
        SchemaReady ready = new SchemaReady() { };
        core = new ChatterCore(ready, crm.acts(), crm.jpa("crm-chatter"), directory, crm.clock(), crm.records());
        settings = new MailSettings(ComponentConfig.of(MailConfig.class, Map.of("address", "crm@pivotino.example", "inMaxMb", 1,
                "teamAddresses", new String[] {"sales@pivotino.example=7"})));
        FileStore files = new DiskFileStore(Path.of("target", "files"), crm.clock());
        ExternalPosting posting = new ExternalPosting(core, admin, workspace, files, new ChannelIds(), policies);
        intake = new MailIntake(core, settings, messages, new DefaultAttachmentService(ready, crm.acts(), crm.jpa("crm-chatter"), files,
                workspace, crm.records()), posting);
        quarantine = new Quarantine(core, intake, posting, messages);
        channel = new MailChannel(core, settings);
    }

    /** An entry was mailed to somebody. */
    Sent mailed(RecordRef card, Long entry, PersonRef to, String address) {
        long id = 900_000 + card.id() * 100 + ++count;
        String kind = to.kind().name().toLowerCase(Locale.ROOT);
        sql("INSERT INTO ch_delivery (id, version, event_id, event_type, record_type, record_id, entry_id, recipient, person_kind,"
                + " person_id, person_name, channel, kind, title, why, state, created_at, due_at, next_at, attempts) VALUES (" + id
                + ", 1, 'mailed" + id + "', 'chatter.MessagePosted', 'opportunity', " + card.id() + ", " + entry + ", '" + to + "', '"
                + kind
                + "', " + to.id() + ", 'X', 'mail', 'discussions', 'x', 'x', 'pending', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP,"
                + " CURRENT_TIMESTAMP, 0)");
        channel.deliver(new OutgoingNotification(id, "chatter.MessagePosted", "discussions",
                new Recipient(to, "X", address, Locale.ENGLISH, ZoneOffset.UTC), card, "Deal", entry, "x", "<p>x</p>",
                new NamedPerson("user", 1, "Ann"), crm.clock().instant(), "x"));
        sql("UPDATE ch_mail SET state = 'sent' WHERE origin = 'delivery:" + id + "'");
        sql("UPDATE ch_delivery SET state = 'sent' WHERE id = " + id);
        Object[] row = (Object[]) core.read(em -> em.createNativeQuery("SELECT token, message_id FROM ch_mail WHERE origin = 'delivery:"
                + id + "'").getSingleResult());
        return new Sent((String) row[0], (String) row[1]);
    }

    /** A mail comes: headers and body. */
    void comes(String from, String to, String id, String... headersThenBody) {
        String headers = String.join("\r\n", Arrays.copyOf(headersThenBody, headersThenBody.length - 1));
        String raw = "From: " + from + "\r\nTo: " + to + "\r\nMessage-ID: <" + id + ">\r\n" + (headers.isEmpty() ? "" : headers + "\r\n")
                + "\r\n" + headersThenBody[headersThenBody.length - 1];
        takes(raw, false);
    }

    void takes(String raw, boolean nobody) {
        intake.receive(raw.getBytes(StandardCharsets.UTF_8), List.<MailAddress>of(), nobody);
    }

    String reply(Sent sent) {
        return "crm+r." + sent.token() + "@pivotino.example";
    }

    void sql(String statement) {
        core.automation(Set.of(), (em, tx) -> em.createNativeQuery(statement).executeUpdate());
    }

    List<?> all(String query) {
        return core.read(em -> em.createNativeQuery(query).getResultList());
    }
}
