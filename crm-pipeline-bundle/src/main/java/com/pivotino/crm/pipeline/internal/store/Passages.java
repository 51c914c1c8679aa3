package com.pivotino.crm.pipeline.internal.store;

/**
 * Conditions on lines {@code h} of the history of stages, shared by the reports and by the list behind their figures. Lines
 * that an undo wrote are no passages.
 */
final class Passages {
    static final String ENTERED = "h.kind = 'stage' AND h.cause <> 'undo'";
    static final String LEFT = "h.kind = 'stage' AND h.cause <> 'undo' AND h.from_stage_id IS NOT NULL"
            + " AND h.seconds_in_from IS NOT NULL";
    /** Afterwards it came into a later open stage or a won one. */
    static final String WENT_ON = ENTERED + " AND EXISTS (SELECT 1 FROM pl_history l JOIN pl_stage t ON t.id = l.to_stage_id"
            + " JOIN pl_stage s ON s.id = h.to_stage_id WHERE l.opportunity_id = h.opportunity_id AND l.kind = 'stage'"
            + " AND l.cause <> 'undo' AND l.at >= h.at AND (l.at > h.at OR l.id > h.id) AND (t.kind = 'won'"
            + " OR t.kind <> 'lost' AND s.kind <> 'won' AND s.kind <> 'lost' AND (t.seq > s.seq OR t.seq = s.seq AND t.id > s.id)))";

    private Passages() {
    }
}
