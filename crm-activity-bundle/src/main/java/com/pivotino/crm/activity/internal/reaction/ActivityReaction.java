package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.service.ActivityTransactions;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What activities do in the same act when something happens elsewhere: hands each event to who is at home there.
 */
@Component(service = Reaction.class, property = {
    Reaction.ID + "=activity.others", Reaction.START + "=earliest", "service.ranking:Integer=100",
    Reaction.TYPES + "=pipeline.OpportunityCreated", Reaction.TYPES + "=pipeline.OpportunityChanged",
    Reaction.TYPES + "=pipeline.OpportunityDeleted", Reaction.TYPES + "=pipeline.OpportunityLost",
    Reaction.TYPES + "=pipeline.OpportunityRestored", Reaction.TYPES + "=pipeline.OpportunityWon",
    Reaction.TYPES + "=pipeline.OpportunityReverted", Reaction.TYPES + "=pipeline.StageChanged",
    Reaction.TYPES + "=runtime.ActUndone",
    Reaction.TYPES + "=directory.UserChanged", Reaction.TYPES + "=directory.UserDeactivated",
    Reaction.TYPES + "=calendar.MeetingAdvanced",
    Reaction.TYPES + "=calendar.MeetingChanged", Reaction.TYPES + "=calendar.MeetingDeleted"})
public final class ActivityReaction implements Reaction {

    private final ActivityTransactions transactions;
    private final OpportunityEvents opportunities;

    @Activate
    public ActivityReaction(@Reference ActivityTransactions transactions) {
        this.transactions = transactions;
        this.opportunities = new OpportunityEvents(transactions);
    }

    @Override
    public void react(DomainEvent event, Transaction tx) {
        String module = event.type().substring(0, event.type().indexOf('.'));
        switch (module) {
            case "pipeline", "runtime" -> opportunities.react(event, tx);
            default -> transactions.within(unit -> {
                switch (module) {
                    case "directory" -> UserEvents.react(event, unit, tx);
                    case "calendar" -> MeetingEvents.react(event, unit, tx);
                    // An older version wanted to hear of followers, and may have missed some.
                    default -> { }
                }
                return null;
            });
        }
    }
}
