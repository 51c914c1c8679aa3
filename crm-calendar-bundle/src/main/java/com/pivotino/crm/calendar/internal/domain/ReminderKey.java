package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.support.CompositeKey;
import java.util.Arrays;
import java.util.List;


/** Identifies a {@link ReminderLine}. */
public class ReminderKey extends CompositeKey {

    private static final long serialVersionUID = 1L;

    private long eventId;
    private String owner;
    private int amount;
    private String unit;
    private String channel;

    public ReminderKey() {
    }

    @Override
    protected List<?> parts() {
        return Arrays.asList(eventId, owner, amount, unit, channel);
    }
}
