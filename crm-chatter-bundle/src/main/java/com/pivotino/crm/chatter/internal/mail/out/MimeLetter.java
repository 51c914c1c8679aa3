package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.chatter.internal.mail.HeaderText;
import com.pivotino.crm.chatter.internal.mail.MailAddress;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import javax.activation.DataHandler;
import javax.activation.DataSource;
import javax.mail.BodyPart;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.util.ByteArrayDataSource;

/** Makes a MIME message of a mail in the outbox (SEMANTICS L1). The same mail gives the same headers each time. */
final class MimeLetter extends MimeMessage {

    private static final String UTF8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private MimeLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @param files of the mail, in order, each with its name */
    static MimeLetter of(MailEntity mail, List<DataSource> files, MailSettings settings, Session session)
            throws MessagingException {
        MimeLetter letter = new MimeLetter(session, mail.messageId());
        letter.address(mail, settings);
        Letter.Content content = mail.content();
        letter.setSubject(HeaderText.of(content.subject()), UTF8);
        letter.setSentDate(Date.from(mail.createdAt()));
        letter.thread(mail);
        if (mail.isAutomatic()) {
            letter.setHeader("Auto-Submitted", "auto-generated");
        }
        if (mail.unsubscribe() != null) {
            letter.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
            letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        letter.setHeader("X-CRM-Delivery-Id", mail.origin());
        letter.body(content, files);
        letter.saveChanges();
        return letter;
    }

    /** Where what cannot be delivered goes: an address with the mail's token. */
    static String returnPath(MailEntity mail, MailSettings settings) {
        return settings.address().tagged("b." + mail.token());
    }

    private void address(MailEntity mail, MailSettings settings) throws MessagingException {
        Letter.Sender sender = mail.sender();
        String name = sender.name() == null ? settings.config().name() : sender.name();
        String address = sender.address() == null ? settings.address().toString() : sender.address();
        setFrom(named(address, name));
        setRecipient(Message.RecipientType.TO, named(mail.address(), mail.name()));
        setReplyTo(new InternetAddress[] {named(settings.address().tagged("r." + mail.token()), name)});
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        MailAddress checked = MailAddress.parse(address).orElseThrow(() -> new MessagingException("not an address"));
        try {
            String shown = HeaderText.of(name);
            return shown.isEmpty() ? new InternetAddress(checked.toString()) : new InternetAddress(checked.toString(), shown, UTF8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    private void thread(MailEntity mail) throws MessagingException {
        MailThread thread = mail.thread();
        if (thread.parent() != null) {
            setHeader("In-Reply-To", thread.parent());
            setHeader("References", String.join("\r\n ", thread.references()));
        }
    }

    private void body(Letter.Content content, List<DataSource> files) throws MessagingException {
        MimeMultipart alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(part(content.text(), "text/plain"));
        alternative.addBodyPart(part(content.html(), "text/html"));
        if (content.calendar() != null) {
            alternative.addBodyPart(part(content.calendar(), "text/calendar; method=" + content.calendarMethod()));
        }
        if (files.isEmpty() && content.calendar() == null) {
            setContent(alternative);
            return;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(alternative);
        mixed.addBodyPart(words);
        for (DataSource file : files) {
            mixed.addBodyPart(attachment(file, file.getName()));
        }
        if (content.calendar() != null) {
            mixed.addBodyPart(attachment(source(content.calendar(), "application/ics"), "invite.ics"));
        }
        setContent(mixed);
    }

    private static BodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(source(text, type)));
        return part;
    }

    private static DataSource source(String text, String type) {
        return new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), type + "; charset=UTF-8");
    }

    private static BodyPart attachment(DataSource file, String name) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(file));
        part.setFileName(HeaderText.of(name));
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
