package com.pivotino.crm.api.activity.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.TypeRef;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An activity as it stood right after the event.
 *
 * @param status    {@code open, done, cancelled}
 * @param dueDate   plain date
 * @param todayFrom instant at which the due date begins in the assignee's zone: from then on it is "today" (SEMANTICS A5)
 * @param lateFrom  instant at which the due date is over there: from then on it is "overdue"
 * @param role      {@code first} or null
 */
public record ActivityState(long id, RecordRef record, TypeRef type, String summary, LocalDate dueDate, Instant todayFrom,
        Instant lateFrom, NamedRef assignee, String role, boolean automatic, String status) {
}
