package com.pivotino.crm.chatter.internal.content;

import com.pivotino.crm.api.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence that each reader gets in their own language: kept as its key and what is put into it.
 *
 * @param key       of a text in {@code mail/<language>/words.properties}
 * @param arguments texts; what stands between two {@link #MARK marks} is a key, a day, an instant or an amount, for the
 *                  reader's language too
 * @param more      what comes behind it in the same sentence, such as why
 */
public record Phrase(String key, List<String> arguments, List<Phrase> more) {

    /** The first paragraph of an entry says the same as a phrase with such a key. */
    public static final String OF_LINE = "said.line.";
    static final String SAID = "said.";
    public static final String MARK = "\u0001";

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
    private static final int ARGUMENT_CHARS = 500;
    private static final int MOST_CHARS = 2500;
    private static final String END = "\t";
    private static final String NEXT = "\n";

    public Phrase {
        arguments = List.copyOf(arguments);
        more = List.copyOf(more);
    }

    /**
     * A phrase with nothing behind it.
     *
     * @param arguments {@link LocalDate}, {@link Word}, {@link At} and {@link Money} as what they are, all else as text
     */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, Arrays.stream(arguments).map(Phrase::argument).toList(), List.of());
    }

    /** A text of its own with this key. */
    public record Word(String key) {
    }

    /** An instant, and the zone in which English sentences tell it. */
    public record At(Instant instant, String zone) {
    }

    /** The same with something before its other arguments. */
    public Phrase about(Object first) {
        return new Phrase(key, Stream.concat(Stream.of(argument(first)), arguments.stream()).toList(), more);
    }

    /** The same with something behind it. @param next or null */
    public Phrase and(Phrase next) {
        return next == null ? this : new Phrase(key, arguments, Stream.concat(more.stream(), Stream.of(next)).toList());
    }

    private static String argument(Object value) {
        if (value instanceof Word word) {
            return MARK + word.key + MARK;
        }
        if (value instanceof LocalDate || value instanceof At || value instanceof Money) {
            return MARK + Marked.text(value) + MARK;
        }
        if (value instanceof List<?> several) {
            return String.join(", ", several.stream().map(Phrase::argument).toList());
        }
        String text = CONTROLS.matcher(String.valueOf(value)).replaceAll(" ");
        return text.length() <= ARGUMENT_CHARS ? text : text.substring(0, ARGUMENT_CHARS - 1) + "\u2026";
    }

    /** As the database keeps it; null for one that is too long for that, which is told in English. */
    public String text() {
        List<String> lines = Stream.concat(Stream.of(this), more.stream()).map(part -> String.join(END,
                Stream.concat(Stream.of(part.key), part.arguments.stream()).toList())).toList();
        String text = String.join(NEXT, lines);
        return text.length() <= MOST_CHARS ? text : null;
    }

    /** @param text as {@link #text()} made it, or null */
    public static Optional<Phrase> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        List<Phrase> parts = new ArrayList<>();
        for (String line : text.split(NEXT, -1)) {
            List<String> cells = Arrays.asList(line.split(END, -1));
            parts.add(new Phrase(cells.get(0), cells.subList(1, cells.size()), List.of()));
        }
        Phrase first = parts.remove(0);
        return Optional.of(new Phrase(first.key, first.arguments, parts));
    }
}
