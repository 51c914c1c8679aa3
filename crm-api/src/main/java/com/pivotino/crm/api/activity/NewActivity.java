package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The request that plans an activity.
 *
 * @param record     what it belongs to, required
 * @param typeId     its type, required
 * @param summary    or null for the type's name
 * @param dueDate    or null: then it is computed (SEMANTICS A4)
 * @param assigneeId who is to do it, or null for the caller
 * @param teamId     the team whose members may claim it, instead of an assignee; or null
 * @param done       how it was done, to log in one step what is over already; or null
 * @param completedAt when that was, not in the future; null for now if {@code done} is given
 * @param attachmentIds files that it holds: the caller's own, or of the same record already
 */
public record NewActivity(RecordRef record, Long typeId, String summary, String note, LocalDate dueDate,
        Long assigneeId, Long teamId, Completion done, Instant completedAt, List<Long> attachmentIds) {

    public NewActivity {
        attachmentIds = attachmentIds == null ? List.of() : attachmentIds.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** Without files. */
    public NewActivity(RecordRef record, Long typeId, String summary, String note, LocalDate dueDate, Long assigneeId,
            Long teamId, Completion done, Instant completedAt) {
        this(record, typeId, summary, note, dueDate, assigneeId, teamId, done, completedAt, List.of());
    }

    /** Planned for a person. */
    public NewActivity(RecordRef record, Long typeId, String summary, String note, LocalDate dueDate, Long assigneeId) {
        this(record, typeId, summary, note, dueDate, assigneeId, null, null, null);
    }

    /** Whether it is over already and only logged. */
    public boolean isLogged() {
        return done != null || completedAt != null;
    }

    /**
     * The same on this record.
     *
     * @throws CrmException {@code validation_failed} on {@code next.record} if it names another one
     */
    public NewActivity on(RecordRef other) {
        if (record != null && !record.equals(other)) {
            throw CrmException.invalid("next.record", "invalid", "What comes next belongs to the same record.");
        }
        return new NewActivity(other, typeId, summary, note, dueDate, assigneeId, teamId, done, completedAt, attachmentIds);
    }
}
