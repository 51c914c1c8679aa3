package com.pivotino.crm.api.plugin;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    /** The id of the bundle that brings the service, 0 if it is not known. */
    public long bundleId() {
        return properties.get("service.bundleid") instanceof Long id ? id : 0;
    }

    /** The name that operators use: {@code component.name}, or the name of the class. Stable over updates. */
    public String name() {
        return properties.get("component.name") instanceof String name && !name.isBlank() ? name : service.getClass().getName();
    }

    /** The values of a property that holds one value, an array or a collection, as texts; empty if it is not there. */
    public List<String> values(String property) {
        Object value = properties.get(property);
        List<String> values = new ArrayList<>();
        if (value instanceof Collection<?> many) {
            many.forEach(one -> values.add(String.valueOf(one)));
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                values.add(String.valueOf(Array.get(value, i)));
            }
        } else if (value != null) {
            values.add(value.toString());
        }
        return values.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    /**
     * Whether a property selects a value: it names the value, or has a pattern that ends with {@code *} and fits, or is not
     * there, which means all.
     */
    public boolean matches(String property, Object value) {
        List<String> patterns = values(property);
        String text = String.valueOf(value);
        return patterns.isEmpty() && !properties.containsKey(property) || patterns.stream().anyMatch(pattern -> pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1)) : pattern.equals(text));
    }

    @Override
    public int compareTo(Plugin<S> other) {
        int byRanking = Integer.compare(other.ranking(), ranking());
        return byRanking != 0 ? byRanking : Long.compare(serviceId(), other.serviceId());
    }
}
