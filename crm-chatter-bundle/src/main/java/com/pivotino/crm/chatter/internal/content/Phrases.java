package com.pivotino.crm.chatter.internal.content;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.chatter.Phrase.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Phrases as the API shows them, and sentences as their readers write them. */
public final class Phrases {

    private static final Pattern MARKED = Pattern.compile(Phrase.MARK + "([^" + Phrase.MARK + "]*)" + Phrase.MARK);

    private Phrases() {
    }

    /** With the values as English sentences have them. */
    public static com.pivotino.crm.api.chatter.Phrase shown(Phrase phrase) {
        String key = phrase.key().startsWith(Phrase.OF_LINE) ? phrase.key().substring(Phrase.OF_LINE.length())
                : phrase.key().startsWith(Phrase.SAID) ? phrase.key().substring(Phrase.SAID.length()) : phrase.key();
        return new com.pivotino.crm.api.chatter.Phrase(key, Stream.concat(Stream.of(phrase), phrase.more().stream())
                .flatMap(part -> part.arguments().stream()).map(Phrases::value).toList());
    }

    /** What {@link #shown} showed. */
    public static Phrase of(com.pivotino.crm.api.chatter.Phrase shown) {
        return Phrase.of(shown.key(), shown.values().stream().map(value -> value.day() != null ? value.day()
                : value.at() != null ? new Phrase.At(value.at(), value.zone())
                : value.amount() != null ? value.amount() : value.text()).toArray());
    }

    private static Value value(String argument) {
        if (!argument.contains(Phrase.MARK)) {
            return Value.of(argument);
        }
        Matcher marked = MARKED.matcher(argument);
        Object one = marked.matches() ? Marked.read(marked.group(1)) : null;
        String text = written(argument, Marked::english);
        return one instanceof LocalDate day ? Value.of(text, day) : one instanceof Phrase.At at ? Value.of(text, at.instant(), at.zone())
                : one instanceof Money sum ? Value.of(text, sum) : Value.of(text);
    }

    /** An argument with what is marked in it in a reader's words. */
    public static String written(String argument, Function<Object, String> words) {
        return !argument.contains(Phrase.MARK) ? argument
                : MARKED.matcher(argument).replaceAll(marked -> Matcher.quoteReplacement(words.apply(Marked.read(marked.group(1)))));
    }

    /**
     * An English sentence with its days, hours and amounts in a reader's words.
     *
     * @param sentence as it was said, may be cut or escaped for HTML
     */
    public static String written(String sentence, Phrase phrase, Function<Object, String> words) {
        List<String> arguments = Stream.concat(Stream.of(phrase), phrase.more().stream())
                .flatMap(part -> part.arguments().stream()).toList();
        StringBuilder written = new StringBuilder();
        int from = 0;
        for (String argument : arguments) {
            String text = written(argument, Marked::english);
            int at = text.isEmpty() ? -1 : sentence.indexOf(text, from);
            if (at >= 0) {
                written.append(sentence, from, at).append(written(argument, value -> value instanceof Phrase.Word
                        ? Marked.english(value) : words.apply(value)));
                from = at + text.length();
            }
        }
        return written.append(sentence, from, sentence.length()).toString();
    }
}
