package com.pivotino.crm.api.plugin;

import java.util.Map;

/**
 * A partner's (or our own) service with the properties that it was registered with. Orders as the framework does: higher
 * {@code service.ranking} first, then lower {@code service.id}.
 *
 * @param service    the service
 * @param properties its service properties
 */
public record Plugin<S>(S service, Map<String, Object> properties) implements Comparable<Plugin<S>> {

    public Plugin {
        properties = Map.copyOf(properties);
    }

    /** The service's ranking, 0 if it has none. */
    public int ranking() {
        return properties.get("service.ranking") instanceof Integer ranking ? ranking : 0;
    }

    /** The service's id. */
    public long serviceId() {
        return properties.get("service.id") instanceof Long id ? id : 0;
    }

    @Override
    public int compareTo(Plugin<S> other) {
        int byRanking = Integer.compare(other.ranking(), ranking());
        return byRanking != 0 ? byRanking : Long.compare(serviceId(), other.serviceId());
    }
}
