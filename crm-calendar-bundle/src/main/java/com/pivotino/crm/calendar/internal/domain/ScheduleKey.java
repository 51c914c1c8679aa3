package com.pivotino.crm.calendar.internal.domain;

import java.io.Serializable;
import java.util.Objects;

/** Identifies an {@link ReminderSchedule}. */
public class ScheduleKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private long eventId;
    private String who;

    public ScheduleKey() {
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScheduleKey key && eventId == key.eventId && Objects.equals(who, key.who);
    }

    @Override
    public int hashCode() {
        return Objects.hash(eventId, who);
    }
}
