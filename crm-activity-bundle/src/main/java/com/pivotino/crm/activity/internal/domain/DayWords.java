package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.activity.internal.domain.LineParser.Word;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that name a day, seen from one day: {@code today, tomorrow, day after tomorrow, fri, next fri, next week, next month,
 * in 3 days, in a week, 2026-12-01, 1 dec, dec 1st 2027}. A weekday alone is the next one after today; with {@code next} that
 * of the following week; with {@code this} today counts too. A day without a year is the next one. {@code next week} is its
 * Monday.
 */
final class DayWords {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20|21)\\d{2}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,3}");
    private static final Set<String> LEADING = Set.of("on", "by", "due", "until");
    private static final int YEARS = 8;

    private final LocalDate today;

    DayWords(LocalDate today) {
        this.today = today;
    }

    /** A value, and how many words say it. */
    record Found<T>(T value, int words) {
    }

    /** The day that the words from here name, or null. */
    Found<LocalDate> at(List<Word> words, int i) {
        if (LEADING.contains(word(words, i))) {
            Found<LocalDate> day = plain(words, i + 1);
            return day == null ? null : new Found<>(day.value(), day.words() + 1);
        }
        return plain(words, i);
    }

    private Found<LocalDate> plain(List<Word> words, int i) {
        String word = word(words, i);
        Found<LocalDate> found = switch (word) {
            case "today", "tonight" -> new Found<>(today, 1);
            case "tomorrow", "tmr", "tmrw" -> new Found<>(today.plusDays(1), 1);
            case "day" -> "after".equals(word(words, i + 1)) && "tomorrow".equals(word(words, i + 2))
                    ? new Found<>(today.plusDays(2), 3) : null;
            case "next" -> next(word(words, i + 1));
            case "this" -> weekday(word(words, i + 1)) == null ? null
                    : new Found<>(today.with(TemporalAdjusters.nextOrSame(weekday(word(words, i + 1)))), 2);
            case "in" -> in(word(words, i + 1), word(words, i + 2));
            default -> weekday(word) == null ? null : new Found<>(today.with(TemporalAdjusters.next(weekday(word))), 1);
        };
        return found != null ? found : written(words, i);
    }

    private Found<LocalDate> next(String word) {
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return switch (word) {
            case "week" -> new Found<>(monday, 2);
            case "month" -> new Found<>(today.plusMonths(1), 2);
            default -> weekday(word) == null ? null
                    : new Found<>(monday.with(TemporalAdjusters.nextOrSame(weekday(word))), 2);
        };
    }

    private Found<LocalDate> in(String count, String unit) {
        boolean one = "a".equals(count) || "an".equals(count) || "one".equals(count);
        if (!one && !COUNT.matcher(count).matches()) {
            return null;
        }
        int n = one ? 1 : Integer.parseInt(count);
        return switch (unit) {
            case "day", "days" -> new Found<>(today.plusDays(n), 3);
            case "week", "weeks" -> new Found<>(today.plusWeeks(n), 3);
            case "month", "months" -> new Found<>(today.plusMonths(n), 3);
            default -> null;
        };
    }

    /** A date in figures, or day and month in either order with or without a year. */
    private Found<LocalDate> written(List<Word> words, int i) {
        Matcher iso = ISO.matcher(word(words, i));
        if (iso.matches()) {
            int month = Integer.parseInt(iso.group(2));
            LocalDate date = month < 1 || month > 12 ? null
                    : valid(Integer.parseInt(iso.group(1)), Month.of(month), Integer.parseInt(iso.group(3)));
            return date == null ? null : new Found<>(date, 1);
        }
        Month month = month(word(words, i));
        int filler = "of".equals(word(words, i + 1)) ? 1 : 0;
        Matcher day = DAY.matcher(month != null ? word(words, i + 1) : word(words, i));
        month = month != null ? month : month(word(words, i + 1 + filler));
        if (month == null || !day.matches()) {
            return null;
        }
        int length = month(word(words, i)) != null ? 2 : 2 + filler;
        int number = Integer.parseInt(day.group(1));
        boolean dated = YEAR.matcher(word(words, i + length)).matches();
        LocalDate date = dated ? valid(Integer.parseInt(word(words, i + length)), month, number) : upcoming(month, number);
        return date == null ? null : new Found<>(date, dated ? length + 1 : length);
    }

    private LocalDate upcoming(Month month, int day) {
        for (int year = today.getYear(); year <= today.getYear() + YEARS; year++) {
            LocalDate date = valid(year, month, day);
            if (date != null && !date.isBefore(today)) {
                return date;
            }
        }
        return null;
    }

    private static LocalDate valid(int year, Month month, int day) {
        return YearMonth.of(year, month).isValidDay(day) ? LocalDate.of(year, month, day) : null;
    }

    private static String word(List<Word> words, int i) {
        return i < words.size() ? words.get(i).text() : "";
    }

    private static Month month(String word) {
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            if (word.equals(name) || word.equals(name.substring(0, 3)) || "sept".equals(word) && month == Month.SEPTEMBER) {
                return month;
            }
        }
        return null;
    }

    private static DayOfWeek weekday(String word) {
        return switch (word) {
            case "mon", "monday" -> DayOfWeek.MONDAY;
            case "tue", "tues", "tuesday" -> DayOfWeek.TUESDAY;
            case "wed", "weds", "wednesday" -> DayOfWeek.WEDNESDAY;
            case "thu", "thur", "thurs", "thursday" -> DayOfWeek.THURSDAY;
            case "fri", "friday" -> DayOfWeek.FRIDAY;
            case "sat", "saturday" -> DayOfWeek.SATURDAY;
            case "sun", "sunday" -> DayOfWeek.SUNDAY;
            default -> null;
        };
    }
}
