package com.pivotino.crm.chatter.internal.reaction;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.event.OpportunityFact;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.chatter.internal.store.RecordStore;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Fills in customer, address and stage of records that this bundle has known since before it kept them. Does nothing but
 * catch up: {@link FollowReaction} keeps them from then on.
 */
@Component(service = Reaction.class, property = {
    Reaction.ID + "=chatter.customers", Reaction.START + "=earliest", Reaction.TYPES + "=pipeline.*"})
public final class CustomerBackfill implements Reaction {

    private final JpaTemplate jpa;
    private final RecordIndex records;

    @Activate
    public CustomerBackfill(@Reference(target = "(crm.module=chatter)") SchemaReady schema,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa, @Reference RecordIndex records) {
        this.jpa = jpa;
        this.records = records;
    }

    @Override
    public void react(DomainEvent event, Transaction tx) {
        if (tx.catchingUp()) {
            jpa.tx(TransactionType.Required, em -> new RecordStore(em, records).details(event.record()).ifPresent(record -> {
                OpportunityFact fact = event.body(OpportunityFact.class);
                if (fact.state() != null) {
                    record.follow(fact.state());
                }
            }));
        }
    }
}
