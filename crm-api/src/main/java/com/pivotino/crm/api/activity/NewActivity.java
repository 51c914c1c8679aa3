package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import java.time.LocalDate;

/**
 * What plans an activity.
 *
 * @param record     what it belongs to, required
 * @param typeId     its type, required
 * @param summary    or null for the type's name
 * @param dueDate    or null: then it is computed (SEMANTICS A4)
 * @param assigneeId who is to do it, or null for the caller
 */
public record NewActivity(RecordRef record, Long typeId, String summary, String note, LocalDate dueDate,
        Long assigneeId) {

    /**
     * The same on this record.
     *
     * @throws CrmException {@code validation_failed} on {@code next.record} if it names another one
     */
    public NewActivity on(RecordRef other) {
        if (record != null && !record.equals(other)) {
            throw CrmException.invalid("next.record", "invalid", "What comes next belongs to the same record.");
        }
        return new NewActivity(other, typeId, summary, note, dueDate, assigneeId);
    }
}
