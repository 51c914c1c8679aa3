package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.pipeline.ReportFigure;
import com.pivotino.crm.pipeline.internal.store.BoardStore.Figure;
import com.pivotino.crm.pipeline.internal.store.Filters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Filters of the list, out of which a report makes both its condition and its drill-down, so that a figure and the rows
 * behind it are the same by construction. Immutable.
 */
record Selection(Map<String, List<String>> filters) {
    private static final String LIST = "/api/opportunities?";

    /** With another value, in place of those that were there; null leaves everything as it is. */
    Selection with(String name, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, List<String>> more = new LinkedHashMap<>(filters);
        more.remove(name);
        more.put(name, List.of(value.toString()));
        return new Selection(more);
    }

    /** With a period, each end of which may be null. */
    Selection between(String prefix, LocalDate from, LocalDate to) {
        return with(prefix + "From", from).with(prefix + "To", to);
    }

    Filters filters(Actor actor, Instant now) {
        return new Filters(new ListQuery(1, null, null, false, filters), actor, now);
    }

    /** A figure over these. */
    ReportFigure figure(List<Figure> figures) {
        String query = filters.entrySet().stream().flatMap(filter -> filter.getValue().stream()
                .map(value -> filter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return new ReportFigure(count(figures), Sums.of(figures, Figure::sum), query, LIST + query);
    }

    static long count(List<Figure> figures) {
        return figures.stream().mapToLong(Figure::count).sum();
    }
}
