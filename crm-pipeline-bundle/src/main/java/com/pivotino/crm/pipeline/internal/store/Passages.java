package com.pivotino.crm.pipeline.internal.store;

/**
 * Conditions on lines {@code h} of the history of stages, shared by the reports and by the list behind their figures. Moves
 * that were undone and the lines that their undo wrote are no passages.
 */
final class Passages {
    static final String ENTERED = "h.kind = 'stage' AND h.cause <> 'undo' AND NOT h.undone";
    static final String LEFT = ENTERED + " AND h.from_stage_id IS NOT NULL AND h.seconds_in_from IS NOT NULL";
    /** The stages in the order in which cards go on: into a later open stage or a won one, from an open one. */
    static final String PLACES = "SELECT s.id, CASE WHEN s.kind IN ('won', 'lost') THEN 0 ELSE 1 END AS is_open, ROW_NUMBER() OVER"
            + " (ORDER BY CASE s.kind WHEN 'lost' THEN 0 WHEN 'won' THEN 2 ELSE 1 END, s.seq, s.id) AS place FROM pl_stage s";
    static final String LINES = "pl_history h";
    /** Each line beside the later ones of its card: joined by the card, as a nested condition is quadratic on H2. */
    static final String LATER_LINES = "pl_history h JOIN pl_history l ON l.opportunity_id = h.opportunity_id"
            + " JOIN pl_stage f ON f.id = h.to_stage_id JOIN pl_stage t ON t.id = l.to_stage_id";
    /** Into an open stage, and afterwards it came further: of {@link #LATER_LINES}. */
    static final String WENT_ON = ENTERED + " AND l.kind = 'stage' AND l.cause <> 'undo'"
            + " AND NOT l.undone AND (l.at > h.at OR l.at = h.at AND l.id > h.id)"
            + " AND f.kind NOT IN ('won', 'lost') AND (t.kind = 'won' OR t.kind <> 'lost' AND (t.seq > f.seq OR t.seq = f.seq"
            + " AND t.id > f.id))";

    private Passages() {
    }
}
