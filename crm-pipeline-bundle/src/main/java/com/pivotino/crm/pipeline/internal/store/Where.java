package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.pipeline.internal.persistence.InstantColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A condition on {@code pl_opportunity o} that grows, with its values. */
public final class Where {
    private final StringBuilder sql = new StringBuilder("1 = 1");
    private final List<Object> values = new ArrayList<>();

    /** What the actor may read: the rule of {@code RecordAccess}, as a condition. */
    public static Where readableBy(Actor actor) {
        Where where = new Where();
        if (actor.isAdmin()) {
            return where;
        }
        List<Object> values = new ArrayList<>(List.of(actor.userId()));
        String teams = teams(actor, "o.team_id", values);
        values.add(actor.userId());
        values.add(actor.userId());
        return where.and("(o.salesperson_id = ?" + teams
                + " OR o.id IN (SELECT f.opportunity_id FROM pl_follower f WHERE f.user_id = ?)"
                + " OR (o.created_by = ? AND o.salesperson_id IS NULL AND o.team_id IS NULL))", values.toArray());
    }

    /** What the actor may read only because they follow it; the kept totals of their own do not hold it. */
    static Where followedOnly(Actor actor) {
        Where where = new Where();
        where.and("(o.salesperson_id IS NULL OR o.salesperson_id <> ?)", actor.userId());
        if (!actor.visibleTeamIds().isEmpty()) {
            where.and("(o.team_id IS NULL OR o.team_id NOT IN (" + marks(actor.visibleTeamIds()) + "))",
                    actor.visibleTeamIds().toArray());
        }
        return where.and("o.id IN (SELECT f.opportunity_id FROM pl_follower f WHERE f.user_id = ?)", actor.userId());
    }

    /** What the actor made and nobody has taken over, unless they follow it: that is counted there. */
    static Where madeOnly(Actor actor) {
        return new Where().and("o.created_by = ? AND o.salesperson_id IS NULL AND o.team_id IS NULL"
                + " AND o.id NOT IN (SELECT f.opportunity_id FROM pl_follower f WHERE f.user_id = ?)", actor.userId(),
                actor.userId());
    }

    /** Rows of the kept totals that are the actor's own or their teams'. */
    static Where ownTotals(Actor actor) {
        Where where = new Where();
        if (actor.isAdmin()) {
            return where;
        }
        List<Object> values = new ArrayList<>(List.of(actor.userId()));
        return where.and("(o.salesperson_id = ?" + teams(actor, "o.team_id", values) + ")", values.toArray());
    }

    private static String teams(Actor actor, String column, List<Object> values) {
        Collection<Long> teams = actor.visibleTeamIds();
        values.addAll(teams);
        return teams.isEmpty() ? "" : " OR " + column + " IN (" + marks(teams) + ")";
    }

    public Where and(String condition, Object... more) {
        sql.append(" AND ").append(condition);
        values.addAll(Arrays.asList(more));
        return this;
    }

    /** One of these; nothing is asked if there are none. */
    public Where in(String column, Collection<?> wanted) {
        return wanted.isEmpty() ? this : and(column + " IN (" + marks(wanted) + ")", wanted.toArray());
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return values;
    }

    static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    static Object time(Instant instant) {
        return new InstantColumn().convertToDatabaseColumn(instant);
    }
}
