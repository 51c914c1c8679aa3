package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.chatter.internal.mail.HeaderText;
import com.pivotino.crm.chatter.internal.mail.MailAddress;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeUtility;

/** Reads a mail from its bytes. Bounded in parts, depth, addresses and text, whatever it holds. */
final class MailReader {

    private static final int MAX_REFERENCES = 32;
    private static final int MAX_RECIPIENTS = 100;
    private static final int MAX_ID = 250;
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,248}>");
    private static final Session SESSION = Session.getInstance(lenient());

    private MailReader() {
    }

    /**
     * @param envelope recipients of the envelope, may be empty
     * @param nobody   whether the envelope's sender is empty
     * @throws MessagingException if it is no mail at all
     */
    static IncomingMail read(byte[] raw, Collection<MailAddress> envelope, boolean nobody) throws MessagingException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // The mail library looks for its content handlers there.
        Thread.currentThread().setContextClassLoader(Session.class.getClassLoader());
        try {
            return read(new MimeMessage(SESSION, new ByteArrayInputStream(raw)), raw, envelope, nobody);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static IncomingMail read(MimeMessage mail, byte[] raw, Collection<MailAddress> envelope, boolean nobody)
            throws MessagingException {
        MailParts parts = MailParts.of(mail);
        InternetAddress from = first(mail, "From");
        MailAddress sender = from == null ? null : MailAddress.parse(from.getAddress()).orElse(null);
        String name = from == null || from.getPersonal() == null ? "" : HeaderText.of(from.getPersonal());
        boolean emptyPath = nobody || "<>".equals(header(mail, "Return-Path").strip());
        return new IncomingMail(messageId(mail, raw), answers(mail), sender, name, recipients(mail, envelope), copied(mail),
                HeaderText.of(decoded(header(mail, "Subject"))), new IncomingMail.Body(parts.text(), parts.html()), parts.files(),
                parts.calendar(), emptyPath || isAutomatic(mail), mail.getHeader("X-CRM-Delivery-Id") != null,
                BounceReport.read(parts, sender));
    }

    private static String messageId(MimeMessage mail, byte[] raw) throws MessagingException {
        Matcher id = ID.matcher(header(mail, "Message-ID"));
        return id.find() && id.group().length() <= MAX_ID ? id.group() : "<" + sha256(raw) + "@no-message-id>";
    }

    /** SEMANTICS L3: In-Reply-To, then References, the newest first. */
    private static List<String> answers(MimeMessage mail) throws MessagingException {
        Set<String> answers = new LinkedHashSet<>();
        Matcher parent = ID.matcher(header(mail, "In-Reply-To"));
        if (parent.find()) {
            answers.add(parent.group());
        }
        List<String> references = new ArrayList<>(ID.matcher(header(mail, "References")).results().map(match -> match.group()).toList());
        Collections.reverse(references);
        references.stream().limit(MAX_REFERENCES).forEach(answers::add);
        return List.copyOf(answers);
    }

    private static List<MailAddress> recipients(MimeMessage mail, Collection<MailAddress> envelope) throws MessagingException {
        Set<MailAddress> found = new LinkedHashSet<>(envelope);
        for (String name : List.of("To", "Cc", "Delivered-To", "X-Original-To")) {
            for (InternetAddress address : addresses(mail, name)) {
                MailAddress.parse(address.getAddress()).ifPresent(found::add);
            }
        }
        return found.stream().limit(MAX_RECIPIENTS).toList();
    }

    private static List<MailAddress> copied(MimeMessage mail) throws MessagingException {
        return addresses(mail, "Cc").stream().map(InternetAddress::getAddress).map(MailAddress::parse).flatMap(Optional::stream)
                .distinct().limit(MAX_RECIPIENTS).toList();
    }

    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        String submitted = header(mail, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        String precedence = header(mail, "Precedence").strip().toLowerCase(Locale.ROOT);
        return !submitted.isEmpty() && !submitted.equals("no") || Set.of("bulk", "auto_reply", "junk").contains(precedence)
                || mail.getHeader("X-Autoreply") != null || mail.getHeader("X-Autorespond") != null;
    }

    private static InternetAddress first(MimeMessage mail, String name) throws MessagingException {
        List<InternetAddress> all = addresses(mail, name);
        return all.isEmpty() ? null : all.get(0);
    }

    private static List<InternetAddress> addresses(MimeMessage mail, String name) throws MessagingException {
        String line = header(mail, name);
        try {
            return line.isBlank() ? List.of() : List.of(InternetAddress.parseHeader(line, false));
        } catch (AddressException e) {
            // Nobody can be told of a header that cannot be read, so it counts as not there.
            return List.of();
        }
    }

    /** All values of a header in one line; a strange count of them is cut. */
    private static String header(MimeMessage mail, String name) throws MessagingException {
        String value = mail.getHeader(name, name.equals("Message-ID") || name.equals("From") ? null : ",");
        return value == null ? "" : MimeUtility.unfold(value.length() <= 20_000 ? value : value.substring(0, 20_000));
    }

    static String decoded(String value) {
        try {
            return MimeUtility.decodeText(value);
        } catch (java.io.UnsupportedEncodingException e) {
            // In a character set that nobody knows it is shown as it came.
            return value;
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Properties lenient() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.parameters.strict", "false");
        return properties;
    }
}
