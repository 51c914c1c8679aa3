package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.service.ActivityDesk;
import com.pivotino.crm.activity.internal.service.Assignees;
import com.pivotino.crm.activity.internal.service.UndoNotes;
import com.pivotino.crm.activity.internal.service.UndoneActivities;
import com.pivotino.crm.activity.internal.service.Whereabouts;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.StageKind;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.pipeline.event.OpportunityCreated;
import com.pivotino.crm.api.pipeline.event.OpportunityFact;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.api.pipeline.event.OpportunityRestored;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.pipeline.event.OpportunityWon;
import com.pivotino.crm.api.pipeline.event.StageChanged;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What happens to activities when something happens to an opportunity: the first one is planned (SEMANTICS A1), leaving
 * New finishes it (P10), losing cancels (P14) and restoring brings back (P16), a new salesperson takes over (A3).
 * Replaying an event finds the state that it would make and does nothing.
 *
 * <p>Ranked before those who keep followers, so that the record is known when its first followers come.
 */
@Component(service = Reaction.class, property = {
    Reaction.ID + "=activity.opportunities", Reaction.START + "=earliest", "service.ranking:Integer=100",
    Reaction.TYPES + "=pipeline.OpportunityCreated", Reaction.TYPES + "=pipeline.OpportunityChanged",
    Reaction.TYPES + "=pipeline.OpportunityDeleted", Reaction.TYPES + "=pipeline.OpportunityLost",
    Reaction.TYPES + "=pipeline.OpportunityRestored", Reaction.TYPES + "=pipeline.OpportunityWon",
    Reaction.TYPES + "=pipeline.OpportunityReverted", Reaction.TYPES + "=pipeline.StageChanged",
    Reaction.TYPES + "=runtime.ActUndone"})
public final class OpportunityReaction implements Reaction {

    private static final String CREATED = "pipeline.OpportunityCreated";

    private final JpaTemplate jpa;
    private final Directory directory;
    private final SettingsService settings;
    private volatile Known known;

    /** What was looked up in one act. */
    private record Known(String causeId, Whereabouts whereabouts) {
    }

    @Activate
    public OpportunityReaction(@Reference(target = "(crm.module=activity)") SchemaReady schema,
            @Reference(target = "(osgi.unit.name=crm-activity)") JpaTemplate jpa, @Reference Directory directory,
            @Reference SettingsService settings) {
        this.jpa = jpa;
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public void react(DomainEvent event, Transaction tx) {
        jpa.tx(TransactionType.Required, em -> react(event, tx, em));
    }

    /** Kept for the act, because an import plans thousands of activities in one. */
    private Whereabouts whereabouts(Transaction tx) {
        Known now = known;
        if (now == null || !now.causeId().equals(tx.causeId())) {
            now = new Known(tx.causeId(), new Whereabouts(directory));
            known = now;
        }
        return now.whereabouts();
    }

    private void react(DomainEvent event, Transaction tx, EntityManager em) {
        ActivityStore store = new ActivityStore(em);
        if ("runtime.ActUndone".equals(event.type())) {
            new UndoneActivities(store, directory, tx).takeBack(event.record(), event.body(UndoneActivities.Undone.class));
            return;
        }
        ActivityDesk desk = new ActivityDesk(store, whereabouts(tx), settings::current, tx);
        TrackedRecord record = follow(event, tx, store);
        if (record.isDeleted()) {
            return;
        }
        new UndoNotes(store, tx).around(record.ref(), () -> {
            react(event, record, store, desk);
            return record;
        });
    }

    private void react(DomainEvent event, TrackedRecord record, ActivityStore store, ActivityDesk desk) {
        switch (event.type()) {
            case CREATED -> planFirst(event.body(OpportunityCreated.class), record, desk);
            case "pipeline.StageChanged" -> leave(event.body(StageChanged.class), record, store, desk);
            case "pipeline.OpportunityWon" -> win(event.body(OpportunityWon.class), record, store, desk);
            case "pipeline.OpportunityLost" ->
                desk.cancelByClosing(store.open(record.ref()), lostReason(event.body(OpportunityLost.class)));
            case "pipeline.OpportunityRestored" -> desk.reopen(store.cancelledBy(record.ref(),
                    event.body(OpportunityRestored.class).closingCauseId()));
            case "pipeline.OpportunityChanged" -> reassign(event.body(OpportunityChanged.class), record, store, desk);
            case "pipeline.OpportunityReverted" -> { }
            case "pipeline.OpportunityDeleted" -> {
                record.delete();
                store.forget(record.ref());
            }
            default -> throw new IllegalArgumentException("Not subscribed to " + event.type());
        }
    }

    /** What is known of the record after the event. A live creation need not look for what cannot be there. */
    private static TrackedRecord follow(DomainEvent event, Transaction tx, ActivityStore store) {
        boolean created = CREATED.equals(event.type());
        // The body as it is costs nothing; as another record it is read from its text, thousands of times in an import.
        OpportunityState state = created ? event.body(OpportunityCreated.class).state()
                : event.body(OpportunityFact.class).state();
        Optional<TrackedRecord> known = created && !tx.catchingUp() ? Optional.empty() : store.record(event.record());
        known.ifPresent(record -> record.follow(state));
        return known.orElseGet(() -> store.add(new TrackedRecord(state)));
    }

    private static void planFirst(OpportunityCreated created, TrackedRecord record, ActivityDesk desk) {
        if (created.firstActivity() && record.isOpen() && !record.hadFirst()) {
            NamedRef salesperson = created.state().salesperson();
            desk.planFirst(record, salesperson != null ? salesperson : created.state().createdBy());
        }
    }

    private static void leave(StageChanged moved, TrackedRecord record, ActivityStore store, ActivityDesk desk) {
        if (moved.forwards() && StageKind.NEW.key().equals(moved.from().kind())) {
            store.open(record.ref()).stream().filter(PlannedActivity::isFirst)
                    .forEach(first -> complete(first, moved.state(), desk));
        }
    }

    private static void win(OpportunityWon won, TrackedRecord record, ActivityStore store, ActivityDesk desk) {
        List<PlannedActivity> open = store.open(record.ref());
        open.stream().filter(a -> a.isFirst() || "done".equals(won.openActivities()))
                .forEach(activity -> complete(activity, won.state(), desk));
        if ("cancel".equals(won.openActivities())) {
            desk.cancelByClosing(open.stream().filter(PlannedActivity::isOpen).toList(), won.state().stage().name());
        }
    }

    private static void complete(PlannedActivity activity, OpportunityState state, ActivityDesk desk) {
        desk.completeByMove(activity, state.stage().name());
    }

    private void reassign(OpportunityChanged changed, TrackedRecord record, ActivityStore store, ActivityDesk desk) {
        if (!changed.salespersonChanged()) {
            return;
        }
        NamedRef creator = changed.state().createdBy();
        NamedRef before = changed.previousSalesperson() == null ? creator : changed.previousSalesperson();
        NamedRef now = changed.state().salesperson() == null ? creator : changed.state().salesperson();
        if (new Assignees(directory, store).suits(now, record.ref())) {
            store.open(record.ref()).stream()
                    .filter(a -> a.automatic() && a.isAssignedTo(before == null ? null : before.id()))
                    .forEach(activity -> desk.reassignWithRecord(activity, now));
        }
    }

    private static String lostReason(OpportunityLost lost) {
        return lost.reason() == null ? null : lost.reason().name();
    }
}
