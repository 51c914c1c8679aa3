package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.service.ActivityOperations;
import com.pivotino.crm.activity.internal.service.HandOver;
import com.pivotino.crm.activity.internal.service.ActivityUnitOfWork;
import com.pivotino.crm.api.directory.event.UserChanged;
import com.pivotino.crm.api.directory.event.UserDeactivated;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A user who moves to another zone has other due days (SEMANTICS A5); one who leaves hands over (SEMANTICS A11). */
final class UserEvents {

    private static final int AT_ONCE = 300;

    private UserEvents() {
    }

    static void react(DomainEvent event, ActivityUnitOfWork unit, Transaction tx) {
        if ("directory.UserDeactivated".equals(event.type())) {
            handOver(event.body(UserDeactivated.class), unit, tx);
        } else if (event.body(UserChanged.class).zoneChanged()) {
            unit.store().openOf(event.body(UserChanged.class).userId()).forEach(unit.operations(tx)::judgeAnew);
        }
    }

    /** At once, so that it is seen at once; more than that is left to the listener, some at a time. */
    private static void handOver(UserDeactivated left, ActivityUnitOfWork unit, Transaction tx) {
        List<PlannedActivity> open = unit.store().openOf(left.user().id(), 0, AT_ONCE + 1);
        if (open.size() <= AT_ONCE) {
            HandOver handOver = new HandOver(left);
            ActivityOperations operations = unit.operations(tx);
            Map<Long, Integer> counts = new TreeMap<>();
            for (PlannedActivity activity : open) {
                Long to = handOver.of(activity, unit, operations, tx.actor().userId());
                if (to != null) {
                    counts.merge(to, 1, Integer::sum);
                }
            }
            handOver.tell(counts, tx, operations);
        }
    }
}
