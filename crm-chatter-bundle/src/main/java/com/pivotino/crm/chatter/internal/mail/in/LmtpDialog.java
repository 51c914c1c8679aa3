package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.chatter.internal.mail.MailAddress;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.persistence.PersistenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection over LMTP (RFC 2033): each recipient is answered for; a mail is answered with 250 once it is safe. */
final class LmtpDialog {

    private static final Logger LOG = LoggerFactory.getLogger(LmtpDialog.class);
    private static final int MAX_LINE = 2000;
    private static final int MAX_RECIPIENTS = 100;
    private static final int MAX_COMMANDS = 10_000;
    private static final Pattern PATH = Pattern.compile("<([^<>\\s]*)>");

    private final InputStream in;
    private final OutputStream out;
    private final MailIntake intake;
    private final MailSettings settings;
    private final List<MailAddress> recipients = new ArrayList<>();
    private String sender;

    LmtpDialog(Socket socket, MailIntake intake, MailSettings settings) throws IOException {
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.intake = intake;
        this.settings = settings;
    }

    void run() throws IOException {
        say("220 " + settings.address().domain() + " LMTP");
        for (int i = 0; i < MAX_COMMANDS; i++) {
            String line = line();
            if (line == null || !command(line)) {
                return;
            }
        }
    }

    /** @return whether the dialog goes on */
    private boolean command(String line) throws IOException {
        String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
        switch (verb) {
            case "LHLO" -> say("250-" + settings.address().domain()
                    + "\r\n250-8BITMIME\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE "
                    + settings.incomingBytes());
            case "MAIL" -> mail(line);
            case "RCPT" -> recipient(line);
            case "DATA" -> data();
            case "RSET" -> {
                reset();
                say("250 2.0.0 ok");
            }
            case "NOOP" -> say("250 2.0.0 ok");
            case "QUIT" -> say("221 2.0.0 bye");
            default -> say("500 5.5.1 unknown command");
        }
        return !verb.equals("QUIT");
    }

    private void mail(String line) throws IOException {
        Matcher path = PATH.matcher(line);
        reset();
        if (!path.find()) {
            say("501 5.5.4 MAIL FROM:<address>");
            return;
        }
        sender = path.group(1);
        say("250 2.1.0 ok");
    }

    private void recipient(String line) throws IOException {
        Matcher path = PATH.matcher(line);
        MailAddress address = path.find() ? MailAddress.parse(path.group(1)).orElse(null) : null;
        boolean ours = address != null && (settings.teamOf(address) != null || settings.address().tagOf(address) != null
                || settings.address().normalised().equals(address.normalised()));
        if (sender == null) {
            say("503 5.5.1 MAIL first");
        } else if (recipients.size() >= MAX_RECIPIENTS) {
            say("452 4.5.3 too many recipients");
        } else if (!ours) {
            say("550 5.1.1 no such mailbox");
        } else {
            recipients.add(address);
            say("250 2.1.5 ok");
        }
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            say("503 5.5.1 RCPT first");
            return;
        }
        say("354 end with a dot");
        byte[] raw = content();
        String answer = raw == null ? "552 5.3.4 too large" : taken(raw);
        for (int i = 0; i < recipients.size(); i++) {
            say(answer);
        }
        reset();
    }

    private String taken(byte[] raw) {
        try {
            intake.receive(raw, recipients, sender.isEmpty());
            return "250 2.0.0 taken";
        } catch (CrmException | PersistenceException | UncheckedIOException e) {
            LOG.warn("A mail of {} bytes could not be taken in and is asked for again", raw.length, e);
            return "451 4.3.0 come again later";
        }
    }

    /** Everything up to the dot, dots unstuffed; null if it is too large, read to its end all the same. */
    private byte[] content() throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        int max = settings.incomingBytes();
        boolean lineStart = true;
        boolean tooLarge = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (lineStart && c == '.') {
                int next = in.read();
                if (next == '\r' || next == '\n') {
                    if (next == '\r') {
                        in.read();
                    }
                    return tooLarge ? null : raw.toByteArray();
                }
                c = next;
            }
            tooLarge |= raw.size() >= max;
            if (!tooLarge) {
                raw.write(c);
            }
            lineStart = c == '\n';
        }
        throw new IOException("the mail has no end");
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString().strip();
            }
            if (line.length() >= MAX_LINE) {
                throw new IOException("the line has no end");
            }
            line.append((char) c);
        }
        return null;
    }

    private void reset() {
        sender = null;
        recipients.clear();
    }

    private void say(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
