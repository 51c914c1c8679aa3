package com.pivotino.crm.calendar.internal.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** Occurrences whose local start the clock skips (SEMANTICS T2); an export says them one by one. */
public final class Gaps {

    private Gaps() {
    }

    /** Those of the rule in a stretch of time that are neither deleted nor moved, in order. */
    public static List<Occurrence> of(Series series, Instant from, Instant to) {
        List<Occurrence> found = new ArrayList<>();
        if (!series.recurring() || series.slot().allDay()) {
            return found;
        }
        ZoneRules rules = series.slot().zone().getRules();
        for (ZoneOffsetTransition change = rules.nextTransition(from); change != null && change.getInstant().isBefore(to);
                change = rules.nextTransition(change.getInstant())) {
            if (change.isGap()) {
                LocalDate last = change.getDateTimeAfter().toLocalDate();
                for (LocalDate date = change.getDateTimeBefore().toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
                    LocalDateTime id = date.atTime(series.slot().timeOfDay());
                    if (rules.getValidOffsets(id).isEmpty() && series.followsRule(id)) {
                        found.add(series.shown(id));
                    }
                }
            }
        }
        return found;
    }
}
