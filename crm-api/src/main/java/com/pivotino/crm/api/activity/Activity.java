package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A planned, done or cancelled contact with a customer (REST "Activities"). It is kept for good: neither finishing nor
 * losing the record deletes it.
 *
 * @param record          what it belongs to
 * @param recordTitle     the record's title, also for an assignee who may not read the record; null if it is not known
 * @param dueDate         a plain date without zone
 * @param assignee        who is to do it, or null
 * @param createdBy       who planned it, or null for the system
 * @param automatic       planned by the product, not by a person
 * @param role            {@code first} for the first activity of a record (SEMANTICS A1, A2), else null
 * @param state           {@code overdue, today, planned} while open, by the date in the assignee's zone (SEMANTICS A5);
 *                        else {@code done} or {@code cancelled}
 * @param completedAt     when it was done, or null
 * @param completedBy     who did it, or null
 * @param feedback        what the doer wrote, or null
 * @param eventId         the meeting of the calendar, or null
 * @param dueExplanation  how the due date was computed (SEMANTICS A4), or null if a person chose it
 * @param outcome         key of the outcome, or null
 * @param durationMinutes how long it took, or null
 * @param cancelledAt     when it was cancelled, or null
 * @param cancelledBy     who cancelled it, or null
 * @param cancelReason    why, or null
 * @param team            the team that it was planned for; with no assignee, its members may claim it; or null
 * @param postponed       how often its due date was moved to a later day
 * @param dueBasis        what the due date was computed from, or null if a person chose it
 * @param causeId         cause id of the act by which automation planned it, or null
 * @param cause           why automation planned it, one sentence, or null
 * @param endCauseId      cause id of the act by which automation finished or cancelled it, or null
 * @param endCause        why automation finished or cancelled it, one sentence, or null
 * @param suggestedNext   what could follow, in the answer to a completion (SEMANTICS A9); else empty
 * @param attachments     its files (SEMANTICS A7); known here by name also while the bundle that keeps files is away
 */
public record Activity(long id, long version, RecordRef record, String recordTitle, TypeRef type, String summary,
        String note, LocalDate dueDate, NamedRef assignee, NamedRef createdBy, Instant createdAt, boolean automatic,
        String role, String state, Instant completedAt, NamedRef completedBy, String feedback, Long eventId,
        String dueExplanation, String outcome, Integer durationMinutes, Instant cancelledAt, NamedRef cancelledBy,
        String cancelReason, NamedRef team, int postponed, DueBasis dueBasis, String causeId, String cause,
        String endCauseId, String endCause, List<SuggestedActivity> suggestedNext,
        List<AttachedFile> attachments) implements Versioned {

    public Activity {
        suggestedNext = List.copyOf(suggestedNext);
        attachments = List.copyOf(attachments);
    }

    /** Without files. */
    public Activity(long id, long version, RecordRef record, String recordTitle, TypeRef type, String summary, String note,
            LocalDate dueDate, NamedRef assignee, NamedRef createdBy, Instant createdAt, boolean automatic, String role,
            String state, Instant completedAt, NamedRef completedBy, String feedback, Long eventId, String dueExplanation,
            String outcome, Integer durationMinutes, Instant cancelledAt, NamedRef cancelledBy, String cancelReason,
            NamedRef team, int postponed, DueBasis dueBasis, String causeId, String cause, String endCauseId, String endCause,
            List<SuggestedActivity> suggestedNext) {
        this(id, version, record, recordTitle, type, summary, note, dueDate, assignee, createdBy, createdAt, automatic, role,
                state, completedAt, completedBy, feedback, eventId, dueExplanation, outcome, durationMinutes, cancelledAt,
                cancelledBy, cancelReason, team, postponed, dueBasis, causeId, cause, endCauseId, endCause, suggestedNext,
                List.of());
    }

    /** The same with an activity that could follow it. */
    public Activity suggesting(List<SuggestedActivity> next) {
        return new Activity(id, version, record, recordTitle, type, summary, note, dueDate, assignee, createdBy, createdAt,
                automatic, role, state, completedAt, completedBy, feedback, eventId, dueExplanation, outcome,
                durationMinutes, cancelledAt, cancelledBy, cancelReason, team, postponed, dueBasis, causeId, cause,
                endCauseId, endCause, next, attachments);
    }
}
