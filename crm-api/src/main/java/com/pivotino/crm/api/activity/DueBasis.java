package com.pivotino.crm.api.activity;

import java.time.LocalDate;

/**
 * The inputs that a due date was computed from (SEMANTICS A4); later changes of settings or zones do not move the date.
 *
 * @param source where the number came from: {@code type, questionnaire_type, stage, team, questionnaire, plan}; or
 *               {@code policy} when an extension said the date
 * @param base   what was counted from
 * @param number how many units
 * @param unit   {@code days, weeks, months, businessDays}
 * @param mode   {@code calendar} or {@code business}
 * @param zone   IANA zone whose day the base was
 */
public record DueBasis(String source, LocalDate base, int number, String unit, String mode, String zone) {
}
