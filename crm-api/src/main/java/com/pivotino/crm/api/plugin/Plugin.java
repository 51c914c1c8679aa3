package com.pivotino.crm.api.plugin;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** A property of one or many values (Long+, String+) as texts; empty if it is absent. */
    public List<String> texts(String property) {
        Object value = properties.get(property);
        Stream<?> values = value instanceof Collection<?> many ? many.stream()
                : value instanceof long[] ids ? Arrays.stream(ids).boxed()
                : value instanceof Object[] many ? Arrays.stream(many) : Stream.ofNullable(value);
        return values.map(String::valueOf).toList();
    }

    @Override
    public int compareTo(Plugin<S> other) {
        int byRanking = Integer.compare(other.ranking(), ranking());
        return byRanking != 0 ? byRanking : Long.compare(serviceId(), other.serviceId());
    }
}
