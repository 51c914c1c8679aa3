package com.pivotino.crm.calendar.internal.ical;

import java.nio.charset.StandardCharsets;

/** Content lines (RFC 5545 3.1): CRLF, folded at 75 octets without breaking a character, values escaped. */
final class IcsOutput {

    private static final int MAX_OCTETS = 75;
    private final StringBuilder text = new StringBuilder();

    /** A line whose value is no text, such as a date; what could break the line is left out. */
    IcsOutput line(String name, String value) {
        fold(name + ":" + value.replaceAll("\\p{Cntrl}", ""));
        return this;
    }

    /** A line with a text value (3.3.11); nothing for an empty one. */
    IcsOutput text(String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fold(name + ":" + escaped(value.toString()));
        }
        return this;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\r\n|\r|\n", "\\\\n")
                .replaceAll("[\\p{Cntrl}&&[^\t]]", "");
    }

    /** A parameter value (3.2), quoted, with what RFC 6868 says for quotes and line ends. */
    static String parameter(String value) {
        String encoded = value.replace("^", "^^").replace("\"", "^'").replaceAll("\r\n|\r|\n", "^n").replaceAll("\\p{Cntrl}", "");
        return '"' + encoded + '"';
    }

    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            String character = Character.toString(point);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > MAX_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += length;
            i += Character.charCount(point);
        }
        text.append("\r\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
