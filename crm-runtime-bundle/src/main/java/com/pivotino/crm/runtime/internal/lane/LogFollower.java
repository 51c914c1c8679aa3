package com.pivotino.crm.runtime.internal.lane;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.runtime.internal.log.EventLog;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import com.pivotino.crm.runtime.internal.sql.Database;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One who follows the end of the log on this node; worked by one thread at a time. */
final class LogFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final int BATCH = 500;

    private final Database database;
    private final EventLog log;
    private final Consumer<List<DomainEvent>> follower;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long position;
    private volatile boolean gone;

    LogFollower(Database database, EventLog log, long position, Consumer<List<DomainEvent>> follower) {
        this.database = database;
        this.log = log;
        this.position = position;
        this.follower = follower;
    }

    /** Takes the turn; false if it is at work already. */
    boolean begin() {
        return !gone && running.compareAndSet(false, true);
    }

    /** Tells what is new up to a place; ends the turn. */
    void tell(long last, RecentEvents recent) {
        try {
            List<DomainEvent> events = List.of();
            do {
                events = position >= last ? List.of() : recent.covers(position)
                        ? List.copyOf(recent.after(position, TypePatterns.ALL, BATCH)) : read(database, log, position, BATCH);
                if (!gone) {
                    follower.accept(events);
                }
                position = events.isEmpty() ? Math.max(position, last) : events.get(events.size() - 1).position();
            } while (!gone && events.size() == BATCH);
        } catch (RuntimeException e) {
            LOG.warn("Who follows the log will hear of it again from {} on: {}", position, e.toString());
        } finally {
            running.set(false);
        }
    }

    void go() {
        gone = true;
    }

    static List<DomainEvent> read(Database database, EventLog log, long after, int limit) {
        return List.copyOf(database.inNew(connection -> log.after(connection, after, TypePatterns.ALL, limit)));
    }
}
