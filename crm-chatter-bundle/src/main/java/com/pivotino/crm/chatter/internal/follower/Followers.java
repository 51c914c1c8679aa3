package com.pivotino.crm.chatter.internal.follower;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.event.FollowerAdded;
import com.pivotino.crm.api.chatter.event.FollowerRemoved;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.util.Optional;

/** Beginning and ending to follow inside one act, by a person's call and by reactions alike. */
public final class Followers {

    /** Record type of a team: who follows it follows its new records. */
    public static final String TEAM = "team";

    private final ChatterStore store;
    private final Transaction tx;

    public Followers(ChatterStore store, Transaction tx) {
        this.store = store;
        this.tx = tx;
    }

    /** Somebody began to follow by an act that can be undone (SEMANTICS P19). */
    public record Begun(long userId, String name) {
    }

    /**
     * Somebody follows with the default subtypes, unless they do already (SEMANTICS W1).
     *
     * @param automatic because of creating or owning the record (SEMANTICS W4)
     * @return the new follower, empty if there was one
     */
    public Optional<Following> add(TrackedRecord record, PersonRef person, String name, boolean automatic) {
        if (!record.isFresh() && store.following(record.ref(), person).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(addNew(record.ref(), person, name, automatic));
    }

    /** The same for somebody of whom it is known that they do not follow yet. */
    public Following addNew(RecordRef record, PersonRef person, String name, boolean automatic) {
        Following following = store.add(new Following(record, person, tx.now()));
        if (record.type().equals(TEAM)) {
            return following;
        }
        tx.publish(record, new FollowerAdded(person, new NamedRef(following.id(), name), automatic));
        if (automatic && person.isUser()) {
            tx.undoStep(record, "chatter", new Begun(person.id(), name));
        }
        return following;
    }

    public void remove(RecordRef record, Following following, String name) {
        store.remove(following);
        if (record.type().equals(TEAM)) {
            return;
        }
        tx.publish(record, new FollowerRemoved(following.person(), new NamedRef(following.id(), name)));
    }
}
