package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.chatter.internal.mail.HeaderText;
import com.pivotino.crm.chatter.internal.mail.MailAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads bounces: delivery status notifications (RFC 3464), and what mail servers write in their own words. */
final class BounceReport {

    private static final Set<String> DAEMONS = Set.of("mailer-daemon", "postmaster");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern DIAGNOSTIC = Pattern.compile("(?im)^Diagnostic-Code:\\s*(?:smtp;)?\\s*(.*(?:\\r?\\n[ \\t].*)*)");
    private static final Pattern SAID = Pattern.compile("\\b([45]\\.\\d{1,3}\\.\\d{1,3})\\b|\\b([45])\\d\\d[ -]");
    private static final Pattern ORIGINAL = Pattern.compile("(?im)^Message-ID:\\s*(<[^<>\\s]{1,248}>)");

    private BounceReport() {
    }

    /** What the mail says of another that was not delivered, or null if it is no bounce. */
    static IncomingMail.Bounce read(MailParts parts, MailAddress sender) {
        boolean daemon = sender != null && DAEMONS.contains(sender.local().toLowerCase(Locale.ROOT));
        if (parts.report() == null && !daemon) {
            return null;
        }
        String original = group(ORIGINAL, parts.original().isEmpty() ? parts.text() : parts.original());
        if (parts.report() != null) {
            String diagnostic = group(DIAGNOSTIC, parts.report());
            return new IncomingMail.Bounce(group(STATUS, parts.report()), HeaderText.of(diagnostic), original);
        }
        Matcher said = SAID.matcher(parts.text());
        String status = !said.find() ? null : said.group(1) != null ? said.group(1) : said.group(2) + ".0.0";
        return new IncomingMail.Bounce(status, HeaderText.of(parts.text()), original);
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
