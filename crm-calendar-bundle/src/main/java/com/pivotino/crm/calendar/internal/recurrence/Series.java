package com.pivotino.crm.calendar.internal.recurrence;

import com.pivotino.crm.api.CrmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An event with all its occurrences; one without a rule is a single event. Occurrences are computed for a window and never
 * stored (SEMANTICS R8).
 *
 * <p>To make one from input use {@link #starting}, which checks the rule and moves the start to its first match (R5): compare
 * its slot's start with what was asked to answer {@code startAdjusted}. To make one from the database use {@link #stored}.
 * Store the {@link #slot() slot}, the {@link #rrule() rule's text}, the {@link #exdates() deletions} and the
 * {@link #overrides() overrides}. What else an event has, such as its title, goes through here as opaque {@code details}.
 *
 * @param slot      the first occurrence as the rule has it
 * @param rule      or null for a single event
 * @param exdates   original local starts of deleted occurrences
 * @param overrides by original local start
 * @param details   members of the event by name, may hold null values
 */
public record Series(TimeSlot slot, Rule rule, SortedSet<LocalDateTime> exdates,
        Map<LocalDateTime, OccurrenceOverride> overrides, Map<String, Object> details) {

    public Series {
        exdates = Collections.unmodifiableSortedSet(new TreeSet<>(exdates));
        overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /**
     * A new event from input.
     *
     * @param rrule null for a single event
     * @throws CrmException {@code validation_failed} on {@code rrule} (SEMANTICS R1, R2)
     */
    public static Series starting(TimeSlot slot, String rrule, Map<String, Object> details) {
        return rrule == null ? single(slot, details) : RuleCheck.starting(slot, RuleText.read(rrule, slot), rrule, details);
    }

    /** An event that takes place once. */
    public static Series single(TimeSlot slot, Map<String, Object> details) {
        return new Series(slot, null, new TreeSet<>(), Map.of(), details);
    }

    /** An event as it was stored; nothing is checked again. */
    public static Series stored(TimeSlot slot, String rrule, Collection<LocalDateTime> exdates,
            Collection<OccurrenceOverride> overrides, Map<String, Object> details) {
        Map<LocalDateTime, OccurrenceOverride> byId = new TreeMap<>();
        overrides.forEach(override -> byId.put(override.id(), override));
        return new Series(slot, rrule == null ? null : RuleText.readImported(rrule, slot), new TreeSet<>(exdates), byId, details);
    }

    /**
     * A series as another calendar has it: any rule, and the start at its first match (R5) if it has one.
     *
     * @throws CrmException {@code validation_failed} on {@code rrule} if it is no rule at all
     */
    public static Series imported(TimeSlot slot, String rrule, Collection<LocalDateTime> exdates,
            Collection<OccurrenceOverride> overrides, Map<String, Object> details) {
        LocalDateTime first = stored(slot, rrule, exdates, overrides, details).expansion().first(slot.start().toLocalDate());
        return stored(first == null ? slot : slot.startingAt(first), rrule, exdates, overrides, details);
    }

    public boolean recurring() {
        return rule != null;
    }

    /** The rule as RFC 5545 has it, without {@code RRULE:}; null for a single event. */
    public String rrule() {
        return rule == null ? null : RuleText.write(rule, slot.allDay());
    }

    /** Occurrences that touch the window, by start. */
    public List<Occurrence> occurrences(Window window) {
        Expansion expansion = expansion();
        List<Occurrence> found = new ArrayList<>();
        LocalDate from = expansion.dateOf(window.from().minus(slot.length()), window.reader()).minusDays(1);
        expansion.walk(from, expansion.dateOf(window.to(), window.reader()).plusDays(1), id -> {
            if (!exdates.contains(id) && !moved(id) && window.touches(slot.startingAt(id))) {
                found.add(shown(id));
            }
            return true;
        });
        movedIds().stream().map(this::shown).filter(moved -> window.touches(moved.slot())).forEach(found::add);
        found.sort(Comparator.comparing((Occurrence one) -> one.slot().startInstant(window.reader())).thenComparing(Occurrence::id));
        return found;
    }

    /**
     * The first occurrence that starts after the instant, looked for within 100 years.
     *
     * @param reader says when all-day occurrences start
     */
    public Optional<Occurrence> next(Instant after, ZoneId reader) {
        Expansion expansion = expansion();
        List<Occurrence> found = new ArrayList<>();
        LocalDate from = expansion.dateOf(after, reader).minusDays(1);
        expansion.walk(from, Expansion.horizon(from), id -> {
            if (!exdates.contains(id) && !moved(id) && slot.startingAt(id).startInstant(reader).isAfter(after)) {
                found.add(shown(id));
            }
            return found.isEmpty();
        });
        movedIds().stream().map(this::shown).filter(moved -> moved.slot().startInstant(reader).isAfter(after)).forEach(found::add);
        return found.stream().min(Comparator.comparing(one -> one.slot().startInstant(reader)));
    }

    /** The occurrence of that identity, if the rule has it and it is not deleted. */
    public Optional<Occurrence> occurrence(LocalDateTime id) {
        boolean there = !exdates.contains(id) && (moved(id) || expansion().has(id));
        return there ? Optional.of(shown(id)) : Optional.empty();
    }

    /**
     * When the last occurrence ends, for an index over stored events; all-day events count in UTC, so leave a day's room.
     *
     * @return empty if it goes on for ever
     */
    public Optional<Instant> lastEnd() {
        if (rule != null && rule.endless()) {
            return Optional.empty();
        }
        LocalDateTime last = expansion().last();
        Instant end = slot.startingAt(last == null ? slot.start() : last).endInstant();
        return Optional.of(movedIds().stream().map(id -> overrides.get(id).slot().endInstant()).filter(end::isBefore)
                .max(Comparator.naturalOrder()).orElse(end));
    }

    /** The earliest start of any occurrence, for the same index. */
    public Instant firstStart() {
        return movedIds().stream().map(id -> overrides.get(id).slot().startInstant()).filter(slot.startInstant()::isAfter)
                .min(Comparator.naturalOrder()).orElse(slot.startInstant());
    }

    /** The identity as REST has it: a local date-time, of an all-day event a date. */
    public String idText(LocalDateTime id) {
        return slot.allDay() ? id.toLocalDate().toString() : id.toString();
    }

    /**
     * Reads an identity as REST has it.
     *
     * @throws CrmException {@code validation_failed} on {@code recurrenceId}
     */
    public LocalDateTime id(String text) {
        try {
            return slot.allDay() ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw CrmException.invalid("recurrenceId", "invalid", slot.allDay() ? "A date as in 2026-12-31."
                    : "A local date and time as in 2026-12-31T09:00.");
        }
    }

    /** What the form should say about the rule. */
    public Set<Hint> hints() {
        return rule == null ? Set.of() : Hint.of(this);
    }

    Occurrence shown(LocalDateTime id) {
        OccurrenceOverride override = overrides.get(id);
        if (override == null) {
            return new Occurrence(id, slot.startingAt(id), false, details);
        }
        Map<String, Object> merged = new LinkedHashMap<>(details);
        merged.putAll(override.details());
        return new Occurrence(id, override.slot() == null ? slot.startingAt(id) : override.slot(), true, merged);
    }

    /** Whether the rule, or the start of a single event, has this start; deletions and overrides aside. */
    public boolean ruleHas(LocalDateTime id) {
        return expansion().has(id);
    }

    /** Whether the occurrence is there at the time that the rule gives it. */
    boolean followsRule(LocalDateTime id) {
        return !exdates.contains(id) && !moved(id) && expansion().has(id);
    }

    private boolean moved(LocalDateTime id) {
        return overrides.containsKey(id) && overrides.get(id).slot() != null;
    }

    private List<LocalDateTime> movedIds() {
        return overrides.keySet().stream().filter(id -> moved(id) && !exdates.contains(id)).toList();
    }

    Series withRule(Rule other) {
        return new Series(slot, other, exdates, overrides, details);
    }

    Expansion expansion() {
        return new Expansion(slot, rule);
    }
}
