package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.api.calendar.Reminder;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** One reminder of an event: the organizer's, which all inherit, or somebody's own (SEMANTICS N1). Replaced, never changed. */
@Entity
@Table(name = "cal_reminder")
@IdClass(ReminderKey.class)
public class ReminderLine {

    @Id
    @Column(name = "event_id")
    private long eventId;
    /** Empty for the organizer's set. */
    @Id
    private String owner;
    @Id
    @Column(name = "lead_amount")
    private int amount;
    @Id
    @Column(name = "lead_unit")
    private String unit;
    @Id
    private String channel;

    protected ReminderLine() {
    }

    /** @param owner null for the organizer's set */
    public ReminderLine(long eventId, Address owner, Reminder reminder) {
        this.eventId = eventId;
        this.owner = owner == null ? "" : owner.key();
        this.amount = reminder.offset();
        this.unit = reminder.unit();
        this.channel = reminder.channel();
    }

    public long eventId() {
        return eventId;
    }

    /** Null for the organizer's set. */
    public Address owner() {
        return owner.isEmpty() ? null : new Address(owner);
    }

    public Reminder reminder() {
        return new Reminder(amount, unit, channel);
    }
}
