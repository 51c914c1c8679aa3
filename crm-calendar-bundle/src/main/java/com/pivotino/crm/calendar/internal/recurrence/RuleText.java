package com.pivotino.crm.calendar.internal.recurrence;

import com.pivotino.crm.api.CrmException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads and writes rules as RFC 5545 3.3.10 has them, without {@code RRULE:}. */
public final class RuleText {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Set<String> FASTER = Set.of("HOURLY", "MINUTELY", "SECONDLY");

    private RuleText() {
    }

    /**
     * Reads a rule of the kinds that SEMANTICS R1 lists.
     *
     * @param slot the start, in whose zone a local UNTIL is meant
     * @throws CrmException {@code validation_failed} on {@code rrule}: {@code invalid}, {@code unsupported}, or one of R2
     */
    public static Rule read(String text, TimeSlot slot) {
        Rule rule = parse(text, slot);
        if (rule.verbatim() != null) {
            throw invalid("unsupported", "This kind of rule is not supported.");
        }
        return rule;
    }

    /**
     * Reads any rule that RFC 5545 allows, as an import needs it; what SEMANTICS R1 does not list is kept verbatim.
     *
     * @throws CrmException {@code validation_failed} on {@code rrule} if it is no rule at all
     */
    public static Rule readImported(String text, TimeSlot slot) {
        return parse(text, slot);
    }

    private static Rule parse(String text, TimeSlot slot) {
        Map<String, String> parts = RuleParts.split(text);
        String frequency = parts.getOrDefault("FREQ", "");
        DayOfWeek weekStart = parts.containsKey("WKST") ? RuleParts.day(parts.get("WKST")) : null;
        if (FASTER.contains(frequency) || RuleParts.beyondEngine(parts, slot)) {
            return new Rule(null, 1, null, null, ByParts.NONE, weekStart, text);
        }
        Frequency every = Arrays.stream(Frequency.values()).filter(known -> known.name().equals(frequency)).findFirst()
                .orElseThrow(() -> invalid("invalid", "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY."));
        Integer count = parts.containsKey("COUNT") ? RuleParts.number("COUNT", parts.get("COUNT"), 1, RuleParts.MAX_COUNT) : null;
        Instant until = parts.containsKey("UNTIL") ? UntilText.read(parts.get("UNTIL"), slot) : null;
        if (count != null && until != null) {
            throw invalid("count_and_until", "A rule ends after a number of times or on a date, not both.");
        }
        int interval = RuleParts.number("INTERVAL", parts.getOrDefault("INTERVAL", "1"), 1, RuleParts.MAX_INTERVAL);
        Rule rule = new Rule(every, interval, count, until, RuleParts.by(parts), weekStart, null);
        RuleParts.checkMeaning(rule);
        boolean listed = RuleParts.listed(rule) && parts.keySet().stream().noneMatch(RuleParts.TIMES::contains);
        return listed ? rule : new Rule(every, interval, count, until, rule.by(), weekStart, text);
    }

    /**
     * The rule as text: always in the same order, UNTIL in UTC, of an all-day event as a date.
     *
     * @return the text as it was imported for a rule that is kept verbatim
     */
    public static String write(Rule rule, boolean allDay) {
        if (rule.verbatim() != null) {
            return rule.verbatim();
        }
        StringBuilder text = new StringBuilder("FREQ=").append(rule.frequency());
        if (rule.interval() > 1) {
            text.append(";INTERVAL=").append(rule.interval());
        }
        ByParts by = rule.by();
        append(text, "BYMONTH", by.months());
        append(text, "BYWEEKNO", by.weekNumbers());
        append(text, "BYYEARDAY", by.yearDays());
        append(text, "BYMONTHDAY", by.monthDays());
        append(text, "BYDAY", by.days());
        append(text, "BYSETPOS", by.positions());
        if (rule.count() != null) {
            text.append(";COUNT=").append(rule.count());
        }
        if (rule.until() != null) {
            LocalDateTime until = LocalDateTime.ofInstant(rule.until(), ZoneOffset.UTC);
            text.append(";UNTIL=").append((allDay ? DATE : UTC).format(until));
        }
        if (rule.weekStart() != null) {
            text.append(";WKST=").append(WeekdayNum.code(rule.weekStart()));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String name, List<?> values) {
        if (!values.isEmpty()) {
            text.append(';').append(name).append('=')
                    .append(String.join(",", values.stream().map(Object::toString).toList()));
        }
    }

    static CrmException invalid(String code, String message) {
        return CrmException.invalid("rrule", code, message);
    }
}
