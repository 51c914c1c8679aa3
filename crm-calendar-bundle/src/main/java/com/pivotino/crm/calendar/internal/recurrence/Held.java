package com.pivotino.crm.calendar.internal.recurrence;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A series parted into what has taken place and what is to come (SEMANTICS E3, E7).
 *
 * @param ended occurrences that have ended, as they were shown
 * @param rest  the series from the first occurrence that has not ended; null if all have
 */
record Held(List<Occurrence> ended, Series rest) {

    private static final int MAX_ENDED = 1_000;

    /** @throws CrmException {@code too_many_past} for more than 1,000 of them: each would become an event of its own */
    static Held of(Series series, Instant now, ZoneId reader) {
        List<Occurrence> ended = new ArrayList<>();
        TreeSet<LocalDateTime> exdates = new TreeSet<>(series.exdates());
        Map<LocalDateTime, OccurrenceOverride> overrides = new TreeMap<>(series.overrides());
        LocalDateTime[] cut = {null};
        Expansion expansion = series.expansion();
        LocalDate today = expansion.dateOf(now, reader);
        expansion.walk(LocalDate.MIN, Expansion.horizon(today), id -> {
            Occurrence shown = series.shown(id);
            boolean over = shown.ended(now, reader);
            if (!over && cut[0] == null) {
                cut[0] = id;
            }
            if (over && !series.exdates().contains(id)) {
                ended.add(shown);
                exdates.add(id);
                overrides.remove(id);
            }
            // Beyond today only those that were moved to an earlier time can have ended: see below.
            return cut[0] == null || !id.toLocalDate().isAfter(today);
        });
        series.overrides().keySet().stream().filter(overrides::containsKey).map(series::shown)
                .filter(shown -> shown.ended(now, reader) && !series.exdates().contains(shown.id())).forEach(shown -> {
                    ended.add(shown);
                    overrides.remove(shown.id());
                    exdates.add(shown.id());
                });
        if (ended.size() > MAX_ENDED) {
            String message = "Too many occurrences have ended. Change this and following ones, or the past ones too.";
            throw CrmException.refused("too_many_past", message, List.of(new FieldProblem("scope", "too_many_past", message)));
        }
        Series rest = cut[0] == null ? null : new Series(series.slot(), series.rule(), exdates, overrides, series.details());
        return new Held(ended, rest == null || ended.isEmpty() ? rest : Split.from(rest, cut[0]));
    }
}
