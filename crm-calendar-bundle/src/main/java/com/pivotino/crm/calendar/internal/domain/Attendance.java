package com.pivotino.crm.calendar.internal.domain;

import java.time.Instant;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/**
 * Somebody's part in an event (SEMANTICS I1): invited, then accepted, tentative or declined, and asked again when the time
 * changes. One with a recurrence id tells how a single occurrence differs: another answer, somebody more, or somebody
 * {@code absent} who takes part in the others.
 */
@Entity
@Table(name = "cal_attendee")
public class Attendance {

    public static final String NEEDS_ACTION = "needs-action";
    public static final String ACCEPTED = "accepted";
    public static final String TENTATIVE = "tentative";
    public static final String DECLINED = "declined";
    /** What somebody can answer. */
    public static final Set<String> ANSWERS = Set.of(ACCEPTED, TENTATIVE, DECLINED);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cal_seq")
    private Long id;
    @Version
    private long version;
    @Column(name = "event_id")
    private long eventId;
    /** Empty for the whole event. */
    @Column(name = "recurrence_id")
    private String recurrenceId = "";
    private String who;
    private String email;
    private String name;
    private boolean organizer;
    private String answer = NEEDS_ACTION;
    @Column(name = "answered_at")
    private Instant answeredAt;
    private boolean absent;
    @Column(name = "own_reminders")
    private boolean ownReminders;
    /** Whether a mail has gone out: nobody hears of a cancellation who never heard of the event. */
    private boolean invited;
    @Column(name = "last_end")
    private Instant lastEnd = Instant.EPOCH;

    protected Attendance() {
    }

    /**
     * @param recurrenceId one occurrence, or null for all
     * @param email        the address of who is neither user nor contact, else null
     */
    public Attendance(long eventId, String recurrenceId, Address who, String email, String name) {
        this.eventId = eventId;
        this.recurrenceId = recurrenceId == null ? "" : recurrenceId;
        this.who = who.key();
        this.email = email;
        this.name = name;
    }

    /** The same part in another event, or in one occurrence. */
    public Attendance copyTo(long otherEvent, String otherRecurrenceId) {
        Attendance copy = new Attendance(otherEvent, otherRecurrenceId, address(), email, name);
        copy.organizer = organizer;
        copy.answer = answer;
        copy.answeredAt = answeredAt;
        copy.absent = absent;
        copy.ownReminders = ownReminders && copy.recurrenceId.isEmpty();
        copy.lastEnd = lastEnd;
        // Whoever was invited to the series was invited to its occurrences; of another event nobody has heard yet.
        copy.invited = invited && otherEvent == eventId;
        return copy;
    }

    /** Leads the event, and therefore comes. */
    public Attendance lead() {
        organizer = true;
        answer = ACCEPTED;
        return this;
    }

    public void stopLeading() {
        organizer = false;
    }

    public void answer(String given, Instant at) {
        answer = given;
        answeredAt = at;
        absent = false;
    }

    /** The time has changed: what was answered holds no more. */
    public void askAgain() {
        answer = NEEDS_ACTION;
        answeredAt = null;
    }

    /** Takes part in the others, not in this occurrence. */
    public void stayAway() {
        absent = true;
    }

    /** Stands for the occurrence under its new name after the series was shifted. */
    public void renameOccurrence(String otherRecurrenceId) {
        recurrenceId = otherRecurrenceId;
    }

    public void keepOwnReminders() {
        ownReminders = true;
    }

    public void wasInvited() {
        invited = true;
    }

    /** No later occurrence than this; the index of calendars looks at it. */
    public void reachTo(Instant end) {
        lastEnd = end;
    }

    public long id() {
        return id;
    }

    public long eventId() {
        return eventId;
    }

    /** Null for the whole event. */
    public String recurrenceId() {
        return recurrenceId.isEmpty() ? null : recurrenceId;
    }

    public Address address() {
        return new Address(who);
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public boolean isOrganizer() {
        return organizer;
    }

    public String answer() {
        return answer;
    }

    public boolean isDeclined() {
        return DECLINED.equals(answer);
    }

    public boolean isAbsent() {
        return absent;
    }

    public boolean hasOwnReminders() {
        return ownReminders;
    }

    public boolean isInvited() {
        return invited;
    }
}
