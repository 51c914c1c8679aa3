package com.pivotino.crm.calendar.internal.recurrence;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What surprises some people about a rule; none of it is an error (SEMANTICS R2, R3). */
public enum Hint {
    /** Months without that day are skipped; "last day" may be what was meant. */
    SKIPS_SHORT_MONTHS,
    /** 29 February: years without it are skipped. */
    SKIPS_COMMON_YEARS,
    /** The event lasts longer than the time to the next one. */
    OVERLAPS_ITSELF;

    private static final int DAYS_OF_EVERY_MONTH = 28;
    private static final int LOOKED_AT = 60;

    static Set<Hint> of(Series series) {
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        Rule rule = series.rule();
        if (!rule.computable()) {
            return hints;
        }
        LocalDateTime start = series.slot().start();
        List<Integer> days = rule.by().chooseNoDay() ? List.of(start.getDayOfMonth()) : rule.by().monthDays();
        boolean late = days.stream().anyMatch(day -> day > DAYS_OF_EVERY_MONTH);
        if (rule.frequency() == Frequency.MONTHLY && late) {
            hints.add(SKIPS_SHORT_MONTHS);
        }
        boolean february = rule.by().months().isEmpty() ? start.getMonth() == Month.FEBRUARY
                : rule.by().months().contains(Month.FEBRUARY.getValue());
        if (rule.frequency() == Frequency.YEARLY && late && february) {
            hints.add(SKIPS_COMMON_YEARS);
        }
        if (shortestGap(series).compareTo(series.slot().length()) < 0) {
            hints.add(OVERLAPS_ITSELF);
        }
        return hints;
    }

    private static Duration shortestGap(Series series) {
        List<LocalDateTime> starts = new ArrayList<>();
        series.expansion().walk(series.slot().start().toLocalDate(), Expansion.horizon(series.slot().start().toLocalDate()), id -> {
            starts.add(id);
            return starts.size() < LOOKED_AT;
        });
        Duration shortest = Duration.ofDays(Integer.MAX_VALUE);
        for (int i = 1; i < starts.size(); i++) {
            Duration gap = Duration.between(starts.get(i - 1), starts.get(i));
            shortest = gap.compareTo(shortest) < 0 ? gap : shortest;
        }
        return shortest;
    }
}
