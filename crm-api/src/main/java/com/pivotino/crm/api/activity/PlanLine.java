package com.pivotino.crm.api.activity;

/**
 * One activity of a plan.
 *
 * @param typeId     its type
 * @param summary    or null for the type's own
 * @param note       or null for the type's own
 * @param offset     how many units after what it counts from, 0 to 3650; null for the number of days that its type, stage
 *                   or team would give it (SEMANTICS A4)
 * @param unit       {@code days, weeks, months, businessDays}
 * @param from       {@code start} the day of the launch, or {@code previous} the due date of the line before
 * @param assignee   {@code actor} who launches, {@code salesperson} of the record (else who launches), {@code person} or
 *                   {@code team}
 * @param assigneeId the person, else null
 * @param teamId     the team, else null
 */
public record PlanLine(long typeId, String summary, String note, Integer offset, String unit, String from, String assignee,
        Long assigneeId, Long teamId) {
}
