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
 *
 * <p>Ranked before those who keep followers, so that a record is known when its first followers come.
 */
@Component(service = Reaction.class, property = {
    Reaction.ID + "=calendar.others", Reaction.START + "=earliest", "service.ranking:Integer=90",
    Reaction.TYPES + "=pipeline.OpportunityCreated", Reaction.TYPES + "=pipeline.OpportunityChanged",
    Reaction.TYPES + "=pipeline.OpportunityDeleted", Reaction.TYPES + "=pipeline.OpportunityLost",
    Reaction.TYPES + "=pipeline.OpportunityReverted", Reaction.TYPES + "=runtime.ActUndone",
    Reaction.TYPES + "=chatter.FollowerAdded", Reaction.TYPES + "=chatter.FollowerRemoved",
    Reaction.TYPES + "=activity.ActivityChanged", Reaction.TYPES + "=activity.ActivityCompleted", Reaction.TYPES + "=activity.ActivitiesCancelled",
    Reaction.TYPES + "=activity.ActivityDeleted"})
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
                case "chatter" -> FollowerEvents.react(event, unit.records());
                case "activity" -> new ActivityEvents(unit, tx).react(event);
                default -> throw new IllegalArgumentException("Not subscribed to " + event.type());
            }
            return null;
        });
    }
}
