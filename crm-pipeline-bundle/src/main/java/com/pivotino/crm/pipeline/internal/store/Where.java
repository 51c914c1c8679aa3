package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.record.RecordColumns;
import com.pivotino.crm.api.record.RecordCondition;
import com.pivotino.crm.support.InstantColumn;
import com.pivotino.crm.support.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A condition on {@code pl_opportunity o} that grows, with its values. */
public final class Where {
    private static final String ALL = "1 = 1";
    private static final String CARDS = "pl_opportunity o";
    private static final String FOLLOWED_OR_MADE =
            "SELECT f.record_id AS id FROM rt_record_reader f WHERE f.record_type = 'opportunity' AND f.user_id = ?"
            + " UNION SELECT m.id FROM pl_opportunity m WHERE m.created_by = ? AND m.salesperson_id IS NULL AND m.team_id IS NULL";
    private static final String OWN = "SELECT p.id FROM pl_opportunity p WHERE p.salesperson_id = ?";
    private static final RecordColumns CARD = new RecordColumns("o.salesperson_id", "o.team_id", "o.created_by", "'opportunity'", "o.id");
    private final StringBuilder sql = new StringBuilder(ALL);
    private final List<Object> values = new ArrayList<>();
    private final String source;

    Where() {
        source = CARDS;
    }

    private Where(String ids, List<Object> values) {
        source = "(" + ids + ") r JOIN " + CARDS + " ON o.id = r.id";
        this.values.addAll(values);
    }

    /** What the actor may read: the rule of {@code RecordAccess}, as a condition. */
    public static Where readableBy(Actor actor) {
        return new Where().and(RecordCondition.readable(actor, CARD));
    }

    /** The same rule, if what they may read besides their own and their teams' is known: indexes can answer it. */
    static Where readableBy(Actor actor, List<Long> besides) {
        Where where = own(actor);
        if (besides.isEmpty()) {
            return where;
        }
        Where more = new Where();
        List<Object> values = new ArrayList<>(where.values);
        values.addAll(besides);
        return more.and("(" + where.sql + " OR o.id IN (" + Sql.marks(besides) + "))", values.toArray());
    }

    /**
     * The same rule for questions that need all of it, such as counts: the cards are found by indexes and then joined, in
     * proportion to what the actor may read.
     */
    static Where allReadableBy(Actor actor) {
        if (actor.isAdmin()) {
            return new Where();
        }
        List<Object> values = new ArrayList<>(List.of(actor.userId(), actor.userId(), actor.userId()));
        String teams = actor.visibleTeamIds().isEmpty() ? ""
                : " UNION SELECT t.id FROM pl_opportunity t WHERE t.team_id IN (" + Sql.marks(actor.visibleTeamIds()) + ")";
        values.addAll(actor.visibleTeamIds());
        return new Where(FOLLOWED_OR_MADE + " UNION " + OWN + teams, values);
    }

    /** What the actor may read only because they follow it, or made it and nobody has it; the kept totals lack it. */
    static Where besidesOwn(Actor actor) {
        Where where = new Where(FOLLOWED_OR_MADE + " EXCEPT " + OWN, List.of(actor.userId(), actor.userId(), actor.userId()));
        return actor.visibleTeamIds().isEmpty() ? where : where.and("(o.team_id IS NULL OR o.team_id NOT IN ("
                + Sql.marks(actor.visibleTeamIds()) + "))", actor.visibleTeamIds().toArray());
    }

    /** What is the actor's own or their teams', of cards or of the kept totals. */
    static Where own(Actor actor) {
        return new Where().and(RecordCondition.ownOrTeams(actor, CARD));
    }

    private Where and(RecordCondition rule) {
        return rule.isEverything() ? this : and(rule.sql(), rule.values().toArray());
    }

    public Where and(String condition, Object... more) {
        sql.append(" AND ").append(condition);
        values.addAll(Arrays.asList(more));
        return this;
    }

    /** One of these; nothing is asked if there are none. */
    public Where in(String column, Collection<?> wanted) {
        return wanted.isEmpty() ? this : and(column + " IN (" + Sql.marks(wanted) + ")", wanted.toArray());
    }

    String sql() {
        return sql.toString();
    }

    /** Where the cards {@code o} come from; its values are the first. */
    String source() {
        return source;
    }

    boolean isEverything() {
        return source.equals(CARDS) && sql.toString().equals(ALL);
    }

    List<Object> values() {
        return values;
    }

    static Object time(Instant instant) {
        return new InstantColumn().convertToDatabaseColumn(instant);
    }
}
