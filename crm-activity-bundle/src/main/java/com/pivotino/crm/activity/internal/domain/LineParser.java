package com.pivotino.crm.activity.internal.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a line such as {@code call Ann fri 2pm} or {@code in 3 days letter to @bob}: English words, one left to right pass,
 * linear in the text's length. Whatever is not understood is part of the summary; nothing is ever refused.
 */
public final class LineParser {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}@:.\\-'_]++");
    private static final Pattern HANDLE = Pattern.compile("@[\\p{L}\\p{N}][\\p{L}\\p{N}._\\-]*+");

    private final Map<String, Long> typeWords;
    private final DayWords days;

    /**
     * @param typeWords lower case words and the id of the type that each names
     * @param today     in the zone of who writes
     */
    public LineParser(Map<String, Long> typeWords, LocalDate today) {
        this.typeWords = Map.copyOf(typeWords);
        this.days = new DayWords(today);
    }

    /** A part of the text that says something; {@code kind} is {@code type, date, time, assignee}. */
    public record Span(String kind, int start, int end) {
    }

    /**
     * What was understood.
     *
     * @param typeId  or null
     * @param summary what is left without date, time and person, first letter large; null if it is no more than the type
     * @param handle  lower case name after {@code @}, or null
     */
    public record Result(Long typeId, String summary, LocalDate date, LocalTime time, String handle, List<Span> spans) {
    }

    /** A word and where it stands. */
    record Word(String text, int start, int end) {
    }

    /** Reads the text. The first words of each kind count, later ones are part of the summary. */
    public Result parse(String text) {
        List<Word> words = words(text);
        List<Span> spans = new ArrayList<>();
        Long type = null;
        LocalDate date = null;
        LocalTime time = null;
        String handle = null;
        int i = 0;
        while (i < words.size()) {
            Word word = words.get(i);
            DayWords.Found<LocalDate> day = date == null ? days.at(words, i) : null;
            DayWords.Found<LocalTime> hour = day == null && time == null ? TimeWords.at(words, i) : null;
            int taken = 1;
            if (day != null) {
                date = day.value();
                taken = day.words();
                spans.add(new Span("date", word.start(), words.get(i + taken - 1).end()));
            } else if (hour != null) {
                time = hour.value();
                taken = hour.words();
                spans.add(new Span("time", word.start(), words.get(i + taken - 1).end()));
            } else if (handle == null && HANDLE.matcher(word.text()).matches()) {
                handle = word.text().substring(1);
                spans.add(new Span("assignee", word.start(), word.end()));
            } else if (type == null && typeWords.containsKey(word.text())) {
                type = typeWords.get(word.text());
                spans.add(new Span("type", word.start(), word.end()));
            }
            i += taken;
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return new Result(type, summary(text, spans), date, time, handle, spans);
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            int end = matcher.end();
            while (end > matcher.start() + 1 && ".:-'".indexOf(text.charAt(end - 1)) >= 0
                    && !text.regionMatches(true, end - 3, ".m.", 0, 3)) {
                end--;
            }
            words.add(new Word(text.substring(matcher.start(), end).toLowerCase(Locale.ROOT), matcher.start(), end));
        }
        return words;
    }

    /** The text without what became a member of its own; the type's word stays in a sentence, and says nothing alone. */
    private static String summary(String text, List<Span> spans) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        String type = "";
        for (Span span : spans) {
            if ("type".equals(span.kind())) {
                type = text.substring(span.start(), span.end());
                continue;
            }
            rest.append(text, from, span.start()).append(' ');
            from = span.end();
        }
        rest.append(text, from, text.length());
        String plain = rest.toString().replaceAll("\\s++", " ").strip();
        plain = plain.replaceAll("^[,;:.\\- ]++", "").replaceAll("(?<![,;:\\- ])[,;:\\- ]++$", "");
        return plain.isBlank() || plain.equalsIgnoreCase(type) || plain.chars().noneMatch(Character::isLetterOrDigit) ? null
                : plain.substring(0, plain.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + plain.substring(plain.offsetByCodePoints(0, 1));
    }
}
