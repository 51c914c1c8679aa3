package com.pivotino.crm.calendar.internal.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** Moves of monthly and yearly rules (SEMANTICS E5): the day number, or the weekday with its ordinal. */
final class MonthMove {

    private static final int DAYS_OF_WEEK = 7;
    private static final int UNCLEAR_ORDINAL = 5;

    private MonthMove() {
    }

    static DayMove monthly(ByParts by, LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
        if (by.days().isEmpty()) {
            Optional<Integer> old = named(by, from);
            int day = dayNumber(old, to);
            ByParts replaced = old.isEmpty() ? by
                    : by.withMonthDays(by.monthDays().stream().map(one -> one.equals(old.get()) ? day : one).distinct().toList());
            return new DayMove(replaced, date -> old.isEmpty() || old.equals(named(by, date))
                    ? dayOf(YearMonth.from(date).plusMonths(months), day) : date);
        }
        WeekdayNum old = ordinalOf(by, from);
        WeekdayNum moved = sameKind(old, to);
        ByParts replaced = by.withDays(by.days().stream().map(one -> one.equals(old) ? moved : one).distinct().toList());
        return new DayMove(replaced, date -> is(old, date) ? weekdayOf(YearMonth.from(date).plusMonths(months), moved) : date);
    }

    static DayMove yearly(ByParts by, LocalDate from, LocalDate to) {
        boolean nthOfYear = by.months().isEmpty() && !by.days().isEmpty();
        boolean inEveryMonth = by.months().isEmpty() && !by.monthDays().isEmpty();
        if (nthOfYear) {
            throw DayMove.unclear(List.of());
        }
        if (inEveryMonth || (by.months().size() > 1 && from.getMonth() == to.getMonth())) {
            return monthly(by, from, to);
        }
        if (by.months().size() > 1) {
            throw DayMove.unclear(List.of());
        }
        DayMove inMonth = monthly(by, from, to);
        ByParts moved = by.months().isEmpty() ? inMonth.by() : inMonth.by().withMonths(List.of(to.getMonthValue()));
        return new DayMove(moved, inMonth.dates());
    }

    /** The member of BYMONTHDAY that chose the date; empty if the start says the day. */
    private static Optional<Integer> named(ByParts by, LocalDate date) {
        return by.monthDays().stream()
                .filter(day -> day == date.getDayOfMonth() || (day < 0 && day == date.getDayOfMonth() - date.lengthOfMonth() - 1))
                .findFirst();
    }

    /** "Last day" stays "last day" if it still is one. */
    private static int dayNumber(Optional<Integer> old, LocalDate to) {
        boolean lastDay = old.isPresent() && old.get() == -1 && to.getDayOfMonth() == to.lengthOfMonth();
        return lastDay ? -1 : to.getDayOfMonth();
    }

    private static LocalDate dayOf(YearMonth month, int day) {
        if (day < 0) {
            return month.atEndOfMonth();
        }
        return month.isValidDay(day) ? month.atDay(day) : null;
    }

    private static WeekdayNum ordinalOf(ByParts by, LocalDate from) {
        return by.days().stream().filter(day -> by.monthDays().isEmpty() && is(day, from)).findFirst()
                .orElseThrow(() -> DayMove.unclear(List.of()));
    }

    private static boolean is(WeekdayNum day, LocalDate date) {
        return day.day() == date.getDayOfWeek() && (day.ordinal() == ordinal(date) || (day.ordinal() == -1 && isLast(date)));
    }

    private static int ordinal(LocalDate date) {
        return (date.getDayOfMonth() - 1) / DAYS_OF_WEEK + 1;
    }

    private static boolean isLast(LocalDate date) {
        return date.getDayOfMonth() > date.lengthOfMonth() - DAYS_OF_WEEK;
    }

    /** "Last" stays "last" if the new day is one; a fifth may be meant as fifth or as last, so it is asked. */
    private static WeekdayNum sameKind(WeekdayNum old, LocalDate to) {
        DayOfWeek day = to.getDayOfWeek();
        if (old.ordinal() == -1 && isLast(to)) {
            return new WeekdayNum(-1, day);
        }
        if (ordinal(to) == UNCLEAR_ORDINAL) {
            throw DayMove.unclear(List.of("FREQ=MONTHLY;BYDAY=" + new WeekdayNum(UNCLEAR_ORDINAL, day),
                    "FREQ=MONTHLY;BYDAY=" + new WeekdayNum(-1, day)));
        }
        return new WeekdayNum(ordinal(to), day);
    }

    private static LocalDate weekdayOf(YearMonth month, WeekdayNum day) {
        LocalDate date = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(day.ordinal(), day.day()));
        return YearMonth.from(date).equals(month) ? date : null;
    }
}
