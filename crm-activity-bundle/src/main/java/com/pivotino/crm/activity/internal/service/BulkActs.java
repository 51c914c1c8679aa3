package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.BulkReport.Row;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.activity.ActivityBulk;
import com.pivotino.crm.api.activity.Cancellation;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.event.Steps;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.DateRange;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thing done to many activities in one act. First every one is looked at, which may refuse it, then those that may are
 * changed. What fails then, such as a reaction, ends the act as a whole, or, if the request is partial, has it run again
 * without that activity.
 */
final class BulkActs {

    private static final Set<String> ACTIONS = Set.of("reschedule", "reassign", "done", "cancel");
    private static final int MOST_DAYS = 3650;

    private final ActivityStore store;
    private final ActivityAccess access;
    private final ActivityOperations operations;
    private final ActivityEdit edit;
    private final Transaction tx;

    BulkActs(ActivityUnitOfWork unit, ActivityOperations operations, Transaction tx) {
        this.store = unit.store();
        this.access = unit.access();
        this.operations = operations;
        this.edit = new ActivityEdit(unit, operations, tx, "bulk");
        this.tx = tx;
    }

    /** Refuses what no row could be done with. */
    static void check(ActivityBulk bulk) {
        if (bulk.action() == null || !ACTIONS.contains(bulk.action())) {
            throw CrmException.invalid("action", "invalid", "One of " + ACTIONS.stream().sorted().toList() + ".");
        }
        if (bulk.ids().isEmpty() || bulk.ids().size() > ActivityBulk.MOST) {
            throw CrmException.invalid("ids", "out_of_range", "1 to " + ActivityBulk.MOST + " activities.");
        }
        if ("reschedule".equals(bulk.action()) && (bulk.dueDate() == null) == (bulk.days() == null)) {
            throw CrmException.invalid("dueDate", "required", "Say either the due date or by how many days.");
        }
        if (bulk.days() != null && Math.abs((long) bulk.days()) > MOST_DAYS) {
            throw CrmException.invalid("days", "out_of_range", "Between -" + MOST_DAYS + " and " + MOST_DAYS + ".");
        }
        if ("reassign".equals(bulk.action()) && bulk.assigneeId() == null && bulk.teamId() == null) {
            throw CrmException.invalid("assigneeId", "required", "Say who gets them.");
        }
        ActivityFields.check(completion(bulk));
        ActivityFields.check(new Cancellation(bulk.reason()));
    }

    /** Whether it can be taken back as a whole (SEMANTICS P19): what ends activities. */
    static boolean isUndoable(ActivityBulk bulk) {
        return "done".equals(bulk.action()) || "cancel".equals(bulk.action());
    }

    BulkReport run(ActivityBulk bulk, Steps<Long> steps) {
        List<Row> rows = new ArrayList<>();
        Map<Long, Runnable> work = new LinkedHashMap<>();
        for (Long id : bulk.ids()) {
            rows.add(row(id, bulk, steps, work));
        }
        BulkReport report = BulkReport.of(rows);
        if (report.refused() > 0 && !bulk.isPartial()) {
            throw report.asRefusal();
        }
        work.forEach((id, change) -> steps.step(id, () -> {
            change.run();
            if (bulk.isPartial()) {
                store.flush();
            }
        }));
        store.flush();
        return report;
    }

    /** Looks at one; changes nothing. */
    private Row row(long id, ActivityBulk bulk, Steps<Long> steps, Map<Long, Runnable> work) {
        try {
            PlannedActivity activity = access.readable(tx.actor(), id);
            access.requireChangeable(tx.actor(), activity);
            steps.failure(id).ifPresent(failure -> {
                throw failure;
            });
            Runnable change = switch (bulk.action()) {
                case "reschedule" -> edit.ready(activity, patch("dueDate", date(activity, bulk).toString()), null);
                case "reassign" -> edit.ready(activity, holder(bulk), null);
                case "done" -> complete(activity, bulk);
                default -> cancel(activity, bulk);
            };
            if (change != null) {
                work.put(id, change);
            }
            return Row.done(id);
        } catch (CrmException refusal) {
            return Row.refused(id, refusal);
        }
    }

    private Runnable complete(PlannedActivity activity, ActivityBulk bulk) {
        if (activity.isDone()) {
            return null;
        }
        requireOpen(activity);
        ActivityFields.requireOutcome(operations.views().type(activity.typeId()), PlainText.orNull(bulk.outcome()), false);
        return () -> {
            requireOpen(activity); // one before it in the list may have ended it
            operations.complete(activity, completion(bulk));
        };
    }

    private Runnable cancel(PlannedActivity activity, ActivityBulk bulk) {
        if (!activity.isOpen() && !activity.isDone()) {
            return null;
        }
        requireOpen(activity);
        return () -> {
            requireOpen(activity);
            operations.cancel(activity, bulk.reason(), null);
        };
    }

    private static void requireOpen(PlannedActivity activity) {
        if (!activity.isOpen()) {
            throw CrmException.conflict("conflict", "This activity is " + activity.status().key() + " already.");
        }
    }

    private static LocalDate date(PlannedActivity activity, ActivityBulk bulk) {
        return bulk.dueDate() != null ? bulk.dueDate() : DateRange.require("days", activity.dueDate().plusDays(bulk.days()));
    }

    private static MergePatch holder(ActivityBulk bulk) {
        Map<String, Object> members = new HashMap<>();
        if (bulk.teamId() != null) {
            members.put("teamId", bulk.teamId());
        }
        members.put("assigneeId", bulk.assigneeId());
        return new MergePatch(members);
    }

    private static Completion completion(ActivityBulk bulk) {
        return new Completion(bulk.feedback(), bulk.outcome(), bulk.durationMinutes(), null);
    }

    private static MergePatch patch(String member, Object value) {
        return new MergePatch(Map.of(member, value));
    }
}
