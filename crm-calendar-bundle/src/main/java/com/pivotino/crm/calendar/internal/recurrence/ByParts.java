package com.pivotino.crm.calendar.internal.recurrence;

import java.util.List;

/**
 * The BY... parts of a rule (RFC 5545 3.3.10); an empty list is a part that is not there.
 *
 * @param months     BYMONTH, 1 to 12
 * @param weekNumbers BYWEEKNO, 1 to 53 or negative; only of imported rules
 * @param yearDays   BYYEARDAY, 1 to 366 or negative; only of imported rules
 * @param monthDays  BYMONTHDAY, 1 to 31 or negative
 * @param days       BYDAY
 * @param positions  BYSETPOS, 1 to 366 or negative
 */
public record ByParts(List<Integer> months, List<Integer> weekNumbers, List<Integer> yearDays, List<Integer> monthDays,
        List<WeekdayNum> days, List<Integer> positions) {

    /** No part at all: the start says it all. */
    public static final ByParts NONE = new ByParts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ByParts {
        months = List.copyOf(months);
        weekNumbers = List.copyOf(weekNumbers);
        yearDays = List.copyOf(yearDays);
        monthDays = List.copyOf(monthDays);
        days = List.copyOf(days);
        positions = List.copyOf(positions);
    }

    /** Whether no part chooses days; then the start does. */
    boolean chooseNoDay() {
        return weekNumbers.isEmpty() && yearDays.isEmpty() && monthDays.isEmpty() && days.isEmpty();
    }

    public ByParts withMonths(List<Integer> months) {
        return new ByParts(months, weekNumbers, yearDays, monthDays, days, positions);
    }

    public ByParts withMonthDays(List<Integer> monthDays) {
        return new ByParts(months, weekNumbers, yearDays, monthDays, days, positions);
    }

    public ByParts withDays(List<WeekdayNum> days) {
        return new ByParts(months, weekNumbers, yearDays, monthDays, days, positions);
    }
}
