package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.support.CompositeKey;
import java.util.Arrays;
import java.util.List;


/** Identifies an {@link ReminderSchedule}. */
public class ScheduleKey extends CompositeKey {

    private static final long serialVersionUID = 1L;

    private long eventId;
    private String who;

    public ScheduleKey() {
    }

    @Override
    protected List<?> parts() {
        return Arrays.asList(eventId, who);
    }
}
