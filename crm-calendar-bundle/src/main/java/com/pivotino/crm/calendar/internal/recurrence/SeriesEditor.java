package com.pivotino.crm.calendar.internal.recurrence;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.CrmException.Kind;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.calendar.RecurrenceScope;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Edits and deletes occurrences (SEMANTICS E1 to E7). Changes nothing itself: it answers what becomes of the series, and the
 * caller stores that. For a preview, call it with {@code confirmDiscard} and look at the result's {@code discarded}.
 */
public final class SeriesEditor {

    private SeriesEditor() {
    }

    /**
     * What an edit makes of an event.
     *
     * @throws CrmException {@code scope_required}; {@code confirm_discard_required} with {@code exceptions};
     *                      {@code rrule_required} with {@code choices} if the rule does not fit the new day (E5);
     *                      {@code validation_failed} on {@code rrule}; {@code not_found} if there is no such occurrence
     */
    public static EditResult edit(Series series, Edit edit, EditScope scope) {
        if (!series.recurring()) {
            return single(series, effective(series.slot(), series, edit));
        }
        LocalDateTime id = opened(series, scope);
        Edit effective = effective(series.shown(id).slot(), series, edit);
        if (scope.scope() == null && effective.timeOrRule()) {
            throw CrmException.refused("scope_required", "Say which occurrences are meant: this, following or all.",
                    List.of(new FieldProblem("scope", "required", "One of this, following, all.")));
        }
        EditResult result = scope.scope() == RecurrenceScope.THIS ? one(series, effective, id)
                : scope.scope() == RecurrenceScope.FOLLOWING && Split.hasBefore(series, id) ? following(series, effective, id)
                : all(series, effective, id, scope);
        if (!result.discarded().isEmpty() && !scope.confirmDiscard()) {
            throw discardRequired(series, result.discarded());
        }
        return result;
    }

    /**
     * What a deletion makes of an event; without a scope all occurrences are meant.
     *
     * @throws CrmException {@code not_found} if there is no such occurrence
     */
    public static EditResult delete(Series series, EditScope scope) {
        if (!series.recurring()) {
            return EditResult.of(null, false);
        }
        LocalDateTime id = opened(series, scope);
        if (scope.scope() == RecurrenceScope.THIS) {
            Series rest = Split.without(series, id);
            return EditResult.of(Split.hasAny(rest) ? rest : null, false);
        }
        if (scope.scope() == RecurrenceScope.FOLLOWING) {
            return EditResult.of(Split.hasBefore(series, id) ? Split.before(series, id) : null, false);
        }
        List<Occurrence> ended = scope.includePast() ? List.of() : Held.of(series, scope.now(), scope.reader()).ended();
        return new EditResult(null, null, ended, List.of(), false, false);
    }

    private static LocalDateTime opened(Series series, EditScope scope) {
        boolean needed = scope.scope() == RecurrenceScope.THIS || scope.scope() == RecurrenceScope.FOLLOWING;
        if (scope.id() == null && needed) {
            throw CrmException.invalid("recurrenceId", "required", "Say which occurrence is meant.");
        }
        if (scope.id() == null) {
            return series.slot().start();
        }
        return series.occurrence(scope.id()).orElseThrow(() -> CrmException.notFound("The occurrence")).id();
    }

    /** Without what stays as it is: forms send everything. */
    private static Edit effective(TimeSlot shown, Series series, Edit edit) {
        TimeSlot slot = shown.equals(edit.slot()) ? null : edit.slot();
        boolean sameRule = edit.rule() == Edit.RuleChange.REPLACE && series.recurring()
                && (edit.rrule().equals(series.rrule()) || RuleText.read(edit.rrule(), shown).equals(series.rule()));
        boolean nothingToDrop = edit.rule() == Edit.RuleChange.DROP && !series.recurring();
        return sameRule || nothingToDrop ? new Edit(slot, Edit.RuleChange.KEEP, null, edit.details())
                : new Edit(slot, edit.rule(), edit.rrule(), edit.details());
    }

    private static EditResult single(Series series, Edit edit) {
        TimeSlot slot = edit.slot() == null ? series.slot() : edit.slot();
        Series edited = Series.starting(slot, edit.rrule(), merged(series.details(), edit.details()));
        return new EditResult(edited, null, List.of(), List.of(), edit.timeOrRule(), !edited.slot().equals(slot));
    }

    /** E1: an override that holds only what differs. */
    private static EditResult one(Series series, Edit edit, LocalDateTime id) {
        if (edit.rule() != Edit.RuleChange.KEEP) {
            throw CrmException.invalid("rrule", "scope", "A rule changes for all or for the following occurrences.");
        }
        OccurrenceOverride before = series.overrides().getOrDefault(id, new OccurrenceOverride(id, null, Map.of()));
        Map<String, Object> details = merged(before.details(), edit.details());
        details.entrySet().removeIf(member -> series.details().containsKey(member.getKey())
                && Objects.equals(series.details().get(member.getKey()), member.getValue()));
        TimeSlot slot = edit.slot() == null ? before.slot() : edit.slot();
        boolean onTime = series.slot().startingAt(id).equals(slot) && series.expansion().has(id);
        Map<LocalDateTime, OccurrenceOverride> overrides = new TreeMap<>(series.overrides());
        overrides.put(id, new OccurrenceOverride(id, onTime ? null : slot, details));
        overrides.values().removeIf(OccurrenceOverride::empty);
        Series edited = new Series(series.slot(), series.rule(), series.exdates(), overrides, series.details());
        return EditResult.of(edited, edit.timeOrRule());
    }

