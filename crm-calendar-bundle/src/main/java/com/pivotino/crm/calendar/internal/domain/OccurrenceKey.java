package com.pivotino.crm.calendar.internal.domain;

import java.io.Serializable;
import java.util.Objects;

/** Identifies a {@link ChangedOccurrence}. */
public class OccurrenceKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private long eventId;
    private String recurrenceId;

    public OccurrenceKey() {
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OccurrenceKey key && eventId == key.eventId && Objects.equals(recurrenceId, key.recurrenceId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(eventId, recurrenceId);
    }
}
