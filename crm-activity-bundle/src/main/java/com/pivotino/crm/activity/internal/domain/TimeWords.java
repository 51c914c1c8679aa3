package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.activity.internal.domain.DayWords.Found;
import com.pivotino.crm.activity.internal.domain.LineParser.Word;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that name a time of day: {@code 2pm, 2:30 pm, 14:00, at 14, noon}. A bare number needs its {@code at}. */
final class TimeWords {

    private static final Pattern TWELVE = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?([ap])\\.?m\\.?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:](\\d{2})");
    private static final Pattern HOUR = Pattern.compile("\\d{1,2}");

    private TimeWords() {
    }

    /** The time that the words from here name, or null. */
    static Found<LocalTime> at(List<Word> words, int i) {
        String word = word(words, i);
        if ("at".equals(word)) {
            Found<LocalTime> time = at(words, i + 1, true);
            return time == null ? null : new Found<>(time.value(), time.words() + 1);
        }
        return at(words, i, false);
    }

    private static Found<LocalTime> at(List<Word> words, int i, boolean afterAt) {
        String word = word(words, i);
        String half = word(words, i + 1);
        boolean apart = Set.of("am", "pm", "a.m.", "p.m.").contains(half);
        Matcher twelve = TWELVE.matcher(apart ? word + half : word);
        Matcher clock = CLOCK.matcher(word);
        if (twelve.matches()) {
            int minutes = twelve.group(2) == null ? 0 : Integer.parseInt(twelve.group(2));
            int hour = Integer.parseInt(twelve.group(1));
            boolean valid = hour >= 1 && hour <= 12 && minutes < 60;
            return valid ? new Found<>(LocalTime.of(hour % 12 + ("p".equals(twelve.group(3)) ? 12 : 0), minutes),
                    apart ? 2 : 1) : null;
        }
        if ("noon".equals(word) || "midday".equals(word)) {
            return new Found<>(LocalTime.NOON, 1);
        }
        boolean bare = afterAt && HOUR.matcher(word).matches();
        if (!clock.matches() && !bare) {
            return null;
        }
        int hour = Integer.parseInt(bare ? word : clock.group(1));
        int minute = bare ? 0 : Integer.parseInt(clock.group(2));
        return hour < 24 && minute < 60 ? new Found<>(LocalTime.of(hour, minute), 1) : null;
    }

    private static String word(List<Word> words, int i) {
        return i < words.size() ? words.get(i).text() : "";
    }
}
