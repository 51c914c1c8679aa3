package com.pivotino.crm.calendar.internal.recurrence;

import com.pivotino.crm.api.calendar.RecurrenceScope;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Which occurrences an edit or deletion means, and what the caller agreed to.
 *
 * @param scope          null for a single event; in a series null means all, and then only details may change
 * @param id             original local start of the occurrence that was opened; null for the first one, if the scope is all
 * @param confirmDiscard whether exceptions that do not fit the new rule may go (SEMANTICS E4)
 * @param includePast    whether occurrences that have ended change too (SEMANTICS E3, E7)
 * @param now            the time of the act
 * @param reader         zone that says when all-day occurrences have ended
 */
public record EditScope(RecurrenceScope scope, LocalDateTime id, boolean confirmDiscard, boolean includePast, Instant now,
        ZoneId reader) {
}
