package com.pivotino.crm.calendar.internal.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The original local starts of a series: its rule with COUNT and UNTIL, without deletions and overrides. COUNT counts from
 * the start, deleted ones included (SEMANTICS R6); a start in a gap counts (T2).
 */
final class Expansion {

    /** How far ahead an occurrence is looked for (SEMANTICS R2). */
    static final int HORIZON_YEARS = 100;

    private final TimeSlot slot;
    private final Rule rule;
    private final Steps steps = new Steps();

    Expansion(TimeSlot slot, Rule rule) {
        this.slot = slot;
        this.rule = rule;
    }

    /**
     * Hands out starts in order.
     *
     * @param from earliest date, inclusive
     * @param to   latest date, inclusive
     * @param more answers whether to go on
     */
    void walk(LocalDate from, LocalDate to, Predicate<LocalDateTime> more) {
        LocalDate start = slot.start().toLocalDate();
        if (rule == null || !rule.computable()) {
            if (!start.isBefore(from) && !start.isAfter(to)) {
                more.test(slot.start());
            }
            return;
        }
        int[] counted = {0};
        new RuleDates(rule, start, steps).walk(rule.count() == null ? from : start, to, date -> {
            LocalDateTime id = date.atTime(slot.timeOfDay());
            if (rule.count() != null && ++counted[0] > rule.count() || isLate(id)) {
                return false;
            }
            return date.isBefore(from) || more.test(id);
        });
    }

    private boolean isLate(LocalDateTime id) {
        return rule.until() != null && slot.startingAt(id).startInstant().isAfter(rule.until());
    }

    /** The first start on or after the date, within 100 years; null if there is none. */
    LocalDateTime first(LocalDate from) {
        LocalDateTime[] found = {null};
        walk(from, horizon(from), id -> {
            found[0] = id;
            return false;
        });
        return found[0];
    }

    /** The last start of a rule that ends; null if it has none. */
    LocalDateTime last() {
        LocalDateTime[] found = {null};
        walk(LocalDate.MIN, LocalDate.MAX, id -> {
            found[0] = id;
            return true;
        });
        return found[0];
    }

    /** The last dates of a rule that ends, at most so many. */
    List<LocalDate> lastDates(int most) {
        ArrayDeque<LocalDate> dates = new ArrayDeque<>();
        walk(LocalDate.MIN, LocalDate.MAX, id -> {
            dates.add(id.toLocalDate());
            if (dates.size() > most) {
                dates.remove();
            }
            return true;
        });
        return List.copyOf(dates);
    }

    /** Whether the rule has this start. */
    boolean has(LocalDateTime id) {
        boolean[] found = {false};
        walk(id.toLocalDate(), id.toLocalDate(), start -> {
            found[0] = start.equals(id);
            return false;
        });
        return found[0];
    }

    /** How many starts of the rule lie before this one, deleted ones included. */
    int countBefore(LocalDateTime id) {
        int[] counted = {0};
        walk(slot.start().toLocalDate(), id.toLocalDate(), start -> {
            counted[0] += start.isBefore(id) ? 1 : 0;
            return start.isBefore(id);
        });
        return counted[0];
    }

    /** The date of an instant on the clock that the series goes by. */
    LocalDate dateOf(Instant instant, ZoneId reader) {
        return LocalDate.ofInstant(instant, slot.allDay() ? reader : slot.zone());
    }

    static LocalDate horizon(LocalDate from) {
        return from.plusYears(HORIZON_YEARS);
    }

    int steps() {
        return steps.used();
    }
}
