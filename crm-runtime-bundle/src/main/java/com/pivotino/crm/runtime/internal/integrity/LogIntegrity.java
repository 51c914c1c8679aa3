package com.pivotino.crm.runtime.internal.integrity;

import com.pivotino.crm.api.module.IntegrityCheck;
import com.pivotino.crm.api.module.IntegrityScan;
import java.util.List;
import java.util.function.Consumer;

/** The event log, its cursors and lists. */
final class LogIntegrity implements IntegrityCheck {

    private static final String LAST = "(SELECT MAX(next_position) - 1 FROM rt_sequencer)";

    @Override
    public void check(IntegrityScan scan) {
        Consumer<String> gap = scan.invariant("The places in the log have no gap");
        scan.rows("SELECT COUNT(position), COALESCE(MIN(position), 1), COALESCE(MAX(position), 0), " + LAST
                + " FROM rt_event", List.of(), row -> gaps(number(row[0]), number(row[1]), number(row[2]), number(row[3]), gap));
        scan.none("A place in the log is given once",
                "SELECT position, COUNT(*) FROM rt_event WHERE position IS NOT NULL GROUP BY position HAVING COUNT(*) > 1");
        scan.none("An event is in the log once", "SELECT event_id, COUNT(*) FROM rt_event GROUP BY event_id HAVING COUNT(*) > 1");
        scan.none("What followed from something stands in the log with it", "SELECT cause_id, MIN(hop), MAX(hop), COUNT(DISTINCT hop)"
                + " FROM rt_event GROUP BY cause_id HAVING MIN(hop) <> 0 OR COUNT(DISTINCT hop) <> MAX(hop) + 1");
        scan.none("A listener stands inside the log",
                "SELECT listener_id, position FROM rt_cursor WHERE position < 0 OR position > " + LAST);
        scan.none("Who works a lane has it for a while", "SELECT listener_id, owner FROM rt_cursor"
                + " WHERE owner IS NULL AND owner_until IS NOT NULL OR owner IS NOT NULL AND owner_until IS NULL OR token < 0");
        scan.none("What is parked for a listener is in the log, before its place", "SELECT p.listener_id, p.event_seq, e.position"
                + " FROM rt_parked p LEFT JOIN rt_event e ON e.seq = p.event_seq"
                + " LEFT JOIN rt_cursor c ON c.listener_id = p.listener_id"
                + " WHERE e.seq IS NULL OR c.listener_id IS NULL OR e.position > c.position");
        scan.none("What a reaction missed is in the log", "SELECT m.reaction_id, m.event_seq FROM rt_missed m"
                + " LEFT JOIN rt_event e ON e.seq = m.event_seq LEFT JOIN rt_reaction r ON r.id = m.reaction_id"
                + " WHERE e.seq IS NULL OR r.id IS NULL");
    }

    private static void gaps(long given, long first, long last, long lastGiven, Consumer<String> gap) {
        if (given != last - first + 1) {
            gap.accept(given + " places from " + first + " to " + last);
        }
        if (last != lastGiven) {
            gap.accept("the last place is " + last + ", but " + lastGiven + " was given");
        }
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
