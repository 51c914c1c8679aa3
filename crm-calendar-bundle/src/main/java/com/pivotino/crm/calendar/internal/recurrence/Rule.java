package com.pivotino.crm.calendar.internal.recurrence;

import java.time.DayOfWeek;
import java.time.Instant;

/**
 * A recurrence rule (RFC 5545 3.3.10, SEMANTICS R1). {@link RuleText} reads and writes it.
 *
 * @param frequency null for an imported rule that this engine cannot compute, such as an hourly one; it is then kept
 *                  verbatim and stands for its first occurrence alone
 * @param interval  1 or more
 * @param count     COUNT, or null
 * @param until     UNTIL: the latest start, inclusive (SEMANTICS R7), or null; of an all-day event the date at 00:00 UTC
 * @param by        the BY... parts
 * @param weekStart WKST; null if the rule has none, which means Monday
 * @param verbatim  the text as it was imported if it holds more than the other components (SEMANTICS R1), else null; goes
 *                  when a computable rule changes
 */
public record Rule(Frequency frequency, int interval, Integer count, Instant until, ByParts by, DayOfWeek weekStart,
        String verbatim) {

    /** Whether the form can show the rule (SEMANTICS R1). */
    public boolean editable() {
        return computable() && RuleParts.listed(this);
    }

    /** Whether the engine can compute more than the first occurrence. */
    public boolean computable() {
        return frequency != null;
    }

    /** Whether it goes on for ever. */
    public boolean endless() {
        return computable() && count == null && until == null;
    }

    /** The first day of the week, Monday if the rule does not say (SEMANTICS R4). */
    public DayOfWeek firstDayOfWeek() {
        return weekStart == null ? DayOfWeek.MONDAY : weekStart;
    }

    public Rule withCount(Integer count) {
        return ending(count, null);
    }

    public Rule withUntil(Instant until) {
        return ending(null, until);
    }

    public Rule withBy(ByParts by) {
        return new Rule(frequency, interval, count, until, by, weekStart, keptText());
    }

    Rule ending(Integer count, Instant until) {
        return new Rule(frequency, interval, count, until, by, weekStart, keptText());
    }

    private String keptText() {
        return computable() ? null : verbatim;
    }

    /** Whether both repeat alike, whatever their ends. */
    boolean sameShape(Rule other) {
        return other != null && ending(null, null).equals(other.ending(null, null));
    }
}
