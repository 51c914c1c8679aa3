package com.pivotino.crm.rest.internal.stream;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.event.DomainEvent;

/**
 * Whom an event concerns without regard to its record: an activity's assignee, and the team that it was planned for, see the
 * activity also where they may not read the record, and when nobody speaks for the record.
 */
record Concern(Concern.Held activity) {

    private static final String ACTIVITIES = "activity.";

    /** Who has it. */
    record Held(Who assignee, Who team) {
    }

    /** Somebody. */
    record Who(long id) {
    }

    /** Of an event of an activity; null for all others. */
    static Concern of(DomainEvent event) {
        return event.type().startsWith(ACTIVITIES) ? event.body(Concern.class) : null;
    }

    boolean includes(Actor actor) {
        return activity != null && (activity.assignee != null && Long.valueOf(activity.assignee.id).equals(actor.userId())
                || activity.team != null && actor.visibleTeamIds().contains(activity.team.id));
    }
}
