package com.pivotino.crm.pipeline.internal.store;

/**
 * Conditions on lines {@code h} of the history of stages, shared by the reports and by the list behind their figures. Lines
 * that an undo wrote are no passages.
 */
final class Passages {
    static final String ENTERED = "h.kind = 'stage' AND h.cause <> 'undo'";
    static final String LEFT = "h.kind = 'stage' AND h.cause <> 'undo' AND h.from_stage_id IS NOT NULL"
            + " AND h.seconds_in_from IS NOT NULL";
    /** Into an open stage, and afterwards it came into a later open stage or a won one: for the lines of one stage. */
    static final String WENT_ON = ENTERED + " AND EXISTS (SELECT 1 FROM pl_stage f, pl_history l JOIN pl_stage t ON t.id = l.to_stage_id"
            + " WHERE f.id = h.to_stage_id AND f.kind NOT IN ('won', 'lost') AND l.opportunity_id = h.opportunity_id"
            + " AND l.kind = 'stage' AND l.cause <> 'undo' AND (l.at > h.at OR l.at = h.at AND l.id > h.id)"
            + " AND (t.kind = 'won' OR t.kind <> 'lost' AND (t.seq > f.seq OR t.seq = f.seq AND t.id > f.id)))";
    /**
     * The ids of the lines that {@link #WENT_ON} is true of, in one pass over the whole history in its order: a question for
     * each line takes seconds at 100,000 opportunities. To be joined: H2 asks an {@code IN} anew for each row.
     */
    static final String ALL_THAT_WENT_ON = "SELECT w.id FROM (SELECT l.id, s.kind, s.place, MAX(s.place) OVER (PARTITION BY"
            + " l.opportunity_id ORDER BY l.at, l.id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS later"
            + " FROM pl_history l JOIN (SELECT t.id, t.kind, ROW_NUMBER() OVER (ORDER BY CASE t.kind WHEN 'lost' THEN 0"
            + " WHEN 'won' THEN 2 ELSE 1 END, t.seq, t.id) AS place FROM pl_stage t) s ON s.id = l.to_stage_id"
            + " WHERE l.kind = 'stage' AND l.cause <> 'undo') w WHERE w.later > w.place AND w.kind <> 'won' AND w.kind <> 'lost'";

    private Passages() {
    }
}
