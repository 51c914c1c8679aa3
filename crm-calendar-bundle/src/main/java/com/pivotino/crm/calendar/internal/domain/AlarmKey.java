package com.pivotino.crm.calendar.internal.domain;

import java.io.Serializable;
import java.util.Objects;

/** Identifies an {@link Alarm}. */
public class AlarmKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private long eventId;
    private String who;

    public AlarmKey() {
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AlarmKey key && eventId == key.eventId && Objects.equals(who, key.who);
    }

    @Override
    public int hashCode() {
        return Objects.hash(eventId, who);
    }
}
