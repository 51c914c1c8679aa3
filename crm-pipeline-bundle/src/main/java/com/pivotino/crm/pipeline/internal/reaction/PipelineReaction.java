package com.pivotino.crm.pipeline.internal.reaction;

import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.chatter.event.CustomerIdentified;
import com.pivotino.crm.api.directory.event.ContactChanged;
import com.pivotino.crm.api.directory.event.ContactMerged;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.pipeline.internal.service.AutomaticMoves;
import com.pivotino.crm.pipeline.internal.service.CustomerLink;
import com.pivotino.crm.pipeline.internal.service.PipelineCore;
import com.pivotino.crm.pipeline.internal.service.UndoneCards;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other bundles' events mean to a card: its open activities, its customer's name, the move of P9. */
@Component(property = {Reaction.ID + "=pipeline", Reaction.START + "=earliest", Reaction.TYPES + "=activity.*",
        Reaction.TYPES + "=chatter.CustomerIdentified",
        Reaction.TYPES + "=directory.ContactChanged", Reaction.TYPES + "=directory.ContactMerged",
        Reaction.TYPES + "=runtime.ActUndone"})
public final class PipelineReaction implements Reaction {
    private static final String OPPORTUNITY = "opportunity";
    /** The first activity that an import brings with it comes by itself: no reason to keep what is taken back. */
    private static final Set<String> NOBODYS_WORK = Set.of("import", "automation");

    private final PipelineCore core;
    private final AutomaticMoves moves;

    @Activate
    public PipelineReaction(@Reference PipelineCore core) {
        this.core = core;
        this.moves = new AutomaticMoves(core);
    }

    /** What the activities' events have in common. */
    public record ActivityFact(ActivityState activity, List<ActivityState> activities, Boolean byMove) {
        List<ActivityState> all() {
            return activity != null ? List.of(activity) : activities == null ? List.of() : activities;
        }
    }

    @Override
    public void react(DomainEvent event, Transaction transaction) {
        core.join(db -> {
            switch (event.type()) {
                case "chatter.CustomerIdentified" -> new CustomerLink(core).link(transaction, db, event.record().id(),
                        event.body(CustomerIdentified.class));
                case "runtime.ActUndone" -> undone(db, event, transaction);
                case "directory.ContactMerged" -> new CustomerLink(core).relink(transaction, db, event.body(ContactMerged.class));
                case "directory.ContactChanged" -> contact(transaction, db, event.body(ContactChanged.class));
                default -> activity(db, event, transaction);
            }
            return null;
        });
    }

    private void activity(PipelineStores db, DomainEvent event, Transaction tx) {
        ActivityFact fact = event.body(ActivityFact.class);
        Set<Long> cards = new LinkedHashSet<>();
        for (ActivityState activity : fact.all()) {
            if (OPPORTUNITY.equals(activity.record().type())) {
                db.activities().put(activity, event.type().equals("activity.ActivityScheduled") && !tx.catchingUp(),
                        event.type().equals("activity.ActivityDeleted"));
                cards.add(activity.record().id());
            }
        }
        cards.forEach(db.activities()::refreshCard);
        if (event.actor() != null && !NOBODYS_WORK.contains(event.cause())) {
            cards.forEach(db.opportunities()::markWorked);
        }
        if (event.type().equals("activity.ActivityCompleted") && !Boolean.TRUE.equals(fact.byMove())) {
            fact.all().stream().filter(activity -> "first".equals(activity.role()) && cards.contains(activity.record().id()))
                    .forEach(activity -> moves.firstActivityDone(tx, db, activity.record().id(), event.at()));
        }
    }

    private void undone(PipelineStores db, DomainEvent event, Transaction tx) {
        if (OPPORTUNITY.equals(event.record().type())) {
            new UndoneCards(core).putBack(tx, db, event.record(), event.body(UndoneCards.Undone.class));
        }
    }

    private void contact(Transaction tx, PipelineStores db, ContactChanged contact) {
        if (contact.deleted()) {
            new CustomerLink(core).unlink(tx, db, contact.contactId());
        } else {
            db.opportunities().renameCustomer(contact.contactId(), contact.name());
        }
    }
}
