package com.pivotino.crm.calendar.internal.recurrence;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What differs in one occurrence (SEMANTICS E1). One with a slot of its own is shown even where the rule has no occurrence:
 * that is how an imported RDATE is kept.
 *
 * @param id      the original local start (RECURRENCE-ID, SEMANTICS R9)
 * @param slot    its own time, or null if it follows the series
 * @param details only the members that differ, by name; null values are members that were emptied
 */
public record OccurrenceOverride(LocalDateTime id, TimeSlot slot, Map<String, Object> details) {

    public OccurrenceOverride {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Without what an edit says anew for it. */
    OccurrenceOverride without(Edit edit) {
        Map<String, Object> left = new LinkedHashMap<>(details);
        left.keySet().removeAll(edit.details().keySet());
        return new OccurrenceOverride(id, edit.slot() == null ? slot : null, left);
    }

    boolean empty() {
        return slot == null && details.isEmpty();
    }
}
