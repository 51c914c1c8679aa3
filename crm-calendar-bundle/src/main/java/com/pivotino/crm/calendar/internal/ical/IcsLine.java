package com.pivotino.crm.calendar.internal.ical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A content line (RFC 5545 3.1).
 *
 * @param name       in upper case
 * @param parameters by name in upper case; the first value of each, without quotes
 * @param value      as it stands, still escaped
 */
record IcsLine(String name, Map<String, String> parameters, String value) {

    /** Joins folded lines; empty ones are left out. */
    static List<String> unfold(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : text.split("\r\n|\n|\r", -1)) {
            boolean folded = !part.isEmpty() && (part.charAt(0) == ' ' || part.charAt(0) == '\t');
            if (!folded && line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(folded ? part.substring(1) : part);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Reads a line; null if it is none. */
    static IcsLine read(String line) {
        int colon = outsideQuotes(line, ':', 0);
        if (colon < 1) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        String head = line.substring(0, colon);
        int from = outsideQuotes(head, ';', 0);
        String name = from < 0 ? head : head.substring(0, from);
        while (from >= 0) {
            int next = outsideQuotes(head, ';', from + 1);
            String parameter = head.substring(from + 1, next < 0 ? colon : next);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(upper(parameter.substring(0, equals)), plain(parameter.substring(equals + 1)));
            }
            from = next;
        }
        return new IcsLine(upper(name), parameters, line.substring(colon + 1));
    }

    private static int outsideQuotes(String line, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (line.charAt(i) == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String value) {
        return value.replace("\"", "").replace("^n", "\n").replace("^'", "\"").replace("^^", "^");
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** The value as text (3.3.11). */
    String text() {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i) == '\\' && i + 1 < value.length() ? value.charAt(++i) : 0;
            if (next == 0) {
                text.append(value.charAt(i));
            } else {
                text.append(next == 'n' || next == 'N' ? '\n' : next);
            }
        }
        return text.toString();
    }

    /** The address of an ORGANIZER or ATTENDEE, or null if it is no mail address. */
    IcsPerson person() {
        boolean mail = value.regionMatches(true, 0, "mailto:", 0, 7);
        String email = mail ? value.substring(7).strip() : parameters.getOrDefault("EMAIL", "");
        String answer = parameters.getOrDefault("PARTSTAT", "NEEDS-ACTION").toLowerCase(Locale.ROOT);
        boolean known = List.of("accepted", "tentative", "declined").contains(answer);
        return email.contains("@") ? new IcsPerson(email, parameters.get("CN"), known ? answer : "needs-action") : null;
    }
}
