package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.domain.RecordFollower;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.event.FollowerAdded;
import com.pivotino.crm.api.chatter.event.FollowerRemoved;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who follows a record may read its activities (SEMANTICS W8). */
@Component(service = Reaction.class, property = {
    Reaction.ID + "=activity.followers", Reaction.START + "=earliest",
    Reaction.TYPES + "=chatter.FollowerAdded", Reaction.TYPES + "=chatter.FollowerRemoved"})
public final class FollowerReaction implements Reaction {

    private final JpaTemplate jpa;

    @Activate
    public FollowerReaction(@Reference(target = "(crm.module=activity)") SchemaReady schema,
            @Reference(target = "(osgi.unit.name=crm-activity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void react(DomainEvent event, Transaction tx) {
        boolean removed = "chatter.FollowerRemoved".equals(event.type());
        PersonRef person = removed ? event.body(FollowerRemoved.class).person() : event.body(FollowerAdded.class).person();
        if (person.isUser()) {
            jpa.tx(TransactionType.Required, em -> {
                ActivityStore store = new ActivityStore(em);
                if (removed) {
                    store.follower(event.record(), person.id()).ifPresent(store::remove);
                } else if (isNew(event, person, store)) {
                    store.add(new RecordFollower(event.record(), person.id()));
                }
            });
        }
    }

    private static boolean isNew(DomainEvent event, PersonRef person, ActivityStore store) {
        return store.record(event.record()).filter(TrackedRecord::isFresh).isPresent()
                || store.follower(event.record(), person.id()).isEmpty();
    }
}
