package com.pivotino.crm.api.record;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Implemented by the body of an event that changes what the record index says of the event's record. The runtime writes
 * the index when the event is published, inside the act and before reactions are asked; nobody else writes it. A record is
 * in the index from the first event that says {@link #indexed}.
 */
@ConsumerType
public interface RecordFact {

    /** The record right after the event, or null if the event changes nothing of it. */
    default IndexedRecord indexed() {
        return null;
    }

    /** Users who may read the event's record from now on, whoever owns it. */
    default Set<Long> readersAdded() {
        return Set.of();
    }

    /** Users who may no longer read the event's record for that reason. */
    default Set<Long> readersRemoved() {
        return Set.of();
    }
}
