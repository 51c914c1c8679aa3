package com.pivotino.crm.api.record;

import com.pivotino.crm.api.RecordRef;
import java.util.Set;

/**
 * The entry of a record in the record index.
 *
 * @param record    the record
 * @param title     its name as of now, up to 500 characters
 * @param ownerId   user responsible, or null
 * @param teamId    team, or null
 * @param creatorId user who made it, or null for the system
 * @param deleted   whether it is gone; it stays in the index, so that a late event cannot bring it back
 */
public record IndexedRecord(RecordRef record, String title, Long ownerId, Long teamId, Long creatorId, boolean deleted) {

    /** The same record, gone. */
    public IndexedRecord gone() {
        return new IndexedRecord(record, title, ownerId, teamId, creatorId, true);
    }

    /**
     * The access rule of the record.
     *
     * @param readers users who read it besides
     */
    public RecordAccess access(Set<Long> readers) {
        return new RecordAccess(ownerId, teamId, creatorId, readers);
    }
}
