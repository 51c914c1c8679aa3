package com.pivotino.crm.calendar.internal.recurrence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an edit changes; what is null or not there stays.
 *
 * @param slot    the whole new time of the occurrence that was opened, or null if neither start, end, zone nor all-day
 *                changes; work it out from {@link Series#occurrence} and the members that were sent
 * @param rule    what becomes of the rule
 * @param rrule   the new rule's text if {@code rule} is {@link RuleChange#REPLACE}, else null
 * @param details other members that change, by name; a null value empties one
 */
public record Edit(TimeSlot slot, RuleChange rule, String rrule, Map<String, Object> details) {

    /** What becomes of the rule. */
    public enum RuleChange {
        /** It stays, unless the new time asks for another day (SEMANTICS E5). */
        KEEP,
        /** Another rule, or the first one of a single event. */
        REPLACE,
        /** Repeating ends (SEMANTICS E6). */
        DROP
    }

    public Edit {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** An edit of other members only. */
    public static Edit ofDetails(Map<String, Object> details) {
        return new Edit(null, RuleChange.KEEP, null, details);
    }

    /** An edit of the time only. */
    public static Edit ofTime(TimeSlot slot) {
        return new Edit(slot, RuleChange.KEEP, null, Map.of());
    }

    /** An edit of the rule only; null ends repeating. */
    public static Edit ofRule(String rrule) {
        return new Edit(null, rrule == null ? RuleChange.DROP : RuleChange.REPLACE, rrule, Map.of());
    }

    /** Whether time or rule change, which needs a scope in a series and resets answers (SEMANTICS E4, I1). */
    public boolean timeOrRule() {
        return slot != null || rule != RuleChange.KEEP;
    }
}
