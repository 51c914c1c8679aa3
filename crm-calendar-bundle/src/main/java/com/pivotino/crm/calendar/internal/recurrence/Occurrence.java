package com.pivotino.crm.calendar.internal.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One occurrence as it is shown.
 *
 * @param id         the original local start, which names it for good (SEMANTICS R9)
 * @param slot       when it takes place
 * @param overridden whether it differs from its series
 * @param details    the members of the series with those of the override over them
 */
public record Occurrence(LocalDateTime id, TimeSlot slot, boolean overridden, Map<String, Object> details) {

    public Occurrence {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    boolean ended(Instant now, ZoneId reader) {
        return !slot.endInstant(reader).isAfter(now);
    }
}
