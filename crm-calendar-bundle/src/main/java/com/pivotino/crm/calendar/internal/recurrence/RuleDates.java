package com.pivotino.crm.calendar.internal.recurrence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The dates of a rule, without its end. Walks period by period (day, week, month, year), looks at each day of the period,
 * and then chooses by BYSETPOS. Every computed rule has at most one occurrence a day, so a walk takes at most one step for
 * each day that it passes; a month that does not fit takes one.
 */
final class RuleDates {

    private static final int LAST_YEAR = 9999;

    private final Rule rule;
    private final LocalDate start;
    private final DayFilter filter;
    private final Steps steps;

    RuleDates(Rule rule, LocalDate start, Steps steps) {
        this.rule = rule;
        this.start = start;
        this.filter = new DayFilter(rule, start);
        this.steps = steps;
    }

    /**
     * Hands out dates in order, none before the start.
     *
     * @param from earliest date that matters; what comes before is skipped without steps
     * @param to   latest date, inclusive
     * @param more answers whether to go on
     */
    void walk(LocalDate from, LocalDate to, Predicate<LocalDate> more) {
        LocalDate first = from.isBefore(start) ? start : from;
        for (long period = periodOf(first) / rule.interval(); ; period++) {
            LocalDate begin = begin(period * rule.interval());
            if (begin.isAfter(to) || begin.getYear() > LAST_YEAR) {
                return;
            }
            List<LocalDate> dates = inPeriod(begin);
            if (dates == null) {
                return;
            }
            for (LocalDate date : dates) {
                if (date.isAfter(to)) {
                    return;
                }
                if (!date.isBefore(first) && !more.test(date)) {
                    return;
                }
            }
        }
    }

    private long periodOf(LocalDate date) {
        return switch (rule.frequency()) {
            case DAILY -> ChronoUnit.DAYS.between(start, date);
            case WEEKLY -> ChronoUnit.WEEKS.between(weekOf(start), date);
            case MONTHLY -> ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(date));
            case YEARLY -> date.getYear() - start.getYear();
        };
    }

    private LocalDate begin(long offset) {
        return switch (rule.frequency()) {
            case DAILY -> start.plusDays(offset);
            case WEEKLY -> weekOf(start).plusWeeks(offset);
            case MONTHLY -> start.withDayOfMonth(1).plusMonths(offset);
            case YEARLY -> start.withDayOfYear(1).plusYears(offset);
        };
    }

    private LocalDate weekOf(LocalDate date) {
        return date.minusDays(Math.floorMod(date.getDayOfWeek().getValue() - rule.firstDayOfWeek().getValue(), 7));
    }

    private int days(LocalDate begin) {
        return switch (rule.frequency()) {
            case DAILY -> 1;
            case WEEKLY -> 7;
            case MONTHLY -> begin.lengthOfMonth();
            case YEARLY -> begin.lengthOfYear();
        };
    }

    /** Dates of one period; null if the steps are used up. */
    private List<LocalDate> inPeriod(LocalDate begin) {
        List<LocalDate> dates = new ArrayList<>();
        for (int i = 0, days = days(begin); i < days; i++) {
            if (!steps.take()) {
                return null;
            }
            LocalDate date = begin.plusDays(i);
            if (!filter.inMonth(date)) {
                i += date.lengthOfMonth() - date.getDayOfMonth();
            } else if (filter.test(date)) {
                dates.add(date);
            }
        }
        return rule.by().positions().isEmpty() ? dates : chosen(dates);
    }

    private List<LocalDate> chosen(List<LocalDate> dates) {
        TreeSet<LocalDate> chosen = new TreeSet<>();
        for (int position : rule.by().positions()) {
            int index = position > 0 ? position - 1 : dates.size() + position;
            if (index >= 0 && index < dates.size()) {
                chosen.add(dates.get(index));
            }
        }
        return List.copyOf(chosen);
    }
}
