package com.pivotino.crm.runtime.internal.lane;

import com.pivotino.crm.runtime.internal.log.EventLog;
import com.pivotino.crm.runtime.internal.log.LoggedEvent;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import com.pivotino.crm.runtime.internal.sql.Database;
import java.util.ArrayList;
import java.util.List;

/** The newest stretch of the log, read once for all lanes of this node. Immutable. */
final class RecentEvents {

    private static final int KEPT = 500;

    private final long from;
    private final long to;
    private final List<LoggedEvent> events;

    private RecentEvents(long from, long to, List<LoggedEvent> events) {
        this.from = from;
        this.to = to;
        this.events = events;
    }

    /** Nothing is known before this place. */
    static RecentEvents startingAt(long place) {
        return new RecentEvents(place, place, List.of());
    }

    /** With what has come since, up to the last place; who stands before the stretch reads by itself. */
    RecentEvents upTo(Database database, EventLog log, long last) {
        if (last <= to) {
            return this;
        }
        List<LoggedEvent> fresh = database.inNew(connection -> log.after(connection, to, TypePatterns.ALL, KEPT));
        if (fresh.isEmpty() || fresh.size() == KEPT) {
            return startingAt(last);
        }
        List<LoggedEvent> all = new ArrayList<>(events);
        all.addAll(fresh);
        int dropped = Math.max(0, all.size() - KEPT);
        long begin = dropped == 0 ? from : all.get(dropped - 1).position();
        return new RecentEvents(begin, fresh.get(fresh.size() - 1).position(), List.copyOf(all.subList(dropped, all.size())));
    }

    /** Whether all that follows a place, up to {@link #last}, is here. */
    boolean covers(long place) {
        return place >= from && place <= to;
    }

    long last() {
        return to;
    }

    /** What follows a covered place, in the log's order. */
    List<LoggedEvent> after(long place, TypePatterns types, int limit) {
        return events.stream().filter(event -> event.position() > place && types.matches(event.type())).limit(limit).toList();
    }

    boolean hasAny(long place, TypePatterns types) {
        return events.stream().anyMatch(event -> event.position() > place && types.matches(event.type()));
    }
}
