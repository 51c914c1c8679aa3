package com.pivotino.crm.chatter.internal.reaction;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.event.ContactMerged;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.util.List;
import java.util.Set;

/**
 * A contact became part of another: whom it followed, the other one follows with the same subtypes and the same link. Where both
 * followed, one stays. The steps to take that back stand at the contact.
 */
final class MergedFollowers {

    /** Names our steps apart from those of records. */
    private static final String OWNER = "followers";

    private final ChatterStore store;
    private final Transaction tx;

    MergedFollowers(ChatterStore store, Transaction tx) {
        this.store = store;
        this.tx = tx;
    }

    /** Somebody followed a record. */
    record Moved(String type, long id, Set<String> subtypes, long to, boolean both) {
        RecordRef record() {
            return new RecordRef(type, id);
        }
    }

    /** The part of the runtime's event that is ours. */
    record Undone(Steps steps) {
    }

    record Steps(List<Moved> followers) {
    }

    void merge(ContactMerged merged) {
        PersonRef kept = PersonRef.contact(merged.into().id());
        for (Following following : store.followings(PersonRef.contact(merged.contactId()))) {
            boolean both = store.following(following.record(), kept).isPresent();
            tx.undoStep(new RecordRef("contact", merged.contactId()), OWNER, new Moved(following.record().type(),
                    following.record().id(), following.subtypes(), kept.id(), both));
            if (both) {
                store.remove(following);
            } else {
                following.become(kept);
            }
        }
    }

    /** As it was before, where the other one still follows. */
    void takeBack(DomainEvent event) {
        List<Moved> moved = event.body(Undone.class).steps().followers();
        PersonRef back = PersonRef.contact(event.record().id());
        for (Moved one : moved == null ? List.<Moved>of() : moved) {
            store.following(one.record(), PersonRef.contact(one.to())).ifPresent(following -> {
                if (one.both()) {
                    store.add(new Following(one.record(), back, tx.now())).choose(one.subtypes());
                } else {
                    following.become(back);
                }
            });
        }
    }
}
