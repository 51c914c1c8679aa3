package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.activity.event.ActivityClaimed;
import com.pivotino.crm.api.event.Transaction;
import java.util.List;
import java.util.Map;

/** A team's activity finds its person, or goes back to the team. Under the record's lock, so that one of many gets it. */
final class Claims {

    private final ActivityOperations operations;
    private final Transaction tx;

    Claims(ActivityOperations operations, Transaction tx) {
        this.operations = operations;
        this.tx = tx;
    }

    void claim(PlannedActivity activity) {
        Actor actor = tx.actor();
        requireTeams(activity);
        if (actor.userId() != null && activity.isAssignedTo(actor.userId())) {
            return;
        }
        if (activity.assigneeId() != null) {
            NamedRef holder = operations.person(activity.assigneeId());
            throw new CrmException(CrmException.Kind.CONFLICT, "already_claimed", holder.name() + " has it already.",
                    List.of(), Map.of("claimedBy", holder), null);
        }
        if (actor.userId() == null || !actor.visibleTeamIds().contains(activity.teamId())) {
            throw CrmException.forbidden("Only the team that it was planned for may claim it.");
        }
        NamedRef me = new NamedRef(actor.userId(), actor.name());
        operations.handOver(activity, me);
        tx.publish(activity.record(), new ActivityClaimed(operations.views().state(activity, me), me));
    }

    void release(PlannedActivity activity) {
        requireTeams(activity);
        if (activity.assigneeId() != null) {
            operations.offer(activity, operations.views().team(activity.teamId()));
            tx.publish(activity.record(), new ActivityClaimed(operations.views().state(activity), null));
        }
    }

    private static void requireTeams(PlannedActivity activity) {
        if (activity.teamId() == null) {
            throw CrmException.conflict("conflict", "This activity was not planned for a team.");
        }
        if (!activity.isOpen()) {
            throw CrmException.conflict("conflict", "This activity is " + activity.status().key() + ".");
        }
    }
}
