package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.event.ActivitiesHandedOver;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.event.UserDeactivated;
import com.pivotino.crm.api.event.Transaction;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the open activities of somebody who left to others (SEMANTICS A11), never to one who may not read the record
 * (SEMANTICS A10): to whom the deactivation names, else to the record's salesperson, else to the leader of the record's
 * team, else to that team to be claimed, else to who deactivated. What even that one may not read stays, and is found as
 * that of a person who left. Nothing is deleted.
 */
public final class HandOver {

    private final UserDeactivated left;

    public HandOver(UserDeactivated left) {
        this.left = left;
    }

    /** Whose activities these are. */
    public long from() {
        return left.user().id();
    }

    /** Hands one over; answers the user who has it now, or null if it went to a team or stays. */
    public Long of(PlannedActivity activity, ActivityUnitOfWork unit, ActivityOperations operations, Long deactivatedBy) {
        Assignees assignees = unit.assignees();
        TrackedRecord record = unit.store().record(activity.record()).orElse(null);
        Team team = record == null || record.teamId() == null ? null : unit.transactions().directory().team(record.teamId()).orElse(null);
        NamedRef to = first(assignees, activity.record(), left.reassignTo(),
                record == null ? null : operations.person(record.salespersonId()),
                team == null ? null : operations.person(team.leaderId()));
        if (to == null && team != null && assignees.suits(team, activity.record())) {
            operations.offer(activity, new NamedRef(team.id(), team.name()));
            return null;
        }
        NamedRef last = to != null ? to : first(assignees, activity.record(), operations.person(deactivatedBy));
        if (last != null) {
            operations.handOver(activity, last);
        }
        return last == null ? null : last.id();
    }

    /** Tells each who got some, once (SEMANTICS A10). */
    public void tell(Map<Long, Integer> counts, Transaction tx, ActivityOperations operations) {
        counts.forEach((user, count) -> tx.publish(new RecordRef("user", from()),
                new ActivitiesHandedOver(left.user(), operations.person(user), count)));
    }

    private static NamedRef first(Assignees assignees, RecordRef record, NamedRef... candidates) {
        for (NamedRef candidate : candidates) {
            Optional<NamedRef> suitable = Optional.ofNullable(candidate).filter(user -> assignees.suits(user, record));
            if (suitable.isPresent()) {
                return suitable.get();
            }
        }
        return null;
    }
}
