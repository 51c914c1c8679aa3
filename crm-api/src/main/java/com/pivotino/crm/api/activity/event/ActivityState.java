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
 * @param assignee  who is to do it; null for nobody, or for a team's that nobody has claimed
 * @param team      the team that it was planned for, also when one of it has claimed it, or null
 * @param eventId   the meeting of the calendar that it stands for (SEMANTICS A14), or null
 */
public record ActivityState(long id, RecordRef record, TypeRef type, String summary, LocalDate dueDate, Instant todayFrom,
        Instant lateFrom, NamedRef assignee, String role, boolean automatic, String status,
        NamedRef team, Long eventId) {

    /** Of no team and without a meeting. */
    public ActivityState(long id, RecordRef record, TypeRef type, String summary, LocalDate dueDate, Instant todayFrom,
            Instant lateFrom, NamedRef assignee, String role, boolean automatic, String status) {
        this(id, record, type, summary, dueDate, todayFrom, lateFrom, assignee, role, automatic, status, null, null);
    }
}
