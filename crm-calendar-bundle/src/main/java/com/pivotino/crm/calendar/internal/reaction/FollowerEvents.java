package com.pivotino.crm.calendar.internal.reaction;

import com.pivotino.crm.calendar.internal.domain.RecordFollower;
import com.pivotino.crm.calendar.internal.domain.TrackedRecord;
import com.pivotino.crm.calendar.internal.store.RecordStore;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.event.FollowerAdded;
import com.pivotino.crm.api.chatter.event.FollowerRemoved;
import com.pivotino.crm.api.event.DomainEvent;

/** Who follows a record may read it (SEMANTICS W8). */
final class FollowerEvents {

    private FollowerEvents() {
    }

    static void react(DomainEvent event, RecordStore store) {
        boolean removed = "chatter.FollowerRemoved".equals(event.type());
        PersonRef person = removed ? event.body(FollowerRemoved.class).person() : event.body(FollowerAdded.class).person();
        if (!person.isUser()) {
            return;
        }
        if (removed) {
            store.follower(event.record(), person.id()).ifPresent(store::remove);
        } else if (isNew(event, person, store)) {
            store.add(new RecordFollower(event.record(), person.id()));
        }
    }

    private static boolean isNew(DomainEvent event, PersonRef person, RecordStore store) {
        return store.record(event.record()).filter(TrackedRecord::isFresh).isPresent()
                || store.follower(event.record(), person.id()).isEmpty();
    }
}
