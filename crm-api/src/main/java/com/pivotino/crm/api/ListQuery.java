package com.pivotino.crm.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a list request: {@code limit} (default 50, at most 200), {@code cursor}, {@code sort}, {@code count} and the
 * filters, as the caller wrote them.
 *
 * @param limit   rows a page, 1 to 200
 * @param cursor  where to go on, or null
 * @param sort    {@code field} or {@code -field}, or null for the list's own order
 * @param count   whether the total is wanted
 * @param filters all other query parameters, each repeatable
 */
public record ListQuery(int limit, String cursor, String sort, boolean count, Map<String, List<String>> filters) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public ListQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw CrmException.invalid("limit", "out_of_range", "The limit is 1 to " + MAX_LIMIT + ".");
        }
        filters = Map.copyOf(filters);
    }

    /** The first page in the list's own order, without filters. */
    public static ListQuery first(int limit) {
        return new ListQuery(limit, null, null, false, Map.of());
    }

    /** The only or first value of a filter, or null. */
    public String filter(String name) {
        List<String> values = filters.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** All values of a repeatable filter. */
    public List<String> all(String name) {
        return filters.getOrDefault(name, List.of());
    }

    /**
     * Refuses filters that the list does not know, so that a misspelt one never widens an answer.
     *
     * @throws CrmException {@code unknown_field} naming the parameter
     */
    public ListQuery allowing(Set<String> known) {
        for (String name : filters.keySet()) {
            if (!known.contains(name)) {
                throw CrmException.refused("unknown_field", "There is no filter " + name + ".",
                        List.of(new FieldProblem(name, "unknown_field", "There is no such filter.")));
            }
        }
        return this;
    }
}
