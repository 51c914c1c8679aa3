package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.rest.DateRange;
import com.pivotino.crm.api.text.SearchText;
import com.pivotino.crm.pipeline.internal.domain.SearchWords;
import com.pivotino.crm.support.Sql;
import java.sql.Date;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The filters of the list and the board (REST "Pipeline"), each repeatable; several values of one widen, several filters
 * narrow. Dates are days in the caller's zone, both ends included; {@code none} stands for what has no value.
 */
public final class Filters {
    public static final Set<String> NAMES = Set.of("stage", "outcome", "team", "salesperson", "customer", "q", "tag",
            "createdFrom", "createdTo", "closingFrom", "closingTo", "closing", "closedFrom", "closedTo", "lostReason",
            "lostFrom", "activityState", "entered", "wentOn", "left", "historyFrom", "historyTo");
    private static final Set<String> KEPT = Set.of("stage", "outcome", "team", "salesperson");
    private static final Set<String> OUTCOMES = Set.of("open", "won", "lost");
    private static final String NONE = "none";
    private static final String KEPT_UNDER = "o.id IN (SELECT t.opportunity_id FROM pl_term t WHERE t.term >= ? AND t.term < ?)";
    private static final Map<String, String> STATES = Map.of(
            "overdue", "o.late_from <= ?",
            "today", "(o.late_from > ? AND o.today_from <= ?)",
            "planned", "(o.late_from > ? AND o.today_from > ?)",
            "none", "o.next_activity_id IS NULL");

    private final ListQuery query;
    private final Actor actor;
    private final Instant now;

    /** @throws CrmException {@code unknown_field} for a filter that does not exist */
    public Filters(ListQuery query, Actor actor, Instant now) {
        this.query = query.allowing(NAMES);
        this.actor = actor;
        this.now = now;
    }

    /** Whether the kept totals can answer: nothing but stage, outcome, team and salesperson is asked. */
    public boolean onlyKept() {
        return KEPT.containsAll(query.filters().keySet());
    }

    public List<Long> stages() {
        return ids("stage");
    }

    public List<Long> teams() {
        return query.all("team").stream().filter(value -> !value.equals(NONE)).map(value -> id("team", value)).toList();
    }

    public List<String> outcomes() {
        return words("outcome", OUTCOMES);
    }

    /** What the caller may read and the filters let through. */
    public Where where() {
        return addTo(Where.readableBy(actor));
    }

    Where addTo(Where where) {
        some(where, "o.team_id", "team", "o.team_id IS NULL");
        some(where, "o.salesperson_id", "salesperson", "o.salesperson_id IS NULL");
        where.in("o.stage_id", stages()).in("o.outcome", outcomes()).in("o.customer_id", ids("customer"))
                .in("o.lost_reason_id", ids("lostReason"));
        some(where, "o.open_stage_id", "lostFrom", "o.open_stage_id IS NULL");
        query.all("q").stream().filter(text -> !text.isBlank()).forEach(text -> addWords(where, text));
        List<String> tags = query.all("tag").stream().map(tag -> tag.strip().toLowerCase(Locale.ROOT)).toList();
        if (!tags.isEmpty()) {
            where.and("o.id IN (SELECT t.opportunity_id FROM pl_tag t WHERE t.tag_key IN (" + Sql.marks(tags) + "))",
                    tags.toArray());
        }
        addDays(where);
        addPassages(where);
        return addStates(where);
    }

    /** All words of a search; what reads like a phone number is found as one, too. */
    private static void addWords(Where where, String text) {
        Set<String> words = SearchWords.asked(text);
        String number = SearchText.askedNumber(text);
        if (words.isEmpty()) {
            where.and("1 = 0");
        } else if (number == null) {
            words.forEach(word -> where.and(KEPT_UNDER, word, SearchText.after(word)));
        } else {
            List<Object> values = new ArrayList<>(List.of(number, SearchText.after(number)));
            words.forEach(word -> values.addAll(List.of(word, SearchText.after(word))));
            where.and("(" + KEPT_UNDER + " OR (" + String.join(" AND ", Collections.nCopies(words.size(), KEPT_UNDER)) + "))",
                    values.toArray());
        }
    }

    /** The part that the kept totals know too, where 0 stands for no team and nobody. */
    Where addKept(Where where) {
        some(where, "o.team_id", "team", "o.team_id = 0");
        some(where, "o.salesperson_id", "salesperson", "o.salesperson_id = 0");
        return where;
    }

