package com.pivotino.crm.api.activity.spi;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.TypeRef;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The inputs of a due date computation (SEMANTICS A4).
 *
 * @param type        of the activity
 * @param record      what it belongs to
 * @param stageId     stage of the record, or null
 * @param teamId      team of the record, or null
 * @param assigneeId  who is to do it, or null
 * @param base        what is counted from: today in the assignee's zone, the day of completion, or the date before
 * @param number      how many units by the settings, at least 0
 * @param unit        {@code days, weeks, months, businessDays}
 * @param mode        {@code calendar} or {@code business}: how days are counted
 * @param zone        IANA zone whose today the base is
 * @param workingDays days of the week that are worked: the team's, else the workspace's
 * @param holidays    dates that are not worked
 * @param source      where the number came from: {@code type, questionnaire_type, stage, team, questionnaire, plan}
 */
public record DueDateQuestion(TypeRef type, RecordRef record, Long stageId, Long teamId, Long assigneeId, LocalDate base,
        int number, String unit, String mode, String zone, Set<DayOfWeek> workingDays, Set<LocalDate> holidays,
        String source) {

    public DueDateQuestion {
        workingDays = Set.copyOf(workingDays);
        holidays = Set.copyOf(holidays);
    }
}
