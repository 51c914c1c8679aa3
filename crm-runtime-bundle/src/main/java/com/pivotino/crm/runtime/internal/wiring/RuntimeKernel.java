package com.pivotino.crm.runtime.internal.wiring;

import com.pivotino.crm.api.event.UndoService;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.runtime.internal.act.DefaultActs;
import com.pivotino.crm.runtime.internal.lane.Dispatcher;
import com.pivotino.crm.runtime.internal.log.EventLog;
import com.pivotino.crm.runtime.internal.reaction.QuiescenceGate;
import com.pivotino.crm.runtime.internal.reaction.ReactionRegistry;
import com.pivotino.crm.runtime.internal.record.DefaultRecordIndex;
import com.pivotino.crm.runtime.internal.replay.MissedReplay;
import com.pivotino.crm.runtime.internal.replay.ReactionArrivals;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.act.DefaultUndoService;
import java.time.Clock;
import org.osgi.service.coordinator.Coordinator;

/** The objects of the runtime, put together the same way in the container and in the testkit's harness. */
public final class RuntimeKernel {

    private final Database database;
    private final Clock clock;
    private final String node;
    private final EventLog log;
    private final ReactionRegistry reactions = new ReactionRegistry();
    private final DefaultActs acts;
    private final ReactionArrivals arrivals;
    private final Dispatcher dispatcher;
    private final UndoService undos;
    private final RecordIndex records;

    /**
     * @param node a name for this process that no other one has
     */
    public RuntimeKernel(Database database, Coordinator coordinator, Clock clock, String node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
        this.log = new EventLog(database, node);
        QuiescenceGate gate = new QuiescenceGate();
        this.acts = new DefaultActs(database, coordinator, clock, log, reactions, gate);
        this.arrivals = new ReactionArrivals(database, clock, node, reactions, gate,
                new MissedReplay(database, log, clock, acts, reactions));
        this.dispatcher = new Dispatcher(database, log, clock);
        this.undos = new DefaultUndoService(database, acts);
        this.records = new DefaultRecordIndex(database, acts);
        acts.onCommit(dispatcher::wake);
    }

    public Database database() {
        return database;
    }

    public Clock clock() {
        return clock;
    }

    public String node() {
        return node;
    }

    public UndoService undos() {
        return undos;
    }

    public RecordIndex records() {
        return records;
    }

    public EventLog log() {
        return log;
    }

    public ReactionRegistry reactions() {
        return reactions;
    }

    public DefaultActs acts() {
        return acts;
    }

    public ReactionArrivals arrivals() {
        return arrivals;
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }
}
