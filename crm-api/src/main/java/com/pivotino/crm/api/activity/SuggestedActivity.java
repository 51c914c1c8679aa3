package com.pivotino.crm.api.activity;

import java.time.LocalDate;

/**
 * An activity that could follow a completed one (SEMANTICS A9).
 *
 * @param type           active
 * @param summary        the type's own, or its name
 * @param dueDate        when it would be due, never before today
 * @param dueExplanation one sentence for a person
 */
public record SuggestedActivity(TypeRef type, String summary, LocalDate dueDate, String dueExplanation) {
}
