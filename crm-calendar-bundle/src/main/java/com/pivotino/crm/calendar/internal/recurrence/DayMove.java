package com.pivotino.crm.calendar.internal.recurrence;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.CrmException.Kind;
import com.pivotino.crm.api.FieldProblem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What moving one occurrence to another day makes of the rule, and of the dates of the others (SEMANTICS E5).
 *
 * @param by    the parts of the rule after the move
 * @param dates where the occurrence of a date goes; null for a date that has no place any more
 */
record DayMove(ByParts by, UnaryOperator<LocalDate> dates) {

    /**
     * @throws CrmException {@code rrule_required} if the rule does not say what the new day means
     */
    static DayMove of(Rule rule, LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return new DayMove(rule.by(), UnaryOperator.identity());
        }
        if (!rule.computable()) {
            return shift(rule.by(), from, to);
        }
        if (!rule.editable() || !rule.by().positions().isEmpty()) {
            throw unclear(List.of());
        }
        return switch (rule.frequency()) {
            case DAILY, WEEKLY -> weekday(rule, from, to);
            case MONTHLY -> everyWeekday(rule, from) ? weekday(rule, from, to) : MonthMove.monthly(rule.by(), from, to);
            case YEARLY -> MonthMove.yearly(rule.by(), from, to);
        };
    }

    private static boolean everyWeekday(Rule rule, LocalDate from) {
        return rule.by().days().contains(WeekdayNum.every(from.getDayOfWeek()));
    }

    private static DayMove shift(ByParts by, LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        return new DayMove(by, date -> date.plusDays(days));
    }

    /** The weekday is replaced, the other days of the rule stay. */
    private static DayMove weekday(Rule rule, LocalDate from, LocalDate to) {
        ByParts by = rule.by();
        if (!by.monthDays().isEmpty()) {
            throw unclear(List.of());
        }
        if (by.days().isEmpty() || from.getDayOfWeek() == to.getDayOfWeek()) {
            return shift(by, from, to);
        }
        WeekdayNum old = WeekdayNum.every(from.getDayOfWeek());
        WeekdayNum moved = WeekdayNum.every(to.getDayOfWeek());
        ByParts replaced = by.withDays(by.days().stream().map(day -> day.equals(old) ? moved : day).distinct().toList());
        long days = ChronoUnit.DAYS.between(from, to);
        return new DayMove(replaced, date -> date.getDayOfWeek() == old.day() ? date.plusDays(days) : date);
    }

    /**
     * The caller has to say which rule is meant.
     *
     * @param choices rules that may be, as text
     */
    static CrmException unclear(List<String> choices) {
        String message = "Say which rule is meant: the present one does not fit the new day.";
        return new CrmException(Kind.VALIDATION, "rrule_required", message,
                List.of(new FieldProblem("rrule", "required", message)), Map.of("choices", choices), null);
    }
}
