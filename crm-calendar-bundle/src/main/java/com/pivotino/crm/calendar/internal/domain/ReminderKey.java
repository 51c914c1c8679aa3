package com.pivotino.crm.calendar.internal.domain;

import java.io.Serializable;
import java.util.Objects;

/** Identifies a {@link ReminderLine}. */
public class ReminderKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private long eventId;
    private String owner;
    private int amount;
    private String unit;
    private String channel;

    public ReminderKey() {
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReminderKey key && eventId == key.eventId && amount == key.amount
                && Objects.equals(owner, key.owner) && Objects.equals(unit, key.unit) && Objects.equals(channel, key.channel);
    }

    @Override
    public int hashCode() {
        return Objects.hash(eventId, owner, amount, unit, channel);
    }
}
