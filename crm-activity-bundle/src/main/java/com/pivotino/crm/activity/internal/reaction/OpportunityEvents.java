package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.service.ActivityOperations;
import com.pivotino.crm.activity.internal.service.ActivityTransactions;
import com.pivotino.crm.activity.internal.service.UndoneActivities;
import com.pivotino.crm.activity.internal.service.ZoneCache;
import com.pivotino.crm.activity.internal.service.ActivityUnitOfWork;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.StageKind;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.pipeline.event.OpportunityCreated;
import com.pivotino.crm.api.pipeline.event.OpportunityFact;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.api.pipeline.event.OpportunityRestored;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.pipeline.event.OpportunityWon;
import com.pivotino.crm.api.pipeline.event.StageChanged;
import com.pivotino.crm.api.record.IndexedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens to activities when something happens to an opportunity: the first one is planned (SEMANTICS A1), leaving
 * New finishes it (P10), losing cancels (P14) and restoring brings back (P16), a new salesperson takes over (A3).
 * Replaying an event finds the state that it would make and does nothing.
 */
final class OpportunityEvents {

    private static final String CREATED = "pipeline.OpportunityCreated";
    private static final String DELETED = "pipeline.OpportunityDeleted";

    private final ActivityTransactions transactions;
    private volatile Known known;

    /** What was looked up in one act. */
    private record Known(String causeId, ZoneCache zones) {
    }

    OpportunityEvents(ActivityTransactions transactions) {
        this.transactions = transactions;
    }

    void react(DomainEvent event, Transaction tx) {
        transactions.within(zones(tx), unit -> {
            react(event, tx, unit);
            return null;
        });
    }

    /** Kept for the act, because an import plans thousands of activities in one. */
    private ZoneCache zones(Transaction tx) {
        Known now = known;
        if (now == null || !now.causeId().equals(tx.causeId())) {
            now = new Known(tx.causeId(), new ZoneCache(transactions.directory()));
            known = now;
        }
        return now.zones();
    }

    private static void react(DomainEvent event, Transaction tx, ActivityUnitOfWork unit) {
        if ("runtime.ActUndone".equals(event.type())) {
            new UndoneActivities(unit, tx).takeBack(event.record(), event.body(UndoneActivities.Undone.class));
            return;
        }
        if (DELETED.equals(event.type())) {
            unit.store().forget(event.record());
            return;
        }
        TrackedRecord record = follow(event, tx, unit.store());
        if (record == null) {
            return;
        }
        unit.undo(tx).around(record.ref(), () -> {
            react(event, record, unit, unit.operations(tx));
            return record;
        });
    }

    private static void react(DomainEvent event, TrackedRecord record, ActivityUnitOfWork unit, ActivityOperations operations) {
        ActivityStore store = unit.store();
        switch (event.type()) {
            case CREATED -> planFirst(event.body(OpportunityCreated.class), record, operations);
            case "pipeline.StageChanged" -> leave(event.body(StageChanged.class), record, store, operations);
            case "pipeline.OpportunityWon" -> win(event.body(OpportunityWon.class), record, store, operations);
            case "pipeline.OpportunityLost" ->
                operations.cancelByClosing(store.open(record.ref()), lostReason(event.body(OpportunityLost.class)));
            case "pipeline.OpportunityRestored" -> restore(event.body(OpportunityRestored.class), record, store, operations);
            case "pipeline.OpportunityChanged" -> reassign(event.body(OpportunityChanged.class), record, unit, operations);
            case "pipeline.OpportunityReverted" -> { }
            default -> throw new IllegalArgumentException("Not subscribed to " + event.type());
        }
    }

    /** What is known of the record after the event; null if it was deleted since. A live creation finds nothing of before. */
    private static TrackedRecord follow(DomainEvent event, Transaction tx, ActivityStore store) {
        boolean created = CREATED.equals(event.type());
        // The body as it is costs nothing; as another record it is read from its text, thousands of times in an import.
        OpportunityState state = created ? event.body(OpportunityCreated.class).state()
                : event.body(OpportunityFact.class).state();
        IndexedRecord indexed = tx.catchingUp() ? store.records().find(event.record()).orElseGet(state::indexed) : state.indexed();
        if (indexed.deleted()) {
            return null;
        }
        Optional<TrackedRecord> known = created && !tx.catchingUp() ? Optional.empty() : store.record(event.record());
        known.ifPresent(record -> {
            record.as(indexed).follow(state);
            if (tx.catchingUp() || changesReaders(event)) {
                store.readBy(record.ref(), record.readers());
            }
        });
        return known.orElseGet(() -> store.add(new TrackedRecord(state)).as(indexed));
    }

    private static boolean changesReaders(DomainEvent event) {
        return "pipeline.OpportunityChanged".equals(event.type()) && event.body(OpportunityChanged.class).fields().stream()
                .anyMatch(field -> field.startsWith("salesperson") || field.startsWith("team"));
    }

    private static void planFirst(OpportunityCreated created, TrackedRecord record, ActivityOperations operations) {
        if (created.firstActivity() && record.isOpen() && !record.hadFirst()) {
            NamedRef salesperson = created.state().salesperson();
            operations.planFirst(record, salesperson != null ? salesperson : created.state().createdBy());
        }
    }

    private static void leave(StageChanged moved, TrackedRecord record, ActivityStore store, ActivityOperations operations) {
        if (moved.forwards() && StageKind.NEW.key().equals(moved.from().kind())) {
            store.open(record.ref()).stream().filter(PlannedActivity::isFirst)
                    .forEach(first -> complete(first, moved.state(), operations));
        }
    }

    private static void win(OpportunityWon won, TrackedRecord record, ActivityStore store, ActivityOperations operations) {
        List<PlannedActivity> open = store.open(record.ref());
        open.stream().filter(a -> a.isFirst() || "done".equals(won.openActivities()))
                .forEach(activity -> complete(activity, won.state(), operations));
        if ("cancel".equals(won.openActivities())) {
            operations.cancelByClosing(open.stream().filter(PlannedActivity::isOpen).toList(), won.state().stage().name());
        }
    }

    /** What the closing ended is open again; the first activity that winning from New completed too, if the card is in New again. */
    private static void restore(OpportunityRestored restored, TrackedRecord record, ActivityStore store, ActivityOperations operations) {
        List<PlannedActivity> ended = new ArrayList<>(store.cancelledBy(record.ref(), restored.closingCauseId()));
        if (record.inNew()) {
            ended.addAll(store.firstDoneBy(record.ref(), restored.closingCauseId()));
        }
        operations.reopen(ended);
    }

    private static void complete(PlannedActivity activity, OpportunityState state, ActivityOperations operations) {
        operations.completeByMove(activity, state.stage().name());
    }

    private static void reassign(OpportunityChanged changed, TrackedRecord record, ActivityUnitOfWork unit, ActivityOperations operations) {
        if (!changed.salespersonChanged()) {
            return;
        }
        NamedRef creator = changed.state().createdBy();
        NamedRef before = changed.previousSalesperson() == null ? creator : changed.previousSalesperson();
        NamedRef now = changed.state().salesperson() == null ? creator : changed.state().salesperson();
        if (unit.assignees().suits(now, record.ref())) {
            unit.store().open(record.ref()).stream()
                    .filter(a -> a.automatic() && a.isAssignedTo(before == null ? null : before.id()))
                    .forEach(activity -> operations.reassignWithRecord(activity, now));
        }
    }

    private static String lostReason(OpportunityLost lost) {
        return lost.reason() == null ? null : lost.reason().name();
    }
}
