package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.DueBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/**
 * An activity from its plan to its end. Life cycle: OPEN, then DONE or CANCELLED; what the closing of its record
 * cancelled becomes OPEN again when that closing is taken back (SEMANTICS P16). Nothing else leaves an end.
 *
 * <p>While open it is planned, today or overdue by the date in the assignee's zone (SEMANTICS A5). Lists and counts must
 * find that by index, so the two instants at which the due date begins and ends there are kept and follow the due date,
 * the assignee and the assignee's zone.
 */
@Entity
@Table(name = "ac_activity")
public class PlannedActivity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ac_seq")
    private Long id;
    @Version
    private long version;
    @Column(name = "record_type")
    private String recordType;
    @Column(name = "record_id")
    private long recordId;
    @Column(name = "type_id")
    private long typeId;
    private String summary;
    private String note;
    @Column(name = "due_date")
    private LocalDate dueDate;
    @Column(name = "today_from")
    private Instant todayFrom;
    @Column(name = "late_from")
    private Instant lateFrom;
    @Embedded
    private DueInputs dueInputs;
    @Column(name = "assignee_id")
    private Long assigneeId;
    /** Whose members may claim it while it has no assignee; stays, so that it can be given back. */
    @Column(name = "team_id")
    private Long teamId;
    /** How often it was moved to a later day. */
    private int postponed;
    /** The calendar's meeting that it stands for (SEMANTICS A14). */
    @Column(name = "event_id")
    private Long eventId;
    @Column(name = "created_by")
    private Long createdBy;
    @Column(name = "created_at")
    private Instant createdAt;
    private boolean automatic;
    /** Set for the holder of the role "first"; unique per record, so a second one cannot come to be (SEMANTICS A1). */
    @Column(name = "first_generation")
    private Integer firstGeneration;
    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_by")
    private Long endedBy;
    private String feedback;
    private String outcome;
    @Column(name = "duration_minutes")
    private Integer durationMinutes;
    @Column(name = "cancel_reason")
    private String cancelReason;
    /** Cause id of the closing that cancelled it, so that exactly that is taken back; null if a person did. */
    @Column(name = "closing_cause")
    private String closingCause;
    @Embedded
    private Automation automation;
    @Embedded
    private Enclosures enclosures;
    @Embedded
    private Readers readers;

    protected PlannedActivity() {
    }

    public PlannedActivity(Plan plan) {
        this.recordType = plan.record().type();
        this.recordId = plan.record().id();
        this.typeId = plan.typeId();
        this.summary = plan.summary();
        this.note = plan.note();
        this.assigneeId = plan.assigneeId();
        this.teamId = plan.teamId();
        this.createdBy = plan.createdBy();
        this.createdAt = plan.at();
        this.automatic = plan.automatic();
        this.readers = plan.readers();
        becomeDue(plan.due(), plan.zone());
    }

    /** Gives another due date; a later day counts as postponed. */
    public void moveTo(Due due, ZoneId zone) {
        postponed += due.date().isAfter(dueDate) ? 1 : 0;
        becomeDue(due, zone);
    }

    /** Says why automation did what it did. */
    public void explain(Automation why) {
        automation = why;
    }

    /** Is due then, which is no postponement: nobody moved it. */
    public void becomeDue(Due due, ZoneId zone) {
        dueDate = due.date();
        dueInputs = due.inputs();
        judgeIn(zone);
    }

    /** Gives it to somebody else; their zone decides from now on whether it is late. */
    public void assignTo(Long userId, ZoneId zone) {
        assigneeId = userId;
        judgeIn(zone);
    }

    /**
     * Gives it to a team: its members may claim it; the team's zone decides until one does.
     *
     * @param team or null for that of nobody
     * @param user who has it already, or null
     */
    public void offerTo(Long team, Long user, ZoneId zone) {
        teamId = team;
        assignTo(user, zone);
    }

    /** Stands for this meeting of the calendar from now on, or for none (SEMANTICS A14). */
    public void standFor(Long meeting) {
        eventId = meeting;
    }

    /** Says anew when the due date begins and ends, in this zone. */
    public void judgeIn(ZoneId zone) {
        todayFrom = dueDate.atStartOfDay(zone).toInstant();
        lateFrom = dueDate.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public void describe(long newTypeId, String newSummary, String newNote) {
        typeId = newTypeId;
        summary = newSummary;
        note = newNote;
    }

    /** Holds exactly these files. */
    public void enclose(Enclosures files) {
        enclosures = files;
    }

    /** Done (SEMANTICS A7). */
    public void complete(Instant now, Long by, String text, String result, Integer minutes) {
        end(Status.DONE, new ActivityMemo.Ending(now, by, text, result, minutes, null, null));
    }

    /**
     * Not going to be done (SEMANTICS A8).
     *
     * @param cause cause id of the closing of the record that led to it, or null if a person cancels
     */
    public void cancel(Instant now, Long by, String reason, String cause) {
        end(Status.CANCELLED, new ActivityMemo.Ending(now, by, null, null, null, reason, cause));
    }

    /** Open again with the old due date, maybe overdue by now (SEMANTICS P16). */
    public void reopen() {
        boolean byClosing = status == Status.CANCELLED ? closingCause != null
                : status == Status.DONE && automation != null && automation.endCauseId() != null;
        if (!byClosing) {
            throw new IllegalStateException("Not ended by a closing: " + id);
        }
        status = Status.OPEN;
        ended(ActivityMemo.Ending.NONE);
        automation = automation == null ? null : automation.open();
    }

    /** What an undone act had changed is as it was before (SEMANTICS P19). */
    public void comeBack(ActivityMemo before, ActivityMemo after) {
        if (before.endedBetween(after)) {
            status = before.status();
            ended(before.ending());
            automation = automation == null || !isOpen() ? automation : automation.open();
        }
        if (before.givenBetween(after)) {
            assigneeId = before.assigneeId();
            todayFrom = before.todayFrom();
            lateFrom = before.lateFrom();
        }
        if (before.roleBetween(after)) {
            firstGeneration = before.firstGeneration();
        }
    }

    /** Changes what was said about a done one. */
    public void reword(String text, String result) {
        feedback = text;
        outcome = result;
    }

    /** Takes the role of the first activity. */
    public void takeFirstRole(int generation) {
        firstGeneration = generation;
    }

    /** Hands the role of the first activity on; a done one never loses it (SEMANTICS A2). */
    public void leaveFirstRole() {
        if (status == Status.DONE) {
            throw new IllegalStateException("A done first activity keeps its role: " + id);
        }
        firstGeneration = null;
    }

    /** {@code overdue, today, planned, done} or {@code cancelled} (SEMANTICS A5). */
    public String state(Instant now) {
        return !isOpen() ? status.key() : !now.isBefore(lateFrom) ? "overdue" : now.isBefore(todayFrom) ? "planned" : "today";
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public boolean isDone() {
        return status == Status.DONE;
    }

    public boolean isFirst() {
        return firstGeneration != null;
    }

    /** {@code first} or null. */
    public String role() {
        return isFirst() ? "first" : null;
    }

    public boolean isAssignedTo(Long userId) {
        return Objects.equals(assigneeId, userId);
    }

    /** Whether it waits for one of its team. */
    public boolean isClaimable() {
        return isOpen() && teamId != null && assigneeId == null;
    }

    public RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    /** How the due date was computed, or null if a person chose it. */
    public String dueExplanation() {
        return dueInputs == null || !dueInputs.isComplete() ? null : dueInputs.explain();
    }

    /** What the due date was computed from, or null if a person chose it. */
    public DueBasis dueBasis() {
        return dueInputs == null || !dueInputs.isComplete() ? null : dueInputs.toRecord();
    }

    /** Why automation planned or ended it; empty if a person did. */
    public Automation automation() {
        return automation == null ? Automation.NONE : automation;
    }

    public Enclosures enclosures() {
        return enclosures == null ? Enclosures.NONE : enclosures;
    }

    public Long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public long typeId() {
        return typeId;
    }

    public String summary() {
        return summary;
    }

    public String note() {
        return note;
    }

    public LocalDate dueDate() {
        return dueDate;
    }

    public Instant todayFrom() {
        return todayFrom;
    }

    public Instant lateFrom() {
        return lateFrom;
    }

    public Long assigneeId() {
        return assigneeId;
    }

    public Long teamId() {
        return teamId;
    }

    public int postponed() {
        return postponed;
    }

    public Long eventId() {
        return eventId;
    }

    public Long createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean automatic() {
        return automatic;
    }

    public Status status() {
        return status;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public Long endedBy() {
        return endedBy;
    }

    public String feedback() {
        return feedback;
    }

    public String outcome() {
        return outcome;
    }

    public Integer durationMinutes() {
        return durationMinutes;
    }

    String closingCause() {
        return closingCause;
    }

    Integer firstGeneration() {
        return firstGeneration;
    }

    public String cancelReason() {
        return cancelReason;
    }

    private void end(Status end, ActivityMemo.Ending how) {
        if (!isOpen()) {
            throw new IllegalStateException("Already " + status.key() + ": " + id);
        }
        status = end;
        ended(how);
    }

    private void ended(ActivityMemo.Ending how) {
        endedAt = how.at();
        endedBy = how.by();
        feedback = how.feedback();
        outcome = how.outcome();
        durationMinutes = how.minutes();
        cancelReason = how.cancelReason();
        closingCause = how.closingCause();
    }
}
