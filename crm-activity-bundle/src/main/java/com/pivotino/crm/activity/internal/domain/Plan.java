package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.RecordRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What an activity is planned with.
 *
 * @param readers who may read the record, or null as long as that is not known
 * @param files   ids of the files that it is to hold
 * @param zone    the assignee's zone, in which the due date is judged (SEMANTICS A5)
 */
public record Plan(RecordRef record, long typeId, String summary, String note, Due due, Long assigneeId, ZoneId zone,
        Long createdBy, Instant at, boolean automatic, Long teamId, List<Long> files, Readers readers) {

    /** For a person, not for a team. */
    public Plan(RecordRef record, long typeId, String summary, String note, Due due, Long assigneeId, ZoneId zone,
            Long createdBy, Instant at, boolean automatic) {
        this(record, typeId, summary, note, due, assigneeId, zone, createdBy, at, automatic, null);
    }

    /** Before it is known who may read the record. */
    public Plan(RecordRef record, long typeId, String summary, String note, Due due, Long assigneeId, ZoneId zone,
            Long createdBy, Instant at, boolean automatic, Long teamId, List<Long> files) {
        this(record, typeId, summary, note, due, assigneeId, zone, createdBy, at, automatic, teamId, files, null);
    }

    /** Without files. */
    public Plan(RecordRef record, long typeId, String summary, String note, Due due, Long assigneeId, ZoneId zone,
            Long createdBy, Instant at, boolean automatic, Long teamId) {
        this(record, typeId, summary, note, due, assigneeId, zone, createdBy, at, automatic, teamId, List.of(), null);
    }

    /** The same on this record. */
    public Plan readBy(Readers who) {
        return new Plan(record, typeId, summary, note, due, assigneeId, zone, createdBy, at, automatic, teamId, files, who);
    }
}
