package com.pivotino.crm.calendar.internal.reaction;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.service.CalendarUnitOfWork;
import com.pivotino.crm.calendar.internal.service.ClosedMeetings;

/**
 * What happens to meetings when something happens to their opportunity: losing may cancel those to come (SEMANTICS P14),
 * deleting unlinks all. Replaying an event finds the state that it would make and does nothing.
 */
final class OpportunityEvents {

    private final CalendarUnitOfWork unit;
    private final Transaction tx;

    OpportunityEvents(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
    }

    void react(DomainEvent event) {
        switch (event.type()) {
            case "runtime.ActUndone" -> new ClosedMeetings(unit, tx).takeBack(event.body(ClosedMeetings.Undone.class));
            case "pipeline.OpportunityDeleted" -> unlink(event.record());
            case "pipeline.OpportunityLost" -> {
                if ("cancel".equals(event.body(OpportunityLost.class).meetings())) {
                    new ClosedMeetings(unit, tx).cancel(event.record());
                }
            }
            default -> throw new IllegalArgumentException("Not subscribed to " + event.type());
        }
    }

    private void unlink(RecordRef record) {
        for (CalendarEvent event : unit.events().ofRecord(record)) {
            event.belongTo(null);
            event.standFor(null);
        }
    }
}