    /** One of the ids, or none if that is among them; nothing is asked if the filter was not given. */
    private void some(Where where, String column, String name, String none) {
        List<String> asked = query.all(name);
        List<Long> ids = new ArrayList<>();
        for (String value : asked) {
            if (value.equals("me") && name.equals("salesperson")) {
                ids.add(actor.userId() == null ? Long.valueOf(-1) : actor.userId());
            } else if (!value.equals(NONE)) {
                ids.add(id(name, value));
            }
        }
        if (ids.size() == asked.size()) {
            where.in(column, ids);
        } else if (ids.isEmpty()) {
            where.and(none);
        } else {
            where.and("(" + none + " OR " + column + " IN (" + Sql.marks(ids) + "))", ids.toArray());
        }
    }

    private void addDays(Where where) {
        between(where, "o.created_at", "createdFrom", "createdTo");
        between(where, "o.closed_at", "closedFrom", "closedTo");
        for (LocalDate day : days("closingFrom")) {
            where.and("o.expected_closing >= ?", Date.valueOf(day));
        }
        for (LocalDate day : days("closingTo")) {
            where.and("o.expected_closing <= ?", Date.valueOf(day));
        }
        if (!words("closing", Set.of(NONE)).isEmpty()) {
            where.and("o.expected_closing IS NULL");
        }
    }

    private void between(Where where, String column, String from, String to) {
        for (LocalDate day : days(from)) {
            where.and(column + " >= ?", Where.time(day.atStartOfDay(actor.zone()).toInstant()));
        }
        for (LocalDate day : days(to)) {
            where.and(column + " < ?", Where.time(day.plusDays(1).atStartOfDay(actor.zone()).toInstant()));
        }
    }

    private void addPassages(Where where) {
        passage(where, "entered", "h.to_stage_id", Passages.LINES, Passages.ENTERED);
        passage(where, "wentOn", "h.to_stage_id", Passages.LATER_LINES, Passages.WENT_ON);
        passage(where, "left", "h.from_stage_id", Passages.LINES, Passages.LEFT);
    }

    private void passage(Where where, String name, String column, String lines, String condition) {
        List<Long> stages = ids(name);
        if (!stages.isEmpty()) {
            Where passed = history().in(column, stages).and(condition);
            where.and("o.id IN (SELECT h.opportunity_id FROM " + lines + " WHERE " + passed.sql() + ")", passed.values().toArray());
        }
    }

    /** The period of {@code historyFrom} and {@code historyTo}, on lines {@code h} of the history. */
    Where history() {
        Where where = new Where();
        between(where, "h.at", "historyFrom", "historyTo");
        return where;
    }

    private Where addStates(Where where) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (String state : words("activityState", STATES.keySet())) {
            String condition = STATES.get(state);
            conditions.add(condition);
            condition.chars().filter(c -> c == '?').forEach(mark -> values.add(Where.time(now)));
        }
        return conditions.isEmpty() ? where : where.and("(" + String.join(" OR ", conditions) + ")", values.toArray());
    }

    private List<Long> ids(String name) {
        return query.all(name).stream().map(value -> id(name, value)).toList();
    }

    private static Long id(String name, String value) {
        if (!value.matches("\\d{1,18}")) {
            throw CrmException.invalid(name, "invalid", "This must be an id.");
        }
        return Long.valueOf(value);
    }

    private List<String> words(String name, Set<String> known) {
        List<String> words = query.all(name);
        for (String word : words) {
            if (!known.contains(word)) {
                throw CrmException.invalid(name, "unknown", "One of " + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
        return words;
    }

    private List<LocalDate> days(String name) {
        return query.all(name).stream().map(text -> day(name, text)).toList();
    }

    /**
     * A day such as {@code 2026-06-10}, within {@link DateRange}.
     *
     * @throws CrmException {@code validation_failed} naming the filter
     */
    public static LocalDate day(String name, String text) {
        String message = "Use a date such as 2026-06-10.";
        try {
            return DateRange.parse(name, text);
        } catch (DateTimeException e) {
            throw new CrmException(CrmException.Kind.VALIDATION, "validation_failed", message,
                    List.of(new FieldProblem(name, "invalid", message)), Map.of(), e);
        }
    }
}
