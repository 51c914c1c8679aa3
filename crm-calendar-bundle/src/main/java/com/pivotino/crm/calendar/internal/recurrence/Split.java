package com.pivotino.crm.calendar.internal.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Parts of a series (SEMANTICS E2). */
final class Split {

    private Split() {
    }

    /** Whether any occurrence that is not deleted comes before this one by its original start. */
    static boolean hasBefore(Series series, LocalDateTime id) {
        return any(series, start -> start.isBefore(id));
    }

    /** Whether any occurrence is left that is not deleted. */
    static boolean hasAny(Series series) {
        return any(series, start -> true);
    }

    private static boolean any(Series series, Predicate<LocalDateTime> meant) {
        boolean[] found = {series.overrides().values().stream()
                .anyMatch(override -> override.slot() != null && meant.test(override.id()))};
        if (!found[0]) {
            series.expansion().walk(LocalDate.MIN, LocalDate.MAX, id -> {
                found[0] = meant.test(id) && !series.exdates().contains(id);
                return !found[0] && meant.test(id);
            });
        }
        return found[0];
    }

    /** The series without the occurrences from this one on: COUNT becomes UNTIL, a second before. */
    static Series before(Series series, LocalDateTime id) {
        TimeSlot slot = series.slot();
        Instant until = slot.allDay() ? slot.startingAt(id.minusDays(1)).startInstant()
                : slot.startingAt(id).startInstant().minusSeconds(1);
        Map<LocalDateTime, OccurrenceOverride> overrides = new TreeMap<>(series.overrides());
        overrides.keySet().removeIf(other -> !other.isBefore(id));
        return new Series(slot, series.rule().withUntil(until), series.exdates().headSet(id), overrides, series.details());
    }

    /**
     * The series from this occurrence on; COUNT loses those before, deleted ones included. An occurrence beside the rule does
     * not start it anew.
     */
    static Series from(Series series, LocalDateTime id) {
        Rule rule = series.rule();
        LocalDateTime start = series.expansion().first(id.toLocalDate());
        if (rule.count() != null) {
            rule = rule.withCount(rule.count() - series.expansion().countBefore(start == null ? id : start));
        }
        Map<LocalDateTime, OccurrenceOverride> overrides = new TreeMap<>(series.overrides());
        overrides.keySet().removeIf(other -> other.isBefore(id));
        return new Series(series.slot().startingAt(start == null ? id : start), rule, series.exdates().tailSet(id), overrides,
                series.details());
    }

    /** The series with this occurrence deleted (SEMANTICS E1). */
    static Series without(Series series, LocalDateTime id) {
        TreeSet<LocalDateTime> exdates = new TreeSet<>(series.exdates());
        exdates.add(id);
        Map<LocalDateTime, OccurrenceOverride> overrides = new TreeMap<>(series.overrides());
        overrides.remove(id);
        return new Series(series.slot(), series.rule(), exdates, overrides, series.details());
    }
}
