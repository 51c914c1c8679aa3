package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.ListQuery;
import java.sql.Date;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The filters of the list and the board (REST "Pipeline"), each repeatable; several values of one widen, several filters
 * narrow. Dates are days in the caller's zone, both ends included.
 */
public final class Filters {
    public static final Set<String> NAMES = Set.of("stage", "outcome", "team", "salesperson", "customer", "q", "tag",
            "createdFrom", "createdTo", "closingFrom", "closingTo", "activityState");
    private static final Set<String> OUTCOMES = Set.of("open", "won", "lost");
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
        return Set.of("stage", "outcome", "team", "salesperson").containsAll(query.filters().keySet());
    }

    public List<Long> stages() {
        return ids("stage");
    }

    public List<Long> teams() {
        return ids("team");
    }

    public List<String> outcomes() {
        return words("outcome", OUTCOMES);
    }

    /** What the caller may read and the filters let through. */
    public Where where() {
        return addTo(Where.readableBy(actor));
    }

    Where addTo(Where where) {
        addKept(where).in("o.stage_id", stages()).in("o.outcome", outcomes()).in("o.customer_id", ids("customer"));
        for (String text : query.all("q")) {
            if (!text.isBlank()) {
                where.and("o.search_text LIKE ? ESCAPE '!'", "%" + escaped(text) + "%");
            }
        }
        List<String> tags = query.all("tag").stream().map(tag -> tag.strip().toLowerCase(Locale.ROOT)).toList();
        if (!tags.isEmpty()) {
            where.and("o.id IN (SELECT t.opportunity_id FROM pl_tag t WHERE t.tag_key IN (" + Where.marks(tags) + "))",
                    tags.toArray());
        }
        addDays(where);
        return addStates(where);
    }

    /** The part that the kept totals know too. */
    Where addKept(Where where) {
        return where.in("o.team_id", teams()).in("o.salesperson_id", people());
    }

    private void addDays(Where where) {
        for (LocalDate day : days("createdFrom")) {
            where.and("o.created_at >= ?", Where.time(day.atStartOfDay(actor.zone()).toInstant()));
        }
        for (LocalDate day : days("createdTo")) {
            where.and("o.created_at < ?", Where.time(day.plusDays(1).atStartOfDay(actor.zone()).toInstant()));
        }
        for (LocalDate day : days("closingFrom")) {
            where.and("o.expected_closing >= ?", Date.valueOf(day));
        }
        for (LocalDate day : days("closingTo")) {
            where.and("o.expected_closing <= ?", Date.valueOf(day));
        }
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

    private List<Long> people() {
        List<Long> people = new ArrayList<>();
        for (String value : query.all("salesperson")) {
            if (!value.equals("me")) {
                people.add(id("salesperson", value));
            } else if (actor.userId() != null) {
                people.add(actor.userId());
            }
        }
        return people;
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
        try {
            return query.all(name).stream().map(LocalDate::parse).toList();
        } catch (DateTimeException e) {
            String message = "Use a date such as 2026-06-10.";
            throw new CrmException(CrmException.Kind.VALIDATION, "validation_failed", message,
                    List.of(new FieldProblem(name, "invalid", message)), Map.of(), e);
        }
    }

    private static String escaped(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
