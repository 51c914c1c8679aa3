package com.pivotino.crm.api.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Opportunities that are lost now, by the day of their last closing (SEMANTICS P14, P15). One that was lost twice counts
 * once, one that was restored does not count.
 *
 * @param from    first day in the caller's zone, or null for the beginning
 * @param to      last day, included, or null
 * @param groupBy {@code reason, stage, salesperson, team, month}
 * @param groups  months in time, the others by count
 */
public record MissedSales(LocalDate from, LocalDate to, String groupBy, ReportFigure total, List<MissedGroup> groups) {
    public MissedSales {
        groups = List.copyOf(groups);
    }

    /**
     * One group.
     *
     * @param key   the id, {@code none}, or a month such as {@code 2026-05}
     * @param label the name of the reason, stage, person or team, else null
     * @param share of the count, 0 to 1, four decimals
     */
    public record MissedGroup(String key, String label, BigDecimal share, ReportFigure figure) {
    }
}