    /** E2: the series ends before the split, a new one goes on from there. */
    private static EditResult following(Series series, Edit edit, LocalDateTime id) {
        Series before = Split.before(series, id);
        if (edit.rule() == Edit.RuleChange.DROP) {
            return new EditResult(before, standing(series, edit, id), List.of(), lost(series, id), true, false);
        }
        Series rest = Split.from(series, id);
        SeriesChange change = SeriesChange.of(rest, keepingCount(edit, series, rest), id);
        return new EditResult(before, change.series(), List.of(), change.discarded(), edit.timeOrRule(), change.adjusted());
    }

    /** E3: the master changes; what has ended stays as it was. */
    private static EditResult all(Series series, Edit edit, LocalDateTime id, EditScope scope) {
        boolean pastToo = scope.includePast() || scope.scope() == RecurrenceScope.FOLLOWING;
        Held held = pastToo ? new Held(List.of(), series) : Held.of(series, scope.now(), scope.reader());
        if (edit.rule() == Edit.RuleChange.DROP) {
            List<Occurrence> others = held.ended().stream().filter(one -> !one.id().equals(id)).toList();
            List<SeriesException> lost = held.rest() == null ? List.of() : lost(held.rest(), id);
            return new EditResult(standing(series, edit, id), null, others, lost, true, false);
        }
        if (held.rest() == null) {
            return renewed(series, edit, id, held, scope);
        }
        SeriesChange change = SeriesChange.of(held.rest(), countingHeld(edit, series, held.rest()), id);
        return new EditResult(change.series(), null, held.ended(), change.discarded(), edit.timeOrRule(), change.adjusted());
    }

    /** All have ended: nothing changes, unless a new rule goes on beyond today. */
    private static EditResult renewed(Series series, Edit edit, LocalDateTime id, Held held, EditScope scope) {
        SeriesChange change = SeriesChange.of(series, edit, id);
        Series toCome = edit.rule() == Edit.RuleChange.KEEP ? null
                : Held.of(change.series(), scope.now(), scope.reader()).rest();
        return toCome == null ? EditResult.of(series, false)
                : new EditResult(toCome, null, held.ended(), List.of(), true, change.adjusted());
    }

    /** COUNT of a new rule for all counts what has ended too (SEMANTICS R6). */
    private static Edit countingHeld(Edit edit, Series whole, Series rest) {
        int held = whole.expansion().countBefore(rest.slot().start());
        return counting(edit, rest, rule -> {
            if (rule.count() <= held) {
                throw CrmException.invalid("rrule", "count_reached", "As many as that have taken place already: " + held + ".");
            }
            return rule.count() - held;
        });
    }

    /** A new rule with the old COUNT has no new end, so the occurrences before the split still count (SEMANTICS E2). */
    private static Edit keepingCount(Edit edit, Series whole, Series rest) {
        return counting(edit, rest, rule -> rule.count().equals(whole.rule().count()) ? rest.rule().count() : rule.count());
    }

    private static Edit counting(Edit edit, Series rest, ToIntFunction<Rule> count) {
        TimeSlot slot = edit.slot() == null ? rest.slot() : edit.slot();
        Rule rule = edit.rule() == Edit.RuleChange.REPLACE ? RuleText.read(edit.rrule(), slot) : null;
        return rule == null || rule.count() == null ? edit : new Edit(edit.slot(), edit.rule(),
                RuleText.write(rule.withCount(count.applyAsInt(rule)), slot.allDay()), edit.details());
    }

    /** E6: the occurrence as an event of its own. */
    private static Series standing(Series series, Edit edit, LocalDateTime id) {
        Occurrence opened = series.shown(id);
        return Series.single(edit.slot() == null ? opened.slot() : edit.slot(), merged(opened.details(), edit.details()));
    }

    /** Overrides from the occurrence on, but for itself. */
    private static List<SeriesException> lost(Series series, LocalDateTime id) {
        return series.overrides().values().stream().filter(override -> !override.id().equals(id) && !override.id().isBefore(id))
                .map(SeriesException::of).toList();
    }

    private static Map<String, Object> merged(Map<String, Object> under, Map<String, Object> over) {
        Map<String, Object> merged = new LinkedHashMap<>(under);
        merged.putAll(over);
        return merged;
    }

    private static CrmException discardRequired(Series series, List<SeriesException> discarded) {
        List<Map<String, String>> exceptions = discarded.stream().map(one -> Map.of("recurrenceId", series.idText(one.id()),
                "kind", one.kind().name().toLowerCase(Locale.ROOT))).toList();
        return new CrmException(Kind.CONFLICT, "confirm_discard_required", "Exceptions do not fit any more. Confirm to lose them.",
                List.of(), Map.of("exceptions", exceptions), null);
    }
}
