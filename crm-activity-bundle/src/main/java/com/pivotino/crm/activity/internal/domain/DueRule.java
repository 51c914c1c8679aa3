package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.activity.DueDates;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.Team;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * When an activity is due that nobody gave a date (SEMANTICS A4): as many days as the type says, else the questionnaire
 * for that type, else the record's team, else the questionnaire for every activity.
 */
public final class DueRule {

    private final Settings settings;

    public DueRule(Settings settings) {
        this.settings = settings;
    }

    /**
     * The due date of an activity planned now.
     *
     * @param team the record's team, or null
     * @param now  the instant of planning
     * @param zone the assignee's zone: it says which day it is
     */
    public Due due(Kind kind, Team team, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Integer asked = settings.dueDaysByType().get(kind.key());
        if (kind.dueDays() != null) {
            return due(DueInputs.TYPE, today, kind.dueDays(), kind.dueUnit(), team, zone);
        }
        if (asked != null) {
            return due(DueInputs.QUESTIONNAIRE_TYPE, today, asked, DueDates.DAYS, team, zone);
        }
        if (team != null && team.dueDays() != null) {
            return due(DueInputs.TEAM, today, team.dueDays(), DueDates.DAYS, team, zone);
        }
        return due(DueInputs.QUESTIONNAIRE, today, settings.dueDays(), DueDates.DAYS, team, zone);
    }

    private Due due(String source, LocalDate today, int number, String unit, Team team, ZoneId zone) {
        Set<DayOfWeek> week = team == null ? Set.of() : Settings.week(team.workingDays());
        LocalDate date = DueDates.due(today, number, unit, settings.mode(),
                week.isEmpty() ? settings.workingWeek() : week, settings.holidaySet());
        return new Due(date, new DueInputs(source, today, number, unit, settings.mode(), zone.getId()));
    }
}
