package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.chatter.internal.mail.HeaderText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.internet.ContentType;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeUtility;
import javax.mail.internet.ParseException;

/** Walks through the parts of a mail: at most a hundred, ten deep; text up to 100,000 characters. */
final class MailParts {

    private static final int MAX_PARTS = 100;
    private static final int MAX_DEPTH = 10;
    private static final int MAX_TEXT = 100_000;
    private static final int MAX_CALENDAR = 256 * 1024;
    private static final int MAX_REPORT = 64 * 1024;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<IncomingMail.File> files = new ArrayList<>();
    private IncomingMail.Calendar calendar;
    private String report;
    private String original = "";
    private int count;

    private MailParts() {
    }

    static MailParts of(MimeMessage mail) throws MessagingException {
        MailParts parts = new MailParts();
        try {
            parts.walk(mail, 0);
        } catch (IOException e) {
            // What could be read until there is what there is of it.
            parts.text.append(parts.text.isEmpty() ? "" : "\n");
        }
        return parts;
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (++count > MAX_PARTS || depth > MAX_DEPTH) {
            return;
        }
        String type = type(part);
        if (type.startsWith("multipart/")) {
            if (part.getContent() instanceof Multipart many) {
                for (int i = 0; i < many.getCount() && count < MAX_PARTS; i++) {
                    walk(many.getBodyPart(i), depth + 1);
                }
            }
        } else if (type.equals("message/delivery-status")) {
            report = string(part, MAX_REPORT);
        } else if (type.equals("message/rfc822") || type.equals("text/rfc822-headers")) {
            original += string(part, MAX_REPORT);
        } else if (type.equals("text/calendar")) {
            calendar(part);
        } else if (isFile(part, type)) {
            file(part, type);
        } else {
            StringBuilder words = type.equals("text/html") ? html : text;
            words.append(words.isEmpty() ? "" : "\n").append(string(part, MAX_TEXT - words.length()));
        }
    }

    private static boolean isFile(Part part, String type) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || name(part) != null || !type.equals("text/plain")
                && !type.equals("text/html");
    }

    private void calendar(Part part) throws MessagingException, IOException {
        String method;
        try {
            method = new ContentType(part.getContentType()).getParameter("method");
        } catch (ParseException e) {
            method = null;
        }
        String object = string(part, MAX_CALENDAR);
        if (calendar == null && !object.isBlank()) {
            String known = method == null ? "" : method.toUpperCase(Locale.ROOT);
            calendar = new IncomingMail.Calendar(known.matches("[A-Z]{1,20}") ? known : methodIn(object), object);
        }
    }

    private static String methodIn(String object) {
        return object.lines().filter(line -> line.regionMatches(true, 0, "METHOD:", 0, 7)).findFirst()
                .map(line -> line.substring(7).strip().toUpperCase(Locale.ROOT)).filter(method -> method.matches("[A-Z]{1,20}"))
                .orElse("PUBLISH");
    }

    private void file(Part part, String type) throws MessagingException, IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream in = part.getInputStream()) {
            in.transferTo(content);
        }
        String name = name(part);
        files.add(new IncomingMail.File(name == null ? "attachment-" + (files.size() + 1) : name, type, content.toByteArray()));
    }

    private static String string(Part part, int chars) throws MessagingException, IOException {
        if (chars <= 0) {
            return "";
        }
        try (InputStream in = part.getInputStream()) {
            String all = new String(in.readNBytes(chars * 4), charset(part));
            String printable = all.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "");
            return printable.length() <= chars ? printable : printable.substring(0, chars);
        }
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return "text/plain";
        }
    }

    private static String disposition(Part part) throws MessagingException {
        try {
            return part.getDisposition();
        } catch (ParseException e) {
            return null;
        }
    }

    private static String name(Part part) throws MessagingException {
        try {
            String name = part.getFileName();
            return name == null ? null : HeaderText.of(MailReader.decoded(name));
        } catch (ParseException e) {
            return null;
        }
    }

    String text() {
        return text.toString();
    }

    String html() {
        return html.toString();
    }

    List<IncomingMail.File> files() {
        return files;
    }

    IncomingMail.Calendar calendar() {
        return calendar;
    }

    /** The machine readable part of a bounce, or null. */
    String report() {
        return report;
    }

    /** The mail that a bounce is about, or its headers; may be empty. */
    String original() {
        return original;
    }
}
