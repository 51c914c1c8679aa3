package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.pipeline.internal.store.Filters;
import com.pivotino.crm.pipeline.internal.store.ReportStore;
import com.pivotino.crm.pipeline.internal.store.Where;
import com.pivotino.crm.pipeline.internal.store.BoardStore.Figure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The days that a report is about, in the caller's zone.
 *
 * @param from first day, or null for the beginning
 * @param to   last day, included, or null
 */
record Period(LocalDate from, LocalDate to) {
    private static final Set<String> NARROWING = Set.of("team", "salesperson", "customer", "tag", "q");
    private static final int MONTHS = 1_200;

    static Period of(ListQuery query) {
        Period period = new Period(day(query, "from"), day(query, "to"));
        if (period.from != null && period.to != null && period.to.isBefore(period.from)) {
            throw CrmException.invalid("to", "before_from", "The last day is before the first.");
        }
        return period;
    }

    private static LocalDate day(ListQuery query, String name) {
        return query.filter(name) == null ? null : Filters.day(name, query.filter(name));
    }

    /** What the query asks beside the period. */
    static Selection narrowing(ListQuery query) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        query.filters().forEach((name, values) -> {
            if (NARROWING.contains(name)) {
                filters.put(name, values);
            }
        });
        return new Selection(filters);
    }

    /** Figures by the month of closing, in time. */
    Map<String, List<Figure>> closed(ReportStore store, Where where, ZoneId zone) {
        List<Instant> closings = store.closings(where);
        if (closings.isEmpty()) {
            return Map.of();
        }
        YearMonth first = YearMonth.from(closings.get(0).atZone(zone));
        YearMonth last = YearMonth.from(closings.get(1).atZone(zone));
        if (ChronoUnit.MONTHS.between(first, last) > MONTHS) {
            throw CrmException.invalid("from", "too_wide", "More than 100 years; give a first and a last day.");
        }
        return new TreeMap<>(store.closedMonths(where, first, last, zone));
    }

    /** The days of a month that are in the period. */
    Period within(String month) {
        YearMonth whole = YearMonth.parse(month);
        LocalDate first = whole.atDay(1);
        LocalDate last = whole.atEndOfMonth();
        return new Period(from != null && from.isAfter(first) ? from : first, to != null && to.isBefore(last) ? to : last);
    }
}
