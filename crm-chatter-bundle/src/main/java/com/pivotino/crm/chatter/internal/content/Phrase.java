package com.pivotino.crm.chatter.internal.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A sentence that each reader gets in their own language: kept as its key and what is put into it.
 *
 * @param key       of a text in {@code mail/<language>/words.properties}
 * @param arguments texts; what stands between two {@link #MARK marks} is a key or a day, for the reader's language too
 */
public record Phrase(String key, List<String> arguments) {

    /** The first paragraph of an entry says the same as a phrase with such a key. */
    public static final String OF_LINE = "said.line.";
    public static final String MARK = "\u0001";
    /** Before a day between marks. */
    public static final String DAY = "day ";

    private static final int ARGUMENT_CHARS = 500;
    private static final String END = "\t";

    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** @param arguments a {@link LocalDate} as a day, a {@link Word} as one, all else as text */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, Arrays.stream(arguments).map(Phrase::argument).toList());
    }

    /** A text of its own with this key. */
    public record Word(String key) {
    }

    /** The same with something before its other arguments. */
    public Phrase about(Object first) {
        List<String> all = new ArrayList<>(List.of(argument(first)));
        all.addAll(arguments);
        return new Phrase(key, all);
    }

    private static String argument(Object value) {
        if (value instanceof Word word) {
            return MARK + word.key + MARK;
        }
        if (value instanceof LocalDate day) {
            return MARK + DAY + day + MARK;
        }
        if (value instanceof List<?> several) {
            return String.join(", ", several.stream().map(Phrase::argument).toList());
        }
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
        return text.length() <= ARGUMENT_CHARS ? text : text.substring(0, ARGUMENT_CHARS - 1) + "\u2026";
    }

    /** As the database keeps it. */
    public String text() {
        return key + END + String.join(END, arguments);
    }

    /** @param text as {@link #text()} made it, or null */
    public static Optional<Phrase> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        List<String> parts = Arrays.asList(text.split(END, -1));
        return Optional.of(new Phrase(parts.get(0), parts.subList(1, parts.size())));
    }
}
