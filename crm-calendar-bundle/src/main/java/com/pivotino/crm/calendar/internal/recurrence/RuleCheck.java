package com.pivotino.crm.calendar.internal.recurrence;

import com.pivotino.crm.api.CrmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeSet;

/** What a rule must fulfil beside its own text (SEMANTICS R2, R5, R7). */
final class RuleCheck {

    private static final int MAX_DAYS = 366;

    private RuleCheck() {
    }

    /** A series with that rule: the start moves to the rule's first match on or after it. */
    static Series starting(TimeSlot slot, Rule rule, String text, Map<String, Object> details) {
        if (slot.length().compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
            throw CrmException.invalid("end", "too_long", "An event that repeats lasts " + MAX_DAYS + " days at most.");
        }
        if (rule.until() != null && rule.until().isBefore(slot.startInstant())) {
            throw RuleText.invalid("until_before_start", "The rule ends before the event starts.");
        }
        LocalDate start = slot.start().toLocalDate();
        LocalDateTime first = new Expansion(slot, rule).first(start);
        if (first == null) {
            throw RuleText.invalid("never", "The rule has no occurrence"
                    + (rule.until() == null ? " in " + Expansion.HORIZON_YEARS + " years." : " before it ends."));
        }
        TimeSlot adjusted = slot.startingAt(first);
        return new Series(adjusted, withLastStart(adjusted, rule, text), new TreeSet<>(), Map.of(), details);
    }

    /** UNTIL as a date becomes the last start (SEMANTICS R7). */
    private static Rule withLastStart(TimeSlot slot, Rule rule, String text) {
        boolean untilDate = rule.until() != null && !slot.allDay() && text.matches("(?i).*UNTIL=\\d{8}(;.*)?");
        if (!untilDate) {
            return rule;
        }
        Instant last = slot.startingAt(new Expansion(slot, rule).last()).startInstant();
        return rule.withUntil(last);
    }
}
