package com.pivotino.crm.runtime.internal.lane;

import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.runtime.internal.lane.CursorStore.Cursor;
import com.pivotino.crm.runtime.internal.log.EventLog;
import com.pivotino.crm.runtime.internal.log.LoggedEvent;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import com.pivotino.crm.runtime.internal.replay.BackOff;
import com.pivotino.crm.runtime.internal.sql.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener's way through the log, worked by one thread at a time of one node at a time. */
final class ListenerWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerWorker.class);
    private static final int BATCH = 100;
    /** A slow listener's cursor is written after each event, a fast one's after this time. */
    private static final long WRITE_AFTER_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long CHECK_LEASE_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long SKIPPED = 1000;
    private static final Duration WRITTEN_AFTER = Duration.ofMinutes(1);
    /** A delivery that takes longer is given up to another node. */
    private static final long LONGEST_DELIVERY_NS = TimeUnit.MINUTES.toNanos(10);

    private static final long ASK_AGAIN_NS = TimeUnit.SECONDS.toNanos(1);

    private final String owner = UUID.randomUUID().toString();
    private final String id;
    private final TypePatterns types;
    private final boolean earliest;
    private final DomainEventListener listener;
    private final CursorStore cursors;
    private final EventLog log;
    private final Database database;
    private final Clock clock;
    /** Null for a listener that hears of everything at once. */
    private final UndoWindowFilter settling;
    private volatile boolean gone;
    private volatile boolean urged;
    private volatile long refusedAt;
    private volatile long token = -1;
    private volatile long since;
    private volatile long deliveringSince;
    private volatile long seen = -1;
    /** How far this node has brought the lane under its lease; null if the table has to be asked. */
    private Cursor mine;
    private volatile Instant nextTry;
    /** The cursor as it was written last. */
    private volatile long reached = -SKIPPED;
    private volatile Instant writtenAt;

    /** What a listener service is and wants. */
    record Service(String id, TypePatterns types, boolean earliest, boolean settled, DomainEventListener listener) {
    }

    ListenerWorker(Service service, CursorStore cursors, EventLog log, Database database, Clock clock) {
        this.id = service.id;
        this.types = service.types;
        this.earliest = service.earliest;
        this.listener = service.listener;
        this.cursors = cursors;
        this.log = log;
        this.database = database;
        this.clock = clock;
        this.writtenAt = clock.instant();
        this.settling = service.settled ? new UndoWindowFilter(database, clock) : null;
    }

    String id() {
        return id;
    }

    DomainEventListener listener() {
        return listener;
    }

    /** The listener's service has gone: what is being delivered may end, nothing follows. */
    void go() {
        gone = true;
    }

    boolean isGone() {
        return gone;
    }

    /** There are parked events to deliver again. */
    void urge() {
        urged = true;
    }

    /** Makes the cursor if there is none yet. */
    void open(long last) {
        cursors.begin(id, earliest ? 0 : last);
    }

    /** Whether there is something to do, as far as this node knows. What has nothing for this lane only moves its place on. */
    boolean isDue(long last, RecentEvents recent) {
        Instant retry = nextTry;
        long place = seen;
        boolean stale = isStale(last);
        if (retry == null && !urged && !stale && recent.covers(place) && last - reached < SKIPPED && !recent.hasAny(place, types)) {
            seen = Math.max(place, recent.last());
        }
        boolean elsewhere = refusedAt != 0 && System.nanoTime() - refusedAt < ASK_AGAIN_NS;
        return !gone && !elsewhere
                && (urged || (retry == null ? stale || seen < last : !retry.isAfter(clock.instant())));
    }

    /**
     * Delivers until nothing is left, something fails or the lease is lost.
     *
     * @param last the last place given in the log
     * @return how many events were delivered
     */
    int work(long last, RecentEvents recent) {
        boolean asked = urged;
        Cursor cursor = asked || System.nanoTime() - since >= CHECK_LEASE_NS ? null : mine;
        mine = null;
        if (cursor == null) {
            cursor = cursors.lease(id, owner, earliest ? 0 : last);
            if (cursor == null) {
                token = -1;
                refusedAt = System.nanoTime();
                return 0;
            }
            refusedAt = 0;
            token = cursor.token();
            since = System.nanoTime();
        }
        urged = false;
        int delivered = asked ? again() : 0;
        nextTry = cursor.nextTry();
        if (nextTry != null && nextTry.isAfter(clock.instant())) {
            return delivered;
        }
        return delivered + forward(cursor, last, recent);
    }

    /** Keeps the lease during a long delivery; called by another thread. */
    void keep() {
        long started = deliveringSince;
        long now = System.nanoTime();
        if (started != 0 && now - started > CHECK_LEASE_NS && now - started < LONGEST_DELIVERY_NS && token >= 0) {
            cursors.renew(id, token);
        }
    }

    /** The lane is given up: another node may have it at once. */
    void leave() {
        go();
        if (token >= 0) {
            cursors.release(id, owner);
        }
    }

    private int forward(Cursor start, long last, RecentEvents recent) {
        Cursor cursor = start;
        int delivered = 0;
        while (!gone) {
            long from = Math.max(cursor.position(), seen);
            List<LoggedEvent> events = recent.covers(from) ? recent.after(from, types, BATCH)
                    : database.inNew(connection -> log.after(connection, from, types, BATCH));
            Run run = new Run(cursor);
            for (LoggedEvent event : events) {
                if (gone || !run.take(event)) {
                    run.write();
                    return delivered + run.delivered;
                }
            }
            delivered += run.delivered;
            if (!run.write()) {
                return delivered;
            }
            cursor = run.cursor;
            if (events.size() < BATCH) {
                skipTo(cursor, last);
                return delivered;
            }
        }
        return delivered;
    }

    /** Whether the place that is written is old: operators see how far a listener is, also one for which nothing happens. */
    private boolean isStale(long last) {
        return reached < last && !clock.instant().isBefore(writtenAt.plus(WRITTEN_AFTER));
    }

    /** Nothing of interest up to here: remembered, but only written now and then. */
    private void skipTo(Cursor cursor, long last) {
        Cursor now = cursor;
        if (last - cursor.position() >= SKIPPED || isStale(last)) {
            writtenAt = clock.instant();
            now = cursors.advance(id, token, last) ? new Cursor(last, 0, null, token) : null;
        }
        mine = now;
        reached = now == null ? reached : now.position();
        seen = Math.max(last, cursor.position());
    }

    /** Parked events that the operator wants delivered again. */
    private int again() {
        int delivered = 0;
        List<Long> due = cursors.due(id);
        for (LoggedEvent event : database.inNew(connection -> log.read(connection, due))) {
            Throwable failure = deliver(event);
            cursors.unparked(id, event.seq(), failure == null ? null : text(failure));
            delivered += failure == null ? 1 : 0;
        }
        return delivered;
    }

    private boolean leaseHolds() {
        if (System.nanoTime() - since < CHECK_LEASE_NS) {
            return true;
        }
        boolean holds = cursors.renew(id, token);
        since = System.nanoTime();
        if (!holds) {
            LOG.info("{} is worked by another node now", id);
            token = -1;
        }
        return holds;
    }

    private Throwable deliver(LoggedEvent event) {
        deliveringSince = System.nanoTime();
        try {
            listener.on(event);
            return null;
        } catch (Throwable e) {
            return e;
        } finally {
            deliveringSince = 0;
        }
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** A stretch of events; the cursor is written behind them. */
    private final class Run {

        private Cursor cursor;
        private int delivered;
        private long written = System.nanoTime();
        private boolean dirty;

        Run(Cursor cursor) {
            this.cursor = cursor;
        }

        /** False if the lane has to stop here. */
        boolean take(LoggedEvent event) {
            if (!leaseHolds()) {
                return false;
            }
            UndoWindowFilter.Verdict verdict = settling == null ? UndoWindowFilter.Verdict.DELIVER : settling.of(event);
            if (verdict == UndoWindowFilter.Verdict.HOLD) {
                nextTry = event.undoUntil();
                return false;
            }
            if (verdict == UndoWindowFilter.Verdict.DROP) {
                return passed(event);
            }
            Throwable failure = deliver(event);
            if (failure == null) {
                delivered++;
                return passed(event);
            }
            return !gone && write() && failed(event, failure);
        }

        private boolean passed(LoggedEvent event) {
            cursor = new Cursor(event.position(), 0, null, cursor.token());
            nextTry = null;
            dirty = true;
            return System.nanoTime() - written < WRITE_AFTER_NS || write();
        }

        boolean write() {
            if (!dirty) {
                return true;
            }
            boolean holds = cursors.advance(id, cursor.token(), cursor.position());
            written = System.nanoTime();
            since = written;
            dirty = false;
            return holds;
        }

        private boolean failed(LoggedEvent event, Throwable failure) {
            Instant now = clock.instant();
            Instant next = BackOff.next(cursor.tries() + 1, now);
            if (next != null) {
                LOG.warn("{} could not take {}, next try {}: {}", id, event, next, text(failure));
                cursors.failed(id, cursor, next, text(failure));
                nextTry = next;
                return false;
            }
            LOG.error("{} could not take {}; it is parked and the lane goes on", id, event, failure);
            boolean holds = cursors.park(id, cursor, event.seq(), event.position(), now, text(failure));
            cursor = new Cursor(event.position(), 0, null, cursor.token());
            nextTry = null;
            return holds;
        }
    }
}
