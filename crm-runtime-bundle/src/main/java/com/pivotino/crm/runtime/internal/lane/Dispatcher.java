package com.pivotino.crm.runtime.internal.lane;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.internal.EventTail;
import com.pivotino.crm.runtime.internal.log.EventLog;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.thread.Worker;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives places to events and lets every listener's lane run on a thread of its own while it has something to do. */
public final class Dispatcher implements AutoCloseable, EventTail {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final long POLL_MS = 1000;
    private static final long PATIENCE_SECONDS = 20;
    /** Between two looks of a busy node, so that one look serves several commits. */
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(15);

    private final Database database;
    private final EventLog log;
    private final Clock clock;
    private final Sequencer sequencer;
    private final CursorStore cursors;
    private final List<ListenerWorker> lanes = new CopyOnWriteArrayList<>();
    private final List<LogFollower> tails = new CopyOnWriteArrayList<>();
    private final Set<ListenerWorker> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean started;
    private volatile RecentEvents recent;
    private volatile long lookedAt = System.nanoTime() - PAUSE_NS;
    private final AtomicInteger threads = new AtomicInteger();
    private final Worker worker = new Worker("crm-dispatcher");
    // Never interrupted either; a lane without work gives its thread back.
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS,
            new SynchronousQueue<>(), this::thread);

    public Dispatcher(Database database, EventLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
        this.sequencer = new Sequencer(database);
        this.cursors = new CursorStore(database);
    }

    /** Begins to look for events of other nodes and for tries that are due. */
    public void start() {
        started = true;
        worker.every(POLL_MS, this::poll);
        worker.soon(this::look);
    }

    /** Events were committed on this node. */
    public void wake() {
        if (started && awake.compareAndSet(false, true)) {
            worker.later(Math.max(0, TimeUnit.NANOSECONDS.toMillis(lookedAt + PAUSE_NS - System.nanoTime())), this::look);
        }
    }

    /**
     * A listener has come; it goes on where its cursor stands.
     *
     * @param settled whether events that may be undone wait, see {@link DomainEventListener#SETTLED}
     * @param atOnce whether a new cursor is made before this returns; else soon
     */
    public void come(String id, TypePatterns types, boolean earliest, boolean settled, DomainEventListener listener,
            boolean atOnce) {
        ListenerWorker lane =
                new ListenerWorker(new ListenerWorker.Service(id, types, earliest, settled, listener), cursors, log, database, clock);
        if (atOnce) {
            lane.open(sequencer.sequence());
        }
        lanes.add(lane);
        wake();
    }

    /** A listener has gone; what is being delivered to it may end. */
    public void go(DomainEventListener listener) {
        for (ListenerWorker lane : lanes) {
            if (lane.listener() == listener) {
                lanes.remove(lane);
                lane.go();
                if (started) {
                    worker.soon(() -> leave(lane));
                } else {
                    leave(lane);
                }
            }
        }
    }

    @Override
    public Following follow(Consumer<List<DomainEvent>> follower) {
        LogFollower tail = new LogFollower(database, log, sequencer.sequence(), follower);
        tails.add(tail);
        return () -> {
            tails.remove(tail);
            tail.go();
        };
    }

    @Override
    public long last() {
        return sequencer.last();
    }

    @Override
    public List<DomainEvent> after(long position, int limit) {
        return LogFollower.read(database, log, position, limit);
    }

    /** Looks for parked events that are to be delivered again. */
    public void again() {
        worker.soon(this::poll);
    }

    /** Delivers on this thread until nothing more is due; instead of {@link #start}. */
    public int deliverAll() {
        int delivered = 0;
        int before;
        urge();
        do {
            before = delivered;
            long last = sequencer.sequence();
            RecentEvents fresh = read(last);
            for (ListenerWorker lane : lanes) {
                delivered += lane.work(last, fresh);
            }
            tails.stream().filter(LogFollower::begin).forEach(tail -> tail.tell(last, fresh));
        } while (delivered > before);
        return delivered;
    }

    @Override
    public void close() {
        lanes.forEach(ListenerWorker::go);
        tails.forEach(LogFollower::go);
        worker.close();
        pool.shutdown();
        try {
            if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Listeners are still at work after {} s: {}", PATIENCE_SECONDS,
                        running.stream().map(ListenerWorker::id).toList());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lanes.forEach(this::leave);
    }

    private void poll() {
        urge();
        look();
    }

    private void urge() {
        Set<String> due = cursors.withDue();
        lanes.stream().filter(lane -> due.contains(lane.id())).forEach(ListenerWorker::urge);
    }

    private RecentEvents read(long last) {
        RecentEvents known = recent;
        recent = known == null ? RecentEvents.startingAt(last) : known.upTo(database, log, last);
        return recent;
    }

    private void look() {
        awake.set(false);
        lookedAt = System.nanoTime();
        long last = sequencer.sequence();
        RecentEvents fresh = read(last);
        for (ListenerWorker lane : lanes) {
            lane.keep();
            if (!running.contains(lane) && lane.isDue(last, fresh) && running.add(lane)) {
                pool.execute(() -> run(lane, last, fresh));
            }
        }
        for (LogFollower tail : tails) {
            if (tail.begin()) {
                pool.execute(() -> tail.tell(last, fresh));
            }
        }
    }

    private void run(ListenerWorker lane, long last, RecentEvents fresh) {
        try {
            lane.work(last, fresh);
        } catch (RuntimeException e) {
            LOG.warn("The lane of {} stopped and will be tried again: {}", lane.id(), e.toString());
        } finally {
            running.remove(lane);
            leave(lane);
        }
    }

    /** Gives the lease of a lane back whose listener has gone and that is not at work. */
    private void leave(ListenerWorker lane) {
        if (lane.isGone() && !running.contains(lane)) {
            try {
                lane.leave();
            } catch (RuntimeException e) {
                LOG.info("The lease of {} was not given back and ends by itself: {}", lane.id(), e.toString());
            }
        }
    }

    private Thread thread(Runnable action) {
        Thread thread = new Thread(action, "crm-lane-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
