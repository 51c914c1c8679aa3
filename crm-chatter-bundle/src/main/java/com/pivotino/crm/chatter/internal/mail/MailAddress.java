package com.pivotino.crm.chatter.internal.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: {@code local@domain} in ASCII, the domain in lower case and without quoting, so that
 * nothing in it can leave its place in a header or an SMTP command.
 *
 * @param local  before the @
 * @param domain after it, lower case
 */
public record MailAddress(String local, String domain) {

    private static final int MAX_LOCAL = 64;
    private static final int MAX_ALL = 254;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    /** The address in a text, or empty if it is none. Domains with other letters are written in their ASCII form. */
    public static Optional<MailAddress> parse(String text) {
        String stripped = text == null ? "" : text.strip();
        int at = stripped.lastIndexOf('@');
        if (at < 1 || stripped.length() > MAX_ALL) {
            return Optional.empty();
        }
        String local = stripped.substring(0, at);
        String domain = ascii(stripped.substring(at + 1)).toLowerCase(Locale.ROOT);
        boolean fits = local.length() <= MAX_LOCAL && local.length() + domain.length() < MAX_ALL;
        return fits && LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches()
                ? Optional.of(new MailAddress(local, domain)) : Optional.empty();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            // Then it is no domain, and the pattern refuses it.
            return "";
        }
    }

    /** The same mailbox with a tag, such as {@code crm+r.x7@example.com}. */
    public String tagged(String tag) {
        return local + "+" + tag + "@" + domain;
    }

    /** The tag of an address of this mailbox, or null if it is another mailbox or has none. Case does not matter. */
    public String tagOf(MailAddress other) {
        String prefix = local + "+";
        boolean mine = other.domain.equals(domain) && other.local.length() > prefix.length()
                && other.local.regionMatches(true, 0, prefix, 0, prefix.length());
        return mine ? other.local.substring(prefix.length()).toLowerCase(Locale.ROOT) : null;
    }

    /** For comparing: all in lower case. */
    public String normalised() {
        return (local + "@" + domain).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
