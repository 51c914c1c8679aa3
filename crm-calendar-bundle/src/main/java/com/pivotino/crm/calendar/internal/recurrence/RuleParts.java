package com.pivotino.crm.calendar.internal.recurrence;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of a rule's text, with the ranges of RFC 5545 3.3.10 and the smaller ones of SEMANTICS R1. */
final class RuleParts {

    static final int MAX_COUNT = 9_999;
    static final int MAX_INTERVAL = 999;
    /** Parts that name a time of day; allowed on import if they say what the start says. */
    static final Set<String> TIMES = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");
    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_VALUES = 400;
    private static final int MAX_ORDINAL_IN_MONTH = 5;
    private static final Set<String> KNOWN = Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYWEEKNO",
            "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYSETPOS");
    private static final Pattern WEEKDAY_NUM = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}");

    private RuleParts() {
    }

    static Map<String, String> split(String text) {
        if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
            throw RuleText.invalid("invalid", "A rule has 1 to " + MAX_LENGTH + " characters.");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1) {
                throw RuleText.invalid("invalid", "A rule consists of NAME=VALUE parts, separated by semicolons.");
            }
            if (parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw RuleText.invalid("invalid", "Each part of a rule comes once.");
            }
        }
        return parts;
    }

    /** Whether there are parts that the engine does not compute: other calendars' and unknown ones, other times of day. */
    static boolean beyondEngine(Map<String, String> parts, TimeSlot slot) {
        Map<String, Integer> start = Map.of("BYHOUR", slot.start().getHour(), "BYMINUTE", slot.start().getMinute(),
                "BYSECOND", slot.start().getSecond());
        return parts.entrySet().stream().anyMatch(part -> !KNOWN.contains(part.getKey())
                && !(TIMES.contains(part.getKey()) && NUMBER.matcher(part.getValue()).matches()
                        && Integer.valueOf(part.getValue()).equals(start.get(part.getKey()))));
    }

    static ByParts by(Map<String, String> parts) {
        return new ByParts(numbers(parts, "BYMONTH", 1, 12), numbers(parts, "BYWEEKNO", -53, 53),
                numbers(parts, "BYYEARDAY", -366, 366), numbers(parts, "BYMONTHDAY", -31, 31),
                parts.containsKey("BYDAY") ? values(parts.get("BYDAY")).map(RuleParts::weekday).distinct().toList() : List.of(),
                numbers(parts, "BYSETPOS", -366, 366));
    }

    private static Stream<String> values(String list) {
        String[] values = list.split(",", -1);
        if (values.length > MAX_VALUES) {
            throw RuleText.invalid("invalid", "A part of a rule has " + MAX_VALUES + " values at most.");
        }
        return Arrays.stream(values);
    }

    private static List<Integer> numbers(Map<String, String> parts, String name, int min, int max) {
        return !parts.containsKey(name) ? List.of()
                : values(parts.get(name)).map(value -> number(name, value, min, max)).distinct().toList();
    }

    static int number(String name, String text, int min, int max) {
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (number < min || number > max || number == 0) {
            throw RuleText.invalid("invalid", name + " is a number from " + min + " to " + max + (min < 0 ? ", not 0." : "."));
        }
        return number;
    }

    static DayOfWeek day(String code) {
        return Arrays.stream(DayOfWeek.values()).filter(day -> WeekdayNum.code(day).equals(code)).findFirst()
                .orElseThrow(() -> RuleText.invalid("invalid", "A weekday is MO, TU, WE, TH, FR, SA or SU."));
    }

    private static WeekdayNum weekday(String text) {
        Matcher matcher = WEEKDAY_NUM.matcher(text);
        if (!matcher.matches()) {
            throw RuleText.invalid("invalid", "BYDAY names weekdays as in MO or, in a month or year, 2TU or -1FR.");
        }
        return new WeekdayNum(matcher.group(1) == null ? 0 : number("BYDAY", matcher.group(1), -53, 53), day(matcher.group(2)));
    }

    /** Refuses parts that RFC 5545 forbids beside each other. */
    static void checkMeaning(Rule rule) {
        ByParts by = rule.by();
        boolean inMonthOrYear = rule.frequency() == Frequency.MONTHLY || rule.frequency() == Frequency.YEARLY;
        boolean ordinals = by.days().stream().anyMatch(day -> day.ordinal() != 0);
        if (ordinals && (!inMonthOrYear || !by.weekNumbers().isEmpty())) {
            throw RuleText.invalid("invalid", "BYDAY counts weekdays in a month or a year only.");
        }
        if (!by.weekNumbers().isEmpty() && rule.frequency() != Frequency.YEARLY) {
            throw RuleText.invalid("invalid", "BYWEEKNO is for yearly rules only.");
        }
        if (!by.yearDays().isEmpty() && rule.frequency() != Frequency.YEARLY) {
            throw RuleText.invalid("invalid", "BYYEARDAY is for yearly rules only.");
        }
        if (!by.monthDays().isEmpty() && rule.frequency() == Frequency.WEEKLY) {
            throw RuleText.invalid("invalid", "BYMONTHDAY is not for weekly rules.");
        }
        if (!by.positions().isEmpty() && by.chooseNoDay() && by.months().isEmpty()) {
            throw RuleText.invalid("invalid", "BYSETPOS needs another BY part to choose from.");
        }
    }

    /** Whether the rule is one of those that SEMANTICS R1 lists, which the form can show. */
    static boolean listed(Rule rule) {
        ByParts by = rule.by();
        return by.weekNumbers().isEmpty() && by.yearDays().isEmpty()
                && by.monthDays().stream().allMatch(day -> day >= -1)
                && by.days().stream().allMatch(day -> day.ordinal() >= -1 && day.ordinal() <= MAX_ORDINAL_IN_MONTH)
                && (by.positions().isEmpty() || !by.days().isEmpty());
    }
}
