package com.pivotino.crm.calendar.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/**
 * When somebody is next to be reminded of an event. One row for each person and event, moved on from reminder to reminder,
 * so that an endless series needs no more than a single meeting.
 */
@Entity
@Table(name = "cal_schedule")
@IdClass(ScheduleKey.class)
public class ReminderSchedule {

    @Id
    @Column(name = "event_id")
    private long eventId;
    @Id
    private String who;
    /** All reminders that were due until then have been dealt with. */
    @Column(name = "settled_to")
    private Instant settledTo;
    @Column(name = "next_at")
    private Instant nextAt;

    protected ReminderSchedule() {
    }

    public ReminderSchedule(long eventId, Address who, Instant settledTo) {
        this.eventId = eventId;
        this.who = who.key();
        this.settledTo = settledTo;
    }

    /** Nothing more is due until {@code next}, or ever if that is null. */
    public void settle(Instant to, Instant next) {
        settledTo = to.isAfter(settledTo) ? to : settledTo;
        nextAt = next;
    }

    public long eventId() {
        return eventId;
    }

    public Address who() {
        return new Address(who);
    }

    public Instant settledTo() {
        return settledTo;
    }

    public Instant nextAt() {
        return nextAt;
    }
}
