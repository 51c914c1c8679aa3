package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.RecordRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What an activity is planned with.
 *
 * @param files ids of the files that it is to hold
 * @param zone the assignee's zone, in which the due date is judged (SEMANTICS A5)
 */
public record Plan(RecordRef record, long typeId, String summary, String note, Due due, Long assigneeId, ZoneId zone,
        Long createdBy, Instant at, boolean automatic, Long teamId, List<Long> files) {

    /** For a person, not for a team. */
    public Plan(RecordRef record, long typeId, String summary, String note, Due due, Long assigneeId, ZoneId zone,
            Long createdBy, Instant at, boolean automatic) {
        this(record, typeId, summary, note, due, assigneeId, zone, createdBy, at, automatic, null);
    }

    /** Without files. */
    public Plan(RecordRef record, long typeId, String summary, String note, Due due, Long assigneeId, ZoneId zone,
            Long createdBy, Instant at, boolean automatic, Long teamId) {
        this(record, typeId, summary, note, due, assigneeId, zone, createdBy, at, automatic, teamId, List.of());
    }
}
