package com.pivotino.crm.runtime.internal.replay;

import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import com.pivotino.crm.runtime.internal.reaction.QuiescenceGate;
import com.pivotino.crm.runtime.internal.reaction.ReactionRegistry;
import com.pivotino.crm.runtime.internal.reaction.ReactionStore;
import com.pivotino.crm.runtime.internal.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Lets reactions come and go. One that comes is asked only when it has heard of all that it missed, so that it hears of
 * everything in order; until then events are noted as missed. Works under one lock: nothing here is urgent.
 */
public final class ReactionArrivals {

    /** How long other nodes may need to learn of a new reaction. */
    private static final Duration SWEEP_AFTER = Duration.ofSeconds(60);
    /** So many numbers of the log are looked through in one transaction. */
    private static final int CHUNK = 1000;
    /** So often it is tried in one go to be alone with nothing more to catch up with. */
    private static final int MAX_TRIES = 20;

    private final Database database;
    private final Clock clock;
    private final String node;
    private final ReactionRegistry registry;
    private final QuiescenceGate gate;
    private final MissedReplay replay;
    private final ReactionStore store = new ReactionStore();

    public ReactionArrivals(Database database, Clock clock, String node, ReactionRegistry registry, QuiescenceGate gate,
            MissedReplay replay) {
        this.database = database;
        this.clock = clock;
        this.node = node;
        this.registry = registry;
        this.gate = gate;
        this.replay = replay;
    }

    /** Notes at once that a reaction has come; {@link #tick} lets it catch up and then be asked. */
    public void come(Plugin<Reaction> plugin) {
        registry.come(id(plugin), TypePatterns.ofProperty(plugin.properties().get(Reaction.TYPES)), plugin);
    }

    /** From now on events are noted as missed for it. */
    public void go(Reaction service) {
        registry.go(service);
    }

    /** Learns what other nodes know, and lets everybody catch up who has missed something. */
    public synchronized void tick() {
        Map<String, ReactionStore.Known> known = database.inNew(connection -> store.known(connection, clock.instant()));
        Map<String, TypePatterns> types = new HashMap<>();
        known.forEach((id, reaction) -> types.put(id, reaction.types()));
        registry.remember(types);
        Set<String> ids = new HashSet<>();
        for (Plugin<Reaction> plugin : registry.here()) {
            String id = id(plugin);
            boolean first = ids.add(id);
            boolean grown = !TypePatterns.ofProperty(plugin.properties().get(Reaction.TYPES)).without(registry.known(id)).isEmpty();
            if (first && (grown || !registry.isReady(id) || known.containsKey(id) && known.get(id).due())) {
                bringUp(plugin);
            }
        }
    }

    private void bringUp(Plugin<Reaction> plugin) {
        String id = id(plugin);
        TypePatterns types = TypePatterns.ofProperty(plugin.properties().get(Reaction.TYPES));
        TypePatterns fresh = types.without(registry.known(id));
        if (!fresh.isEmpty()) {
            boolean earliest = "earliest".equals(plugin.properties().get(Reaction.START));
            if (!gate.alone(() -> introduce(id, fresh, earliest))) {
                return;
            }
        }
        while (database.inNew(connection -> store.queueHistory(connection, id, CHUNK))) {
            Thread.onSpinWait();
        }
        database.inNew(connection -> store.sweep(connection, id, types, node, clock.instant()));
        replay.drain(plugin, id);
        for (int tries = 0; tries < MAX_TRIES && !registry.isReady(id); tries++) {
            gate.alone(() -> {
                if (replay.nearlyDone(plugin, id) && replay.drain(plugin, id)) {
                    registry.ready(id);
                }
            });
            if (!registry.isReady(id) && !replay.drain(plugin, id)) {
                return;
            }
        }
    }

    /** Makes types of a reaction known, of a new one or of a new version: quick, for every act waits for it. */
    private void introduce(String id, TypePatterns fresh, boolean earliest) {
        TypePatterns all = registry.known(id).with(fresh);
        boolean first = !registry.isKnown(id);
        database.inNew(connection -> {
            Instant now = clock.instant();
            if (first) {
                store.add(connection, id, all, now);
            } else {
                store.types(connection, id, all);
            }
            if (earliest) {
                store.planSweep(connection, id, nextPosition(connection), now.plus(SWEEP_AFTER));
                store.planHistory(connection, id, fresh);
            }
            return null;
        });
        registry.remember(id, all);
        if (first && !earliest) {
            registry.ready(id);
        }
    }

    private static long nextPosition(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT next_position FROM rt_sequencer");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String id(Plugin<Reaction> plugin) {
        return String.valueOf(plugin.properties().get(Reaction.ID));
    }
}
