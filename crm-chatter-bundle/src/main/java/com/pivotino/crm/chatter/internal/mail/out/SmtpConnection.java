package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.chatter.internal.mail.MailConfig;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import com.sun.mail.smtp.SMTPTransport;
import java.util.Properties;
import javax.mail.Address;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the SMTP server, opened when the first mail goes and used for the ones behind it. One thread only. */
final class SmtpConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

    private final MailSettings settings;
    private final Session session;
    private SMTPTransport transport;

    SmtpConnection(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    Session session() {
        return session;
    }

    /** Opens it unless it is open. @return null, or why there is no server */
    SendResult open() {
        if (transport != null && transport.isConnected()) {
            return null;
        }
        close();
        try {
            MailConfig config = settings.config();
            SMTPTransport fresh = (SMTPTransport) session.getTransport(config.security().equals("tls") ? "smtps" : "smtp");
            fresh.connect(config.host(), config.port(), config.user().isBlank() ? null : config.user(),
                    config.user().isBlank() ? null : config.password());
            transport = fresh;
            return null;
        } catch (MessagingException e) {
            return SmtpAnswers.result(SendResult.Outcome.NO_SERVER, e);
        }
    }

    /** Hands one mail over; a broken dialog closes the connection. */
    SendResult send(MimeLetter letter, String returnPath, String recipient) {
        try {
            // The transport asks the session for the sender, and the session is this connection's alone.
            session.getProperties().setProperty("mail." + transport.getURLName().getProtocol() + ".from", returnPath);
            transport.sendMessage(letter, new Address[] {new InternetAddress(recipient)});
            return SendResult.SENT;
        } catch (MessagingException e) {
            SendResult result = SmtpAnswers.of(e);
            if (result.outcome() == SendResult.Outcome.NO_SERVER) {
                close();
            }
            return result;
        }
    }

    @Override
    public void close() {
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server had gone already", e);
        } finally {
            transport = null;
        }
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        boolean login = !settings.config().user().isBlank();
        // A password is never sent to a server that has not proved who it is.
        String security = login && settings.config().security().equals("opportunistic") ? "starttls" : settings.config().security();
        String timeout = String.valueOf(settings.timeout().toMillis());
        for (String protocol : new String[] {"smtp", "smtps"}) {
            String prefix = "mail." + protocol + ".";
            properties.setProperty(prefix + "connectiontimeout", timeout);
            properties.setProperty(prefix + "timeout", timeout);
            properties.setProperty(prefix + "writetimeout", timeout);
            properties.setProperty(prefix + "quitwait", "false");
            properties.setProperty(prefix + "auth", String.valueOf(login));
            properties.setProperty(prefix + "localhost", settings.address().domain());
            properties.setProperty(prefix + "allow8bitmime", "false");
            // To a server whose name its certificate does not bear, nothing is sent; set it right there.
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        }
        properties.setProperty("mail.smtp.starttls.enable",
                String.valueOf(security.equals("starttls") || security.equals("opportunistic")));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security.equals("starttls")));
        if (security.equals("opportunistic")) {
            // RFC 7435: some encryption is better than none, and whoever could pass for the server could also hide STARTTLS.
            properties.setProperty("mail.smtp.ssl.trust", "*");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
        }
        properties.setProperty("mail.mime.charset", "UTF-8");
        properties.setProperty("mail.mime.encodeparameters", "true");
        return properties;
    }
}
