package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The members of an activity that callers set, by the names of the contract. */
final class ActivityFields {

    static final int MAX_SUMMARY = 255;
    static final int MAX_NOTE = 20_000;
    static final int MAX_REASON = 2_000;
    static final int MAX_OUTCOME = 40;
    static final int MAX_MINUTES = 10_000;

    /** What may change while it is open. */
    static final Set<String> OPEN = Set.of("typeId", "summary", "note", "dueDate", "assigneeId", "teamId",
            "attachmentIds");
    /** What its doer may still change for a while when it is done. */
    static final Set<String> DONE = Set.of("feedback", "outcome");
    /** What is answered but never set by an edit. */
    static final Set<String> READ_ONLY = Set.of("id", "version", "record", "recordTitle", "type", "assignee", "createdBy",
            "createdAt", "automatic", "role", "state", "completedAt", "completedBy", "eventId", "dueExplanation",
            "durationMinutes", "cancelledAt", "cancelledBy", "cancelReason", "team",
            "postponed", "dueBasis", "causeId", "cause", "endCauseId", "endCause", "suggestedNext", "attachments");

    /** What an edit may send. */
    static final Set<String> EDITABLE = Stream.concat(OPEN.stream(), DONE.stream()).collect(Collectors.toUnmodifiableSet());

    private ActivityFields() {
    }

    static void check(NewActivity activity) {
        if (activity.typeId() == null) {
            throw CrmException.invalid("typeId", "required", "An activity has a type.");
        }
        length("summary", activity.summary(), MAX_SUMMARY);
        length("note", activity.note(), MAX_NOTE);
    }

    /** How what is logged was done; without a word if only the instant is sent. */
    static Completion done(NewActivity logged) {
        return logged.done() == null ? Completion.plain() : logged.done();
    }

    /** When what is logged was done: not in the future, and not due at another day than it was done. */
    static Instant doneAt(NewActivity logged, Instant now) {
        check(done(logged));
        if (logged.dueDate() != null) {
            throw CrmException.invalid("dueDate", "invalid", "What is done already has no due date to choose.");
        }
        Instant at = logged.completedAt() == null ? now : logged.completedAt();
        if (at.isAfter(now)) {
            throw CrmException.invalid("completedAt", "in_future", "What is done already is not in the future.");
        }
        return at;
    }

    static void check(Completion completion) {
        if (completion.next() != null && completion.next().isLogged()) {
            throw CrmException.invalid("next", "invalid", "What comes next is not done yet.");
        }
        length("feedback", completion.feedback(), MAX_NOTE);
        length("outcome", completion.outcome(), MAX_OUTCOME);
        Integer minutes = completion.durationMinutes();
        if (minutes != null && (minutes < 0 || minutes > MAX_MINUTES)) {
            throw CrmException.invalid("durationMinutes", "out_of_range", "Between 0 and " + MAX_MINUTES + ".");
        }
    }

    /** If the type names outcomes, it is one of them; what a move finishes has none. */
    static void requireOutcome(ActivityTypeEntity kind, String outcome, boolean byMove) {
        if (!byMove && outcome != null && !kind.outcomes().isEmpty() && !kind.outcomes().contains(outcome)) {
            throw CrmException.invalid("outcome", "invalid", "The outcome of " + kind.name() + " is one of "
                    + String.join(", ", kind.outcomes()) + ".");
        }
    }

    static void check(Cancellation cancellation) {
        length("reason", cancellation.reason(), MAX_REASON);
        if (cancellation.meeting() != null && !Set.of("keep", "cancel").contains(cancellation.meeting())) {
            throw CrmException.invalid("meeting", "invalid", "One of keep, cancel.");
        }
    }

    private static void length(String member, String text, int most) {
        if (text != null && text.length() > most) {
            throw CrmException.invalid(member, "too_long", "At most " + most + " characters.");
        }
    }

    /** The current value as the change log keeps it. */
    static String text(PlannedActivity activity, String member) {
        Object value = switch (member) {
            case "typeId" -> activity.typeId();
            case "summary" -> activity.summary();
            case "note" -> activity.note();
            case "dueDate" -> activity.dueDate();
            case "assigneeId" -> activity.assigneeId();
            case "teamId" -> activity.teamId();
            case "feedback" -> activity.feedback();
            case "outcome" -> activity.outcome();
            case "attachmentIds" -> activity.enclosures().ids();
            default -> throw new IllegalArgumentException(member);
        };
        return value == null ? null : value.toString();
    }

    /** Ids with commas between them, each once; null for none. */
    static String text(List<Long> ids) {
        return ids.isEmpty() ? null : ids.stream().distinct().map(String::valueOf).collect(Collectors.joining(","));
    }
}
