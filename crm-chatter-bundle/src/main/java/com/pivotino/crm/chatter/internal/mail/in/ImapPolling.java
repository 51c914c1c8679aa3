package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.chatter.internal.mail.MailConfig;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.mail.Flags;
import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.search.FlagTerm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches unseen mail from an IMAP folder every minute; what is safe here is marked as seen there. Off without a server. */
@Component(service = ScheduledJob.class, property = {ScheduledJob.NAME + "=chatter.mail.imap", ScheduledJob.EVERY_SECONDS + ":Integer=60"})
public final class ImapPolling implements ScheduledJob {

    private static final Logger LOG = LoggerFactory.getLogger(ImapPolling.class);
    private static final int BATCH = 200;

    private final MailIntake intake;
    private final MailSettings settings;

    @Activate
    public ImapPolling(@Reference MailIntake intake, @Reference MailSettings settings) {
        this.intake = intake;
        this.settings = settings;
    }

    @Override
    public void run(Instant now) throws MessagingException, IOException {
        MailConfig config = settings.config();
        if (config.imapHost().isBlank()) {
            return;
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Session.class.getClassLoader());
        String protocol = config.imapSecurity().equals("tls") ? "imaps" : "imap";
        try (Store store = Session.getInstance(properties(protocol, config)).getStore(protocol)) {
            store.connect(config.imapHost(), config.imapPort(), config.imapUser(), config.imapPassword());
            try (Folder folder = store.getFolder(config.imapFolder())) {
                folder.open(Folder.READ_WRITE);
                take(folder);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private void take(Folder folder) throws MessagingException, IOException {
        Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        for (Message message : Arrays.asList(unseen).subList(0, Math.min(unseen.length, BATCH))) {
            if (message.getSize() > settings.incomingBytes()) {
                LOG.warn("A mail of {} bytes is too large and stays in the mailbox", message.getSize());
            } else {
                ByteArrayOutputStream raw = new ByteArrayOutputStream();
                message.writeTo(raw);
                intake.receive(raw.toByteArray(), List.of(), false);
            }
            message.setFlag(Flags.Flag.SEEN, true);
        }
    }

    private Properties properties(String protocol, MailConfig config) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        String timeout = String.valueOf(settings.timeout().toMillis());
        properties.setProperty(prefix + "connectiontimeout", timeout);
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(prefix + "writetimeout", timeout);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(config.imapSecurity().equals("starttls")));
        properties.setProperty(prefix + "starttls.required", String.valueOf(config.imapSecurity().equals("starttls")));
        properties.setProperty(prefix + "peek", "true");
        return properties;
    }
}
