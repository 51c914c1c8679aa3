package com.pivotino.crm.runtime.internal.reaction;

import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which reactions are here, which are known but away, and whose turn it is when an event is published. */
public final class ReactionRegistry {

    /** One reaction's turn: run it, or note that it missed the event if {@code service} is null. */
    public record Turn(String id, Reaction service) {
    }

    /** A reaction that is here. Until it is ready it is treated as away, so that it hears of events in order. */
    private record Present(String id, TypePatterns types, Plugin<Reaction> plugin, boolean ready) {
    }

    private volatile List<Present> present = List.of();
    private volatile Map<String, TypePatterns> known = Map.of();

    /** The turns for an event type: those that are here by rank, then those that are away. */
    public List<Turn> turns(String type) {
        List<Present> here = present;
        List<Turn> turns = new ArrayList<>();
        Set<String> running = new HashSet<>();
        for (Present reaction : here) {
            // Types of a newer version that this one does not know are noted as missed, below.
            if (reaction.ready && reaction.types.matches(type) && running.add(reaction.id)) {
                turns.add(new Turn(reaction.id, reaction.plugin.service()));
            }
        }
        known.forEach((id, types) -> {
            if (!running.contains(id) && types.matches(type)) {
                turns.add(new Turn(id, null));
            }
        });
        return turns;
    }

    /** Whether this very service is still here. */
    public boolean isHere(Reaction service) {
        return present.stream().anyMatch(reaction -> reaction.plugin.service() == service);
    }

    public boolean isReady(String id) {
        return present.stream().anyMatch(reaction -> reaction.ready && reaction.id.equals(id));
    }

    /** The services that are here, best first; several of one id are possible while a bundle is replaced. */
    public List<Plugin<Reaction>> here() {
        return present.stream().map(Present::plugin).toList();
    }

    /** Notes that a reaction has come; it is not asked yet. */
    public synchronized void come(String id, TypePatterns types, Plugin<Reaction> plugin) {
        List<Present> next = new ArrayList<>(present);
        next.removeIf(reaction -> reaction.plugin.service() == plugin.service());
        next.add(new Present(id, types, plugin, isReady(id)));
        next.sort((a, b) -> a.plugin.compareTo(b.plugin));
        present = List.copyOf(next);
    }

    /** From now on it is asked. */
    public synchronized void ready(String id) {
        present = present.stream().map(reaction -> reaction.id.equals(id)
                ? new Present(id, reaction.types, reaction.plugin, true) : reaction).toList();
    }

    /** Notes that a reaction has gone. */
    public synchronized void go(Reaction service) {
        present = present.stream().filter(reaction -> reaction.plugin.service() != service).toList();
    }

    /** Replaces what is remembered of all reactions that ever were here. */
    public synchronized void remember(Map<String, TypePatterns> all) {
        known = Map.copyOf(all);
    }

    /** Remembers one more. */
    public synchronized void remember(String id, TypePatterns types) {
        Map<String, TypePatterns> next = new HashMap<>(known);
        next.put(id, types);
        known = Map.copyOf(next);
    }

    public boolean isKnown(String id) {
        return known.containsKey(id);
    }

    /** The types that are known of a reaction; none if it is not known. */
    public TypePatterns known(String id) {
        return known.getOrDefault(id, TypePatterns.of(List.of()));
    }

    public Map<String, TypePatterns> known() {
        return known;
    }
}
