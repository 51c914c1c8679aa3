package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.DueDates;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.Team;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * When an activity is due that nobody gave a date (SEMANTICS A4): as many days as the type says, else the questionnaire
 * for that type, else the record's stage, else its team, else the questionnaire for every activity.
 */
public final class DueRule {

    private final Settings settings;

    public DueRule(Settings settings) {
        this.settings = settings;
    }

    /**
     * The question that everybody who says due dates is asked.
     *
     * @param record   what the activity belongs to
     * @param team     the record's team, or null
     * @param assignee who is to do it, or null
     * @param base     what is counted from: today in the zone, or what else
     * @param zone     the assignee's zone: it says which day it is
     */
    public DueDateQuestion question(ActivityTypeEntity kind, TrackedRecord record, Team team, Long assignee, LocalDate base, ZoneId zone) {
        Integer asked = settings.dueDaysByType().get(kind.key());
        Integer ofStage = record.stageId() == null ? null : settings.dueDaysByStage().get(record.stageId());
        if (kind.dueDays() != null) {
            return question(kind, record, team, assignee, base, zone, DueInputs.TYPE, kind.dueDays(), kind.dueUnit());
        }
        if (asked != null) {
            return question(kind, record, team, assignee, base, zone, DueInputs.QUESTIONNAIRE_TYPE, asked, DueDates.DAYS);
        }
        if (ofStage != null) {
            return question(kind, record, team, assignee, base, zone, DueInputs.STAGE, ofStage, DueDates.DAYS);
        }
        if (team != null && team.dueDays() != null) {
            return question(kind, record, team, assignee, base, zone, DueInputs.TEAM, team.dueDays(), DueDates.DAYS);
        }
        return question(kind, record, team, assignee, base, zone, DueInputs.QUESTIONNAIRE, settings.dueDays(), DueDates.DAYS);
    }

    /** The same with a number and unit of its own. */
    public DueDateQuestion question(ActivityTypeEntity kind, TrackedRecord record, Team team, Long assignee, LocalDate base, ZoneId zone,
            String source, int number, String unit) {
        Set<DayOfWeek> week = team == null ? Set.of() : Settings.week(team.workingDays());
        RecordRef ref = record.ref();
        return new DueDateQuestion(kind.toRef(), ref, record.stageId(), record.teamId(), assignee, base, number, unit,
                settings.mode(), zone.getId(), week.isEmpty() ? settings.workingWeek() : week, settings.holidaySet(), source);
    }

    /** The same question, counted from another day. */
    public static DueDateQuestion countedFrom(LocalDate base, DueDateQuestion q) {
        return new DueDateQuestion(q.type(), q.record(), q.stageId(), q.teamId(), q.assigneeId(), base, q.number(), q.unit(),
                q.mode(), q.zone(), q.workingDays(), q.holidays(), q.source());
    }

    /** The standard answer, pure. */
    public static LocalDate standard(DueDateQuestion question) {
        return DueDates.due(question.base(), question.number(), question.unit(), question.mode(), question.workingDays(),
                question.holidays());
    }

    /** The due date: what an extension said, else the standard answer; never before today (SEMANTICS A9). */
    public static Due due(DueDateQuestion question, Optional<DueDate> said, LocalDate today) {
        LocalDate date = said.map(DueDate::date).orElseGet(() -> standard(question));
        DueInputs inputs = said.filter(answer -> answer.explanation() != null || !date.equals(standard(question)))
                .map(answer -> DueInputs.said(question, answer.explanation())).orElseGet(() -> new DueInputs(question));
        return new Due(date.isBefore(today) ? today : date, inputs);
    }
}
