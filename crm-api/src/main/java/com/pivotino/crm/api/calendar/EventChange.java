package com.pivotino.crm.api.calendar;

/**
 * The options of a change or deletion of an event (REST "Calendar").
 *
 * @param scope          which occurrences, or null for a single event
 * @param recurrenceId   original local start of the occurrence that is meant, or null
 * @param confirmDiscard whether exceptions that a new rule does not meet may go (SEMANTICS E4)
 * @param includePast    whether occurrences that have ended change too (SEMANTICS E3, E7)
 */
public record EventChange(RecurrenceScope scope, String recurrenceId, boolean confirmDiscard, boolean includePast) {
}
