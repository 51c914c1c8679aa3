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
            if (first && (!registry.isReady(id) || known.containsKey(id) && known.get(id).due())) {
                bringUp(plugin);
            }
        }
    }

    private void bringUp(Plugin<Reaction> plugin) {
        String id = id(plugin);
        TypePatterns types = TypePatterns.ofProperty(plugin.properties().get(Reaction.TYPES));
        if (!registry.isKnown(id)) {
            boolean earliest = "earliest".equals(plugin.properties().get(Reaction.START));
            gate.alone(() -> introduce(id, types, earliest));
        }
        if (!registry.isKnown(id)) {
            return;
        }
        database.inNew(connection -> {
            store.types(connection, id, types);
            return store.sweep(connection, id, types, node, clock.instant());
        });
        replay.drain(plugin, id);
        if (!registry.isReady(id)) {
            gate.alone(() -> {
                if (replay.drain(plugin, id)) {
                    registry.ready(id);
                }
            });
        }
    }

    private void introduce(String id, TypePatterns types, boolean earliest) {
        int missed = database.inNew(connection -> {
            Instant now = clock.instant();
            store.add(connection, id, types, now);
            if (!earliest) {
                return 0;
            }
            store.planSweep(connection, id, nextPosition(connection), now.plus(SWEEP_AFTER));
            return store.missAll(connection, id, types);
        });
        registry.remember(id, types);
        if (missed == 0) {
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
