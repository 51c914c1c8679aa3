package com.pivotino.crm.calendar.internal.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A series with an edit for all its occurrences (SEMANTICS E4, E5).
 *
 * @param series    what comes out
 * @param discarded exceptions that have no place in it
 * @param adjusted  whether the start was moved to the new rule's first match (SEMANTICS R5)
 */
record SeriesChange(Series series, List<SeriesException> discarded, boolean adjusted) {

    /** As many occurrences as a rule can have in one of its periods, if it has few days: enough to see each of its days. */
    private static final int EACH_DAY = 31;

    /** @param id original local start of the occurrence that was opened */
    static SeriesChange of(Series old, Edit edit, LocalDateTime id) {
        Map<String, Object> details = new LinkedHashMap<>(old.details());
        details.putAll(edit.details());
        TimeSlot target = edit.slot() == null ? old.slot().startingAt(id) : edit.slot();
        LocalDate from = id.toLocalDate();
        LocalDate to = target.start().toLocalDate();
        if (edit.rule() == Edit.RuleChange.REPLACE) {
            long days = ChronoUnit.DAYS.between(from, to);
            TimeSlot start = target.on(old.slot().start().toLocalDate().plusDays(days));
            Series plain = RuleCheck.starting(start, RuleText.read(edit.rrule(), start), edit.rrule(), details);
            return remapped(old, plain, date -> date.plusDays(days), edit, id).withAdjusted(!plain.slot().equals(start));
        }
        if (edit.slot() == null) {
            return remapped(old, Series.single(old.slot(), details).withRule(old.rule()), UnaryOperator.identity(), edit, id);
        }
        DayMove move = DayMove.of(old.rule(), from, to);
        Series plain = moved(old, target, move, details);
        if (!plain.expansion().has(target.start())) {
            throw DayMove.unclear(List.of());
        }
        return remapped(old, plain, move.dates(), edit, id);
    }

    private SeriesChange withAdjusted(boolean startAdjusted) {
        return new SeriesChange(series, discarded, startAdjusted);
    }

    /** First and last occurrence go where their days go; the number of occurrences stays. */
    private static Series moved(Series old, TimeSlot target, DayMove move, Map<String, Object> details) {
        List<LocalDate> ids = new ArrayList<>();
        old.expansion().walk(LocalDate.MIN, LocalDate.MAX, id -> {
            ids.add(id.toLocalDate());
            return ids.size() < EACH_DAY;
        });
        LocalDate start = ids.stream().map(move.dates()).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .orElse(target.start().toLocalDate());
        TimeSlot slot = target.on(start);
        Rule rule = old.rule().withBy(move.by());
        if (rule.until() != null) {
            rule = rule.withUntil(lastMoved(old, target, move));
        }
        LocalDateTime first = new Expansion(slot, rule).first(start);
        return Series.single(first == null ? slot : slot.startingAt(first), details).withRule(rule);
    }

    private static Instant lastMoved(Series old, TimeSlot target, DayMove move) {
        List<LocalDate> last = old.expansion().lastDates(EACH_DAY);
        LocalDate end = last.stream().map(move.dates()).filter(Objects::nonNull).max(Comparator.naturalOrder())
                .orElse(last.get(last.size() - 1));
        return target.on(end).startInstant();
    }

    private static SeriesChange remapped(Series old, Series plain, UnaryOperator<LocalDate> dates, Edit edit, LocalDateTime opened) {
        List<SeriesException> discarded = new ArrayList<>();
        // Two may meet on one day: the one that was opened takes the place.
        LocalDateTime taken = edit.slot() == null ? null : edit.slot().start();
        TreeSet<LocalDateTime> exdates = new TreeSet<>();
        Map<LocalDateTime, OccurrenceOverride> overrides = new TreeMap<>();
        for (LocalDateTime deleted : old.exdates()) {
            LocalDateTime id = moved(deleted, plain, dates);
            if (id != null && !id.equals(taken)) {
                exdates.add(id);
            } else if (id == null && old.expansion().has(deleted)) {
                discarded.add(new SeriesException(deleted, SeriesException.Kind.DELETED));
            }
        }
        for (OccurrenceOverride before : old.overrides().values()) {
            OccurrenceOverride override = before.id().equals(opened) ? before.without(edit) : before;
            boolean extra = !old.expansion().has(before.id());
            LocalDateTime id = extra ? before.id() : moved(before.id(), plain, dates);
            boolean displaced = id != null && id.equals(taken) && !before.id().equals(opened);
            if ((id == null || displaced) && !override.empty()) {
                discarded.add(SeriesException.of(before));
            } else if (id != null && !override.empty()) {
                overrides.put(id, new OccurrenceOverride(id, override.slot(), override.details()));
            }
        }
        return new SeriesChange(new Series(plain.slot(), plain.rule(), exdates, overrides, plain.details()), discarded, false);
    }

    /** The identity after the move, if the changed series has it; else null. */
    private static LocalDateTime moved(LocalDateTime id, Series plain, UnaryOperator<LocalDate> dates) {
        LocalDate date = dates.apply(id.toLocalDate());
        LocalDateTime moved = date == null ? null : date.atTime(plain.slot().timeOfDay());
        return moved != null && plain.expansion().has(moved) ? moved : null;
    }
}
