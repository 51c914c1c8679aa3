package com.pivotino.crm.calendar.internal.reaction;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.service.CalendarTransactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the calendar does in the same act when something happens elsewhere: hands each event to its own handler.
 */
@Component(service = Reaction.class, property = {
    Reaction.ID + "=calendar.others", Reaction.START + "=earliest",
    Reaction.TYPES + "=pipeline.OpportunityDeleted", Reaction.TYPES + "=pipeline.OpportunityLost",
    Reaction.TYPES + "=runtime.ActUndone",
    Reaction.TYPES + "=activity.ActivityChanged", Reaction.TYPES + "=activity.ActivityCompleted",
    Reaction.TYPES + "=activity.ActivitiesCancelled", Reaction.TYPES + "=activity.ActivityDeleted"})
public final class CalendarReaction implements Reaction {

    private final CalendarTransactions transactions;

    @Activate
    public CalendarReaction(@Reference CalendarTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void react(DomainEvent event, Transaction tx) {
        String module = event.type().substring(0, event.type().indexOf('.'));
        transactions.within(unit -> {
            switch (module) {
                case "pipeline", "runtime" -> new OpportunityEvents(unit, tx).react(event);
                case "activity" -> new ActivityEvents(unit, tx).react(event);
                default -> throw new IllegalArgumentException("Not subscribed to " + event.type());
            }
            return null;
        });
    }
}
