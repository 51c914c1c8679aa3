package com.pivotino.crm.calendar.internal.recurrence;

import java.time.LocalDate;
import java.time.temporal.TemporalField;
import java.time.temporal.WeekFields;
import java.util.List;

/**
 * Whether a day fits the BY... parts of a rule. What the rule does not say, the start says (RFC 5545 3.3.10): the weekday of
 * a weekly rule, the day of a monthly one, day and month of a yearly one. A date that a month does not have is never seen
 * here, so it is skipped and does not count (SEMANTICS R3).
 */
final class DayFilter {

    /** A week belongs to the year in which it has four days or more. */
    private static final int DAYS_OF_FIRST_WEEK = 4;

    private final ByParts by;
    private final boolean ordinalsInYear;
    private final TemporalField week;

    DayFilter(Rule rule, LocalDate start) {
        this.by = completed(rule, start);
        // BYDAY=2MO of a yearly rule means the second Monday of the year, unless BYMONTH names months.
        this.ordinalsInYear = rule.frequency() == Frequency.YEARLY && rule.by().months().isEmpty();
        this.week = WeekFields.of(rule.firstDayOfWeek(), DAYS_OF_FIRST_WEEK).weekOfWeekBasedYear();
    }

    private static ByParts completed(Rule rule, LocalDate start) {
        ByParts by = rule.by();
        List<WeekdayNum> weekday = List.of(WeekdayNum.every(start.getDayOfWeek()));
        return switch (rule.frequency()) {
            case DAILY -> by;
            case WEEKLY -> by.days().isEmpty() ? by.withDays(weekday) : by;
            case MONTHLY -> by.chooseNoDay() ? by.withMonthDays(List.of(start.getDayOfMonth())) : by;
            case YEARLY -> {
                if (by.chooseNoDay()) {
                    yield by.withMonthDays(List.of(start.getDayOfMonth()))
                            .withMonths(by.months().isEmpty() ? List.of(start.getMonthValue()) : by.months());
                }
                boolean weeksOnly = !by.weekNumbers().isEmpty() && by.days().isEmpty() && by.yearDays().isEmpty()
                        && by.monthDays().isEmpty();
                yield weeksOnly ? by.withDays(weekday) : by;
            }
        };
    }

    boolean inMonth(LocalDate date) {
        return by.months().isEmpty() || by.months().contains(date.getMonthValue());
    }

    boolean test(LocalDate date) {
        return inMonth(date) && (by.monthDays().isEmpty() || named(by.monthDays(), date.getDayOfMonth(), date.lengthOfMonth()))
                && (by.yearDays().isEmpty() || named(by.yearDays(), date.getDayOfYear(), date.lengthOfYear()))
                && (by.weekNumbers().isEmpty()
                        || named(by.weekNumbers(), date.get(week), (int) week.rangeRefinedBy(date).getMaximum()))
                && (by.days().isEmpty() || onNamedWeekday(date));
    }

    /** Whether the list names this one of so many, counted from the front or, if negative, from the back. */
    private static boolean named(List<Integer> numbers, int number, int ofSoMany) {
        return numbers.contains(number) || numbers.contains(number - ofSoMany - 1);
    }

    private boolean onNamedWeekday(LocalDate date) {
        for (WeekdayNum named : by.days()) {
            if (named.day() == date.getDayOfWeek() && (named.ordinal() == 0 || named.ordinal() == ordinal(date, named))) {
                return true;
            }
        }
        return false;
    }

    private int ordinal(LocalDate date, WeekdayNum named) {
        int day = ordinalsInYear ? date.getDayOfYear() : date.getDayOfMonth();
        int days = ordinalsInYear ? date.lengthOfYear() : date.lengthOfMonth();
        return named.ordinal() > 0 ? (day - 1) / 7 + 1 : -((days - day) / 7 + 1);
    }
}
