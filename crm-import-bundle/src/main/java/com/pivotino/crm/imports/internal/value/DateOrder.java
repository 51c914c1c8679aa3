package com.pivotino.crm.imports.internal.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which order a file writes year, month and day; the separator and leading zeros do not matter. */
public enum DateOrder {

    YMD("YYYY-MM-DD"), MDY("M/D/YYYY"), DMY("D/M/YYYY");

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})([-/. ])(\\d{1,2})\\2(\\d{1,4})");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern NAMED = Pattern.compile("(?:(\\d{1,2})[-. ]+)?(\\p{L}{3,9})\\.?[-, ]+(?:(\\d{1,2}),? +)?(\\d{4})");
    private static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}");
    /** 1954 to 2119. */
    private static final Pattern SERIAL = Pattern.compile("([2-7]\\d{4})(?:[.,]\\d+)?");
    /** Day 0 of spreadsheets, for days after February 1900. */
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
            "nov", "dec");
    private static final int CENTURY_TURN = 70;

    private final String label;

    DateOrder(String label) {
        this.label = label;
    }

    /** How the option {@code dateFormat} names it, such as {@code M/D/YYYY}. */
    public String label() {
        return label;
    }

    /** Whether day and month stand before the year with dots between: day first everywhere, whatever other dates do. */
    public static boolean isDotted(String text) {
        return DOTTED.matcher(text).lookingAt();
    }

    /** Whether day and month could be the other way round, and it would be another day. */
    public static boolean isEitherWay(String text) {
        Optional<Moment> monthFirst = Moment.parse(text, MDY);
        Optional<Moment> dayFirst = Moment.parse(text, DMY);
        return !isDotted(text) && monthFirst.isPresent() && dayFirst.isPresent() && !monthFirst.equals(dayFirst);
    }

    /** The day that a spreadsheet's day number means, such as 45383 for 2024-04-01; empty if it is no plausible one. */
    public static Optional<LocalDate> ofSerial(String text) {
        Matcher serial = SERIAL.matcher(text);
        return serial.matches() ? Optional.of(SERIAL_START.plusDays(Long.parseLong(serial.group(1)))) : Optional.empty();
    }

    /** The order of the letters y, m and d in a format such as {@code MM/dd/yyyy}; empty if it is none. */
    public static Optional<DateOrder> named(String format) {
        String letters = format.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").replaceAll("(.)\\1*", "$1");
        return switch (letters) {
            case "ymd" -> Optional.of(YMD);
            case "mdy" -> Optional.of(MDY);
            case "dmy" -> Optional.of(DMY);
            default -> Optional.empty();
        };
    }

    /** The date that a text means in this order; empty if it means none. What can be read in one way only always is. */
    public Optional<LocalDate> parse(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return ofNumbers(numbers.group(1), numbers.group(3), numbers.group(4));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return date(compact.group(1), compact.group(2), compact.group(3));
        }
        Matcher named = NAMED.matcher(text);
        if (named.matches() && (named.group(1) == null) != (named.group(3) == null)) {
            int month = MONTHS.indexOf(named.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
            String day = named.group(1) == null ? named.group(3) : named.group(1);
            return month == 0 ? Optional.empty() : date(named.group(4), String.valueOf(month), day);
        }
        return Optional.empty();
    }

    private Optional<LocalDate> ofNumbers(String first, String second, String third) {
        if (first.length() == 4) {
            return date(first, second, third);
        }
        if (this == YMD || first.length() > 2 || third.length() == 1 || third.length() == 3) {
            return Optional.empty();
        }
        return this == MDY ? date(third, first, second) : date(third, second, first);
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        int y = Integer.parseInt(year);
        int full = year.length() > 2 ? y : y < CENTURY_TURN ? 2000 + y : 1900 + y;
        try {
            return Optional.of(LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
