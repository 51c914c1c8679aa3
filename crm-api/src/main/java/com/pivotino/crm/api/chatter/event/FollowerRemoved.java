package com.pivotino.crm.api.chatter.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.record.RecordFact;
import java.util.Set;

/** Somebody no longer follows the event's record. */
@EventType("chatter.FollowerRemoved")
public record FollowerRemoved(PersonRef person, NamedRef follower) implements RecordFact {

    @Override
    public Set<Long> readersRemoved() {
        return person.isUser() ? Set.of(person.id()) : Set.of();
    }
}
