package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.api.activity.DueDates;
import com.pivotino.crm.api.activity.RescheduleChoices;
import com.pivotino.crm.api.activity.RescheduleChoices.Choice;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.Team;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The days offered when an activity is put off: none past, and none that is not worked where business days count. */
final class LaterDays {

    private LaterDays() {
    }

    /** @param team the record's team, whose working days count, or null */
    static RescheduleChoices of(LocalDate dueDate, LocalDate today, Settings settings, Team team) {
        LocalDate base = dueDate.isBefore(today) ? today : dueDate;
        Map<LocalDate, String> days = new TreeMap<>();
        days.putIfAbsent(worked(base.plusDays(1), settings, team), "day");
        days.putIfAbsent(worked(base.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), settings, team), "monday");
        days.putIfAbsent(worked(base.plusWeeks(1), settings, team), "week");
        return new RescheduleChoices(today,
                days.entrySet().stream().map(day -> new Choice(day.getValue(), day.getKey())).toList());
    }

    private static LocalDate worked(LocalDate date, Settings settings, Team team) {
        Set<DayOfWeek> week = team == null ? Set.of() : Settings.week(team.workingDays());
        return DueDates.due(date, 0, DueDates.DAYS, settings.mode(), week.isEmpty() ? settings.workingWeek() : week,
                settings.holidaySet());
    }
}
