package com.pivotino.crm.api.activity;

import java.time.LocalDate;

/**
 * When an activity would be due if it were planned now without a date.
 *
 * @param dueExplanation one sentence for a person
 * @param dueBasis       what it was computed from
 */
public record DuePreview(LocalDate dueDate, String dueExplanation, DueBasis dueBasis) {
}
