package com.pivotino.crm.calendar.internal.ical;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A yearly clock change as a rule of its local days. */
final class YearlyChange {

    private static final int DAYS_OF_WEEK = 7;
    /** Any year will do: the rule is the same every year. */
    private static final int SAMPLE_YEAR = 2026;

    private YearlyChange() {
    }

    /** The rule, or null if the day cannot be said in one month. */
    static String rrule(ZoneOffsetTransitionRule rule) {
        LocalDate local = rule.createTransition(SAMPLE_YEAR).getDateTimeBefore().toLocalDate();
        LocalDate named = named(rule);
        // A change at the end of the day, or one fixed in UTC, may fall on the day after or before the named one.
        int shift = (int) ChronoUnit.DAYS.between(named, local);
        String month = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
        int length = rule.getMonth().minLength();
        int day = rule.getDayOfMonthIndicator();
        if (rule.getDayOfWeek() == null) {
            return shift == 0 && day > 0 ? month + ";BYMONTHDAY=" + day : null;
        }
        String weekday = local.getDayOfWeek().name().substring(0, 2);
        int first = (day > 0 ? day : length + day - DAYS_OF_WEEK + 2) + shift;
        boolean lengthVaries = day < 0 && rule.getMonth() == Month.FEBRUARY;
        if (first < 1 || first + DAYS_OF_WEEK - 1 > length || lengthVaries) {
            return null;
        }
        if (first + DAYS_OF_WEEK - 1 == length && rule.getMonth() != Month.FEBRUARY) {
            return month + ";BYDAY=-1" + weekday;
        }
        return first % DAYS_OF_WEEK == 1 ? month + ";BYDAY=" + (first / DAYS_OF_WEEK + 1) + weekday
                : month + ";BYDAY=" + weekday + ";BYMONTHDAY=" + IntStream.range(first, first + DAYS_OF_WEEK)
                        .mapToObj(String::valueOf).collect(Collectors.joining(","));
    }

    private static LocalDate named(ZoneOffsetTransitionRule rule) {
        int day = rule.getDayOfMonthIndicator();
        YearMonth month = YearMonth.of(SAMPLE_YEAR, rule.getMonth());
        DayOfWeek weekday = rule.getDayOfWeek();
        LocalDate date = day > 0 ? month.atDay(day) : month.atEndOfMonth().plusDays(day + 1L);
        if (weekday == null) {
            return date;
        }
        return date.with(day > 0 ? TemporalAdjusters.nextOrSame(weekday) : TemporalAdjusters.previousOrSame(weekday));
    }
}
