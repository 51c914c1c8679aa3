package com.pivotino.crm.api.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** PostgreSQL's table of plain spellings ({@code contrib/unaccent/unaccent.rules}), applied to one text. */
final class Unaccent {

    private static final Map<Integer, String> RULES = read();

    private Unaccent() {
    }

    static String apply(String text) {
        if (text.codePoints().allMatch(c -> c < 128)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> plain.append(c < 128 ? Character.toString(c) : RULES.getOrDefault(c, Character.toString(c))));
        return plain.toString();
    }

    /** Each line holds a letter, a tab and the letter's replacement, which may be empty. */
    private static Map<Integer, String> read() {
        Map<Integer, String> rules = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Unaccent.class.getResourceAsStream("unaccent.rules"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t", 2);
                if (parts[0].codePointCount(0, parts[0].length()) == 1) {
                    rules.put(parts[0].codePointAt(0), parts.length < 2 ? "" : unquoted(parts[1].strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(rules);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }
}
