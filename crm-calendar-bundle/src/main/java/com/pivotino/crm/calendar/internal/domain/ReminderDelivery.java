package com.pivotino.crm.calendar.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/**
 * A reminder that was due (SEMANTICS N3). Life cycle: PENDING until a popup is DISMISSED or another channel has DELIVERED
 * it; MISSED if the event had ended before. A channel that failed is tried again at {@code dueAt}. Its key is unique, so
 * that no clock, restart or second node makes the same reminder twice.
 */
@Entity
@Table(name = "cal_delivery")
public class ReminderDelivery {

    private static final int MAX_NOTE = 500;

    /** How far it is. */
    public enum State { PENDING, DELIVERED, MISSED, DISMISSED }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cal_seq")
    private Long id;
    @Version
    private long version;
    @Column(name = "delivery_key")
    private String key;
    @Column(name = "event_id")
    private long eventId;
    @Column(name = "recurrence_id")
    private String recurrenceId;
    private String who;
    private String email;
    private String name;
    private String title;
    private String location;
    @Column(name = "all_day")
    private boolean allDay;
    @Column(name = "start_local")
    private String startLocal;
    private String zone;
    @Column(name = "starts_at")
    private Instant startsAt;
    @Column(name = "ends_at")
    private Instant endsAt;
    private String channel;
    @Column(name = "fire_at")
    private Instant fireAt;
    private String state = State.PENDING.name();
    private boolean late;
    /** Whether the channel has taken it; a popup is then on the screens. */
    private boolean handed;
    @Column(name = "due_at")
    private Instant dueAt;
    private int attempts;
    private String note;

    protected ReminderDelivery() {
    }

    public ReminderDelivery(DeliveryKey of, Attendance recipient, DueOccurrence occurrence, String channel, Instant fireAt) {
        this.key = of.hash();
        this.eventId = recipient.eventId();
        this.who = recipient.address().key();
        this.email = recipient.email();
        this.name = recipient.name();
        this.recurrenceId = occurrence.recurrenceId();
        this.title = occurrence.title();
        this.location = occurrence.location();
        this.allDay = occurrence.zone() == null;
        this.startLocal = occurrence.startLocal();
        this.zone = occurrence.zone();
        this.startsAt = occurrence.startsAt();
        this.endsAt = occurrence.endsAt();
        this.channel = channel;
        this.fireAt = fireAt;
        this.dueAt = fireAt;
    }

    /** Too late: the event has ended, and nobody is told. */
    public ReminderDelivery miss() {
        end(State.MISSED);
        return this;
    }

    public ReminderDelivery comeLate() {
        late = true;
        return this;
    }

    /** The channel has taken it. A popup stays until it is dismissed. */
    public void hand(boolean stays) {
        handed = true;
        dueAt = null;
        if (!stays) {
            end(State.DELIVERED);
        }
    }

    /** The channel has failed; it is tried again then, or never. */
    public void fail(String why, Instant againAt) {
        attempts++;
        note = why == null || why.length() <= MAX_NOTE ? why : why.substring(0, MAX_NOTE);
        dueAt = againAt;
        if (againAt == null) {
            end(State.MISSED);
        }
    }

    /** Somebody works on it until then; nobody else looks at it meanwhile. */
    public void claim(Instant until) {
        dueAt = until;
    }

    public void dismiss() {
        end(State.DISMISSED);
    }

    /** Rings again then. */
    public void snooze(Instant until) {
        state = State.PENDING.name();
        handed = false;
        late = false;
        fireAt = until;
        dueAt = until;
    }

    private void end(State how) {
        state = how.name();
        dueAt = null;
    }

    public long id() {
        return id;
    }

    public String key() {
        return key;
    }

    public long eventId() {
        return eventId;
    }

    public String recurrenceId() {
        return recurrenceId;
    }

    public Address who() {
        return new Address(who);
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public String location() {
        return location;
    }

    public boolean isAllDay() {
        return allDay;
    }

    public String startLocal() {
        return startLocal;
    }

    public String zone() {
        return zone;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public String channel() {
        return channel;
    }

    public Instant fireAt() {
        return fireAt;
    }

    public State state() {
        return State.valueOf(state);
    }

    public boolean isLate() {
        return late;
    }

    /** Whether its channel is to be asked now. */
    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    public boolean isHanded() {
        return handed;
    }

    public int attempts() {
        return attempts;
    }
}
