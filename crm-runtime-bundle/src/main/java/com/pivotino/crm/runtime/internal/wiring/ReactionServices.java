package com.pivotino.crm.runtime.internal.wiring;

import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.runtime.internal.log.TypePatterns;
import com.pivotino.crm.runtime.internal.plugin.PluginProperties;
import com.pivotino.crm.runtime.internal.replay.ReactionArrivals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reaction services as they come and go: those without id or types, and strangers that nobody trusts, are left out. */
public final class ReactionServices {

    private static final Logger LOG = LoggerFactory.getLogger(ReactionServices.class);

    /**
     * A reaction service.
     *
     * @param refusal why it is left out, or null
     */
    public record Entry(String id, String bundle, boolean ours, Plugin<Reaction> plugin, String refusal) {
    }

    private final ReactionArrivals arrivals;
    private final Map<Reaction, Entry> entries = new ConcurrentHashMap<>();
    private List<String> trusted;
    private Set<String> disabled = Set.of();

    ReactionServices(ReactionArrivals arrivals, List<String> trusted) {
        this.arrivals = arrivals;
        this.trusted = trusted;
    }

    synchronized void come(Reaction reaction, ServiceReference<Reaction> reference) {
        Map<String, Object> properties = PluginProperties.of(reference);
        Bundle bundle = reference.getBundle();
        String owner = bundle == null ? "?" : bundle.getSymbolicName();
        consider(new Entry(String.valueOf(properties.getOrDefault(Reaction.ID, "")), owner, PluginProperties.isOurs(owner),
                new Plugin<>(reaction, properties), null));
    }

    synchronized void go(Reaction reaction) {
        entries.remove(reaction);
        arrivals.go(reaction);
    }

    synchronized void trust(List<String> ids) {
        trusted = ids;
        List.copyOf(entries.values()).forEach(this::consider);
    }

    synchronized void disable(Set<String> names) {
        if (!names.equals(disabled)) {
            disabled = names;
            List.copyOf(entries.values()).forEach(this::consider);
        }
    }

    /** All services, those that are left out included. */
    public List<Entry> all() {
        return entries.values().stream().sorted((a, b) -> a.plugin.compareTo(b.plugin)).toList();
    }

    private void consider(Entry entry) {
        String refusal = refusal(entry);
        Reaction service = entry.plugin.service();
        entries.put(service, new Entry(entry.id, entry.bundle, entry.ours, entry.plugin, refusal));
        if (refusal == null) {
            arrivals.come(entry.plugin);
        } else {
            arrivals.go(service);
            LOG.warn("A reaction of {} is left out: {}", entry.bundle, refusal);
        }
    }

    private String refusal(Entry entry) {
        if (entry.id.isBlank()) {
            return "it has no " + Reaction.ID;
        }
        if (TypePatterns.ofProperty(entry.plugin.properties().get(Reaction.TYPES)).isEmpty()) {
            return entry.id + " has no " + Reaction.TYPES;
        }
        if (disabled.contains(entry.plugin.name())) {
            return "the operator has disabled " + entry.plugin.name();
        }
        return entry.ours || trusted.contains(entry.id) ? null
                : entry.id + " is not among trustedReactions in etc/" + RuntimeConfig.PID + ".cfg";
    }
}
