package com.pivotino.crm.runtime.internal.replay;

import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.runtime.internal.act.DefaultActs;
import com.pivotino.crm.runtime.internal.log.EventLog;
import com.pivotino.crm.runtime.internal.log.LoggedEvent;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import com.pivotino.crm.runtime.internal.reaction.ReactionRegistry;
import com.pivotino.crm.runtime.internal.reaction.ReactionStore;
import com.pivotino.crm.runtime.internal.reaction.ReactionStore.Missed;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers missed events to a reaction: many in one transaction as long as all goes well, else each in its own, so that
 * one that fails holds up no other. What failed is tried again later and parked at last.
 */
public final class MissedReplay {

    private static final Logger LOG = LoggerFactory.getLogger(MissedReplay.class);
    private static final int BATCH = 100;
    private static final int FEW = 2;

    private final Database database;
    private final EventLog log;
    private final Clock clock;
    private final DefaultActs acts;
    private final ReactionRegistry registry;
    private final ReactionStore store = new ReactionStore();

    public MissedReplay(Database database, EventLog log, Clock clock, DefaultActs acts,
            ReactionRegistry registry) {
        this.database = database;
        this.log = log;
        this.clock = clock;
        this.acts = acts;
        this.registry = registry;
    }

    /**
     * Delivers what is due.
     *
     * @return true if nothing is due any more, false if another node is at it
     */
    public boolean drain(Plugin<Reaction> plugin, String id) {
        int delivered = 0;
        while (true) {
            List<Missed> due = due(plugin, id, BATCH);
            if (due.isEmpty()) {
                if (delivered > 0) {
                    LOG.info("{} caught up with {} events", id, delivered);
                }
                return true;
            }
            int done = deliver(plugin, id, due);
            if (done == 0) {
                return false;
            }
            delivered += done;
        }
    }

    /** Whether no more than a few events are due, so that to deliver them takes no time. */
    public boolean nearlyDone(Plugin<Reaction> plugin, String id) {
        return due(plugin, id, FEW + 1).size() <= FEW;
    }

    private List<Missed> due(Plugin<Reaction> plugin, String id, int limit) {
        TypePatterns types = TypePatterns.ofProperty(plugin.properties().get(Reaction.TYPES));
        return database.inNew(connection -> store.due(connection, id, types, clock.instant(), limit));
    }

    private int deliver(Plugin<Reaction> plugin, String id, List<Missed> due) {
        try {
            return together(plugin, id, due);
        } catch (RuntimeException e) {
            requireWorthwhile(plugin, e);
            LOG.debug("{} missed events of {} failed together, one by one now", due.size(), id, e);
        }
        int settled = 0;
        for (Missed one : due) {
            try {
                settled += together(plugin, id, List.of(one));
            } catch (RuntimeException e) {
                requireWorthwhile(plugin, e);
                note(one, e);
                settled++;
            }
        }
        return settled;
    }

    private int together(Plugin<Reaction> plugin, String id, List<Missed> due) {
        return acts.replay(id, plugin.service(), () -> database.joined(connection -> claim(connection, id, due)));
    }

    /** One node at a time; what another one has delivered meanwhile is not on the list any more. */
    private List<LoggedEvent> claim(Connection connection, String id, List<Missed> due) throws SQLException {
        return store.claim(connection, id) ? log.read(connection, store.take(connection, id, due)) : List.of();
    }

    private void note(Missed one, RuntimeException failure) {
        Instant next = BackOff.next(one.tries() + 1, clock.instant());
        String problem = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        database.inNew(connection -> {
            store.failed(connection, one, next, problem);
            return null;
        });
        if (next == null) {
            LOG.error("{} could not follow event {}; it is parked", one.reactionId(), one.seq(), failure);
        } else {
            LOG.warn("{} could not follow event {}, next try {}: {}", one.reactionId(), one.seq(), next, problem);
        }
    }

    /** A database or a bundle that went away is no failure of the event. */
    private void requireWorthwhile(Plugin<Reaction> plugin, RuntimeException failure) {
        if (Failures.isUnreachable(failure) || !registry.isHere(plugin.service())) {
            throw failure;
        }
    }
}
