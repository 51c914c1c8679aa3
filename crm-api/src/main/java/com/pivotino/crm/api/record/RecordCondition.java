package com.pivotino.crm.api.record;

import com.pivotino.crm.api.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The rules of {@link RecordAccess} as conditions of SQL, for lists; one test holds the two against each other. A deleted
 * record of the index has to be left out besides.
 *
 * @param sql    a condition that needs no parentheses around it
 * @param values one for each question mark, in order
 */
public record RecordCondition(String sql, List<Object> values) {

    private static final RecordCondition ALL = new RecordCondition("1 = 1", List.of());
    private static final RecordCondition NONE = new RecordCondition("1 = 0", List.of());

    public RecordCondition {
        values = List.copyOf(values);
    }

    /** The records that {@link RecordAccess#readableBy} lets the actor read. */
    public static RecordCondition readable(Actor actor, RecordColumns columns) {
        return actor.isAdmin() ? ALL : ownOrTeams(actor, columns).or(listed(actor, columns)).or(orphan(actor, columns)).grouped();
    }

    /** The records that {@link RecordAccess#writableBy} lets the actor change. */
    public static RecordCondition writable(Actor actor, RecordColumns columns) {
        if (actor.isAdmin()) {
            return ALL;
        }
        boolean all = actor.isManager() || actor.editsTeamRecords();
        RecordCondition teams = teams(actor, columns);
        RecordCondition team = all ? teams : new RecordCondition(teams.sql + " AND " + columns.owner() + " IS NULL", teams.values);
        return own(actor, columns).or(team).or(orphan(actor, columns)).grouped();
    }

    /** The actor's own records and those of their teams: the part of {@link #readable} that needs neither followers nor creators. */
    public static RecordCondition ownOrTeams(Actor actor, RecordColumns columns) {
        return actor.isAdmin() ? ALL : own(actor, columns).or(teams(actor, columns)).grouped();
    }

    /** Whether it lets everything through. */
    public boolean isEverything() {
        return this.equals(ALL);
    }

    private static RecordCondition own(Actor actor, RecordColumns columns) {
        return actor.userId() == null ? NONE : new RecordCondition(columns.owner() + " = ?", List.of(actor.userId()));
    }

    private static RecordCondition teams(Actor actor, RecordColumns columns) {
        Collection<Long> teams = actor.visibleTeamIds();
        return teams.isEmpty() ? NONE : new RecordCondition(columns.team() + " IN ("
                + String.join(", ", Collections.nCopies(teams.size(), "?")) + ")", List.copyOf(teams));
    }

    /** The rows of {@code rt_record_reader}. Of one type they are read once; of several, each record asks for its own. */
    private static RecordCondition listed(Actor actor, RecordColumns columns) {
        if (actor.userId() == null) {
            return NONE;
        }
        return new RecordCondition(columns.hasOneType()
                ? columns.id() + " IN (SELECT f.record_id FROM rt_record_reader f WHERE f.record_type = " + columns.type()
                        + " AND f.user_id = ?)"
                : "EXISTS (SELECT 1 FROM rt_record_reader f WHERE f.record_type = " + columns.type() + " AND f.record_id = "
                        + columns.id() + " AND f.user_id = ?)", List.of(actor.userId()));
    }

    private static RecordCondition orphan(Actor actor, RecordColumns columns) {
        return actor.userId() == null ? NONE : new RecordCondition("(" + columns.creator() + " = ? AND " + columns.owner()
                + " IS NULL AND " + columns.team() + " IS NULL)", List.of(actor.userId()));
    }

    private RecordCondition or(RecordCondition other) {
        if (this == NONE || other == NONE) {
            return this == NONE ? other : this;
        }
        List<Object> all = new ArrayList<>(values);
        all.addAll(other.values);
        return new RecordCondition(sql + " OR " + other.sql, all);
    }

    private RecordCondition grouped() {
        return this == NONE ? NONE : new RecordCondition("(" + sql + ")", values);
    }
}
