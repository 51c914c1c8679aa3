package com.pivotino.crm.calendar.internal.recurrence;

import java.time.LocalDateTime;

/**
 * An occurrence that is not as its series has it (REST "Events", {@code exceptions}).
 *
 * @param id the original local start
 */
public record SeriesException(LocalDateTime id, Kind kind) {

    /** In JSON lower case. */
    public enum Kind {
        /** It has a time of its own. */
        MOVED,
        /** Other members differ. */
        CHANGED,
        /** It was deleted. */
        DELETED
    }

    static SeriesException of(OccurrenceOverride override) {
        return new SeriesException(override.id(), override.slot() == null ? Kind.CHANGED : Kind.MOVED);
    }
}
