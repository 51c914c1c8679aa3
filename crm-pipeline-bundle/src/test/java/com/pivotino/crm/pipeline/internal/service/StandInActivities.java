package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.activity.event.ActivitiesCancelled;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.activity.event.ActivitiesReopened;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.event.OpportunityCreated;
import com.pivotino.crm.api.pipeline.event.OpportunityRestored;
import com.pivotino.crm.api.pipeline.event.OpportunityWon;
import com.pivotino.crm.api.pipeline.event.StageChanged;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** As much of the activity bundle as the pipeline's events call for: one first activity per opportunity, kept in memory. */
final class StandInActivities implements Reaction {
    private final Map<Long, String> states = new ConcurrentHashMap<>();
    private final Map<Long, String> cancelledBy = new ConcurrentHashMap<>();
    private volatile LocalDate due = LocalDate.of(2026, 6, 6);

    void due(LocalDate date) {
        due = date;
    }

    void clear() {
        states.clear();
        cancelledBy.clear();
        due = LocalDate.of(2026, 6, 6);
    }

    /** Of the first activity: open, done, cancelled, or null. */
    String state(long opportunity) {
        return states.get(opportunity);
    }

    @Override
    public void react(DomainEvent event, Transaction tx) {
        long id = event.record().id();
        switch (event.type()) {
            case "pipeline.OpportunityCreated" -> {
                if (event.body(OpportunityCreated.class).firstActivity()) {
                    put(id, "open");
                    tx.publish(event.record(), new ActivityScheduled(activity(id, due, "open")));
                }
            }
            case "pipeline.StageChanged" -> {
                StageChanged body = event.body(StageChanged.class);
                if (body.forwards() && body.from().kind().equals("new")) {
                    complete(tx, event.record(), true);
                }
            }
            case "pipeline.OpportunityWon" -> {
                if (event.body(OpportunityWon.class).from() != null) {
                    complete(tx, event.record(), true);
                }
            }
            case "pipeline.OpportunityLost" -> {
                if ("open".equals(states.get(id))) {
                    put(id, "cancelled");
                    cancelledBy.put(id, event.causeId());
                    tx.publish(event.record(), new ActivitiesCancelled(List.of(activity(id, due, "cancelled")), null, true));
                }
            }
            case "pipeline.OpportunityRestored" -> {
                if (event.body(OpportunityRestored.class).closingCauseId().equals(cancelledBy.get(id))) {
                    put(id, "open");
                    tx.publish(event.record(), new ActivitiesReopened(List.of(activity(id, due, "open"))));
                }
            }
            default -> { }
        }
    }

    /** What a person's tick or, byMove, a moved card does. */
    void complete(Transaction tx, RecordRef record, boolean byMove) {
        if ("open".equals(states.get(record.id()))) {
            put(record.id(), "done");
            tx.publish(record, new ActivityCompleted(activity(record.id(), due, "done"), null, null, null, null, byMove));
        }
    }

    private void put(long id, String state) {
        states.put(id, state);
    }

    static ActivityState activity(long opportunity, LocalDate due, String status) {
        return activity(opportunity, opportunity, due, status);
    }

    static ActivityState activity(long id, long opportunity, LocalDate due, String status) {
        return new ActivityState(id, RecordRef.opportunity(opportunity), new TypeRef(1, "todo", "To-Do", "check", "todo"),
                "First activity", due, due.atStartOfDay().toInstant(ZoneOffset.UTC),
                due.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), new NamedRef(1, "Ann"),
                id == opportunity ? "first" : null, true, status);
    }
}
