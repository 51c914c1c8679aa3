package com.pivotino.crm.calendar.internal.recurrence;

import java.time.DayOfWeek;

/**
 * A member of BYDAY (RFC 5545 3.3.10, {@code weekdaynum}).
 *
 * @param ordinal which one in the month or year, counted from its end if negative, or 0 for every one
 */
public record WeekdayNum(int ordinal, DayOfWeek day) {

    /** Every such weekday. */
    public static WeekdayNum every(DayOfWeek day) {
        return new WeekdayNum(0, day);
    }

    /** Two letters, as in {@code MO}. */
    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    /** As in the rule, such as {@code TU} or {@code -1FR}. */
    @Override
    public String toString() {
        return (ordinal == 0 ? "" : ordinal) + code(day);
    }
}
