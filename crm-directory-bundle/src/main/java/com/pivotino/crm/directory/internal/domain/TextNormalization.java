package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.CrmException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words people are known by: how each is checked when it comes in, and how two of them are compared. */
public final class TextNormalization {

    public static final int NAME = 200;
    public static final int EMAIL = 254;
    public static final int PHONE = 60;
    public static final int LOGIN = 80;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern LOGIN_FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+'-]*");
    private static final Pattern EMAIL_FORM =
            Pattern.compile("[^\\s@,;:<>()\\[\\]\"\\\\\\p{Cntrl}]{1,64}@[^\\s@,;:<>()\\[\\]\"\\\\\\p{Cntrl}]+");

    private TextNormalization() {
    }

    /** A required one-line name of at most 200 characters. */
    public static String name(String field, String text) {
        String name = line(field, text, NAME);
        if (name == null) {
            throw CrmException.invalid(field, "required", "This must not be empty.");
        }
        return name;
    }

    /** One line, trimmed, or null if there is none. */
    public static String line(String field, String text, int maxLength) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String line = text.strip();
        if (line.length() > maxLength) {
            throw CrmException.invalid(field, "too_long", "At most " + maxLength + " characters.");
        }
        if (CONTROL.matcher(line).find()) {
            throw CrmException.invalid(field, "invalid", "This must be one line without control characters.");
        }
        return line;
    }

    /** A login: letters, digits and {@code . _ @ + - '}; never a colon, which HTTP Basic ends it with. */
    public static String login(String text) {
        String login = line("login", text, LOGIN);
        if (login == null) {
            throw CrmException.invalid("login", "required", "This must not be empty.");
        }
        if (!LOGIN_FORM.matcher(login).matches()) {
            throw CrmException.invalid("login", "invalid", "Letters, digits and . _ @ + - ' only.");
        }
        return login;
    }

    /** An address as typed, trimmed, or null. */
    public static String email(String text) {
        String email = line("email", text, EMAIL);
        if (email != null && !EMAIL_FORM.matcher(email).matches()) {
            throw CrmException.invalid("email", "invalid", "Use an address such as name@example.com.");
        }
        return email;
    }

    /** An IANA zone id, or null. */
    public static String zone(String field, String text) {
        String zone = line(field, text, 60);
        if (zone == null) {
            return null;
        }
        try {
            return ZoneId.of(zone, Map.of()).getId();
        } catch (DateTimeException e) {
            throw refused(field, "Use a time zone such as Europe/Berlin.", e);
        }
    }

    /** A language tag, or null. */
    public static String locale(String text) {
        String locale = line("locale", text, 35);
        if (locale == null) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(locale).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw refused("locale", "Use a language tag such as en or de-AT.", e);
        }
    }

    /**
     * What two logins, names or addresses are compared by: composed, lower case, white space of any kind as one blank and
     * none at the ends. Null stays null.
     */
    public static String key(String text) {
        return text == null ? null : BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The digits of a phone number as typed; null if there are none. */
    public static String digits(String phone) {
        String digits = phone == null ? "" : phone.replaceAll("\\D", "");
        return digits.isEmpty() ? null : digits;
    }

    private static CrmException refused(String field, String message, Exception cause) {
        return new CrmException(CrmException.Kind.VALIDATION, "validation_failed", message,
                List.of(new com.pivotino.crm.api.FieldProblem(field, "invalid", message)), Map.of(), cause);
    }
}
