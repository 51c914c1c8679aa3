package com.pivotino.crm.calendar.internal.reaction;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.event.OpportunityFact;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.TrackedRecord;
import com.pivotino.crm.calendar.internal.service.CalendarUnitOfWork;
import com.pivotino.crm.calendar.internal.service.ClosedMeetings;
import java.util.Optional;

/**
 * What happens to meetings when something happens to their opportunity: losing may cancel those to come (SEMANTICS P14),
 * deleting unlinks all. Replaying an event finds the state that it would make and does nothing.
 */
final class OpportunityEvents {

    private static final String CREATED = "pipeline.OpportunityCreated";

    private final CalendarUnitOfWork unit;
    private final Transaction tx;

    OpportunityEvents(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
    }

    void react(DomainEvent event) {
        if ("runtime.ActUndone".equals(event.type())) {
            new ClosedMeetings(unit, tx).takeBack(event.body(ClosedMeetings.Undone.class));
            return;
        }
        TrackedRecord record = follow(event);
        switch (event.type()) {
            case "pipeline.OpportunityDeleted" -> delete(record);
            case "pipeline.OpportunityLost" -> {
                if ("cancel".equals(event.body(OpportunityLost.class).meetings()) && !record.isDeleted()) {
                    new ClosedMeetings(unit, tx).cancel(record.ref());
                }
            }
            default -> { }
        }
    }

    /** What is known of the record after the event. A live creation need not look for what cannot be there. */
    private TrackedRecord follow(DomainEvent event) {
        OpportunityState state = event.body(OpportunityFact.class).state();
        Optional<TrackedRecord> known = CREATED.equals(event.type()) && !tx.catchingUp() ? Optional.empty()
                : unit.records().record(event.record());
        known.ifPresent(record -> record.follow(state));
        return known.orElseGet(() -> unit.records().add(new TrackedRecord(state)));
    }

    private void delete(TrackedRecord record) {
        record.delete();
        unit.records().forgetFollowers(record.ref());
        for (CalendarEvent event : unit.events().ofRecord(record.ref())) {
            event.belongTo(null);
            event.standFor(null);
        }
    }
}
