package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.support.CompositeKey;
import java.util.Arrays;
import java.util.List;


/** Identifies a {@link ChangedOccurrence}. */
public class OccurrenceKey extends CompositeKey {

    private static final long serialVersionUID = 1L;

    private long eventId;
    private String recurrenceId;

    public OccurrenceKey() {
    }

    @Override
    protected List<?> parts() {
        return Arrays.asList(eventId, recurrenceId);
    }
}
