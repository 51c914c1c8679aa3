package com.pivotino.crm.api.chatter.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.record.RecordFact;
import java.util.Set;

/**
 * Somebody follows the event's record from now on. An internal follower may read the record (SEMANTICS W8).
 *
 * @param person    who
 * @param follower  id of the follower entry and the person's name
 * @param automatic because of creating or owning the record (SEMANTICS W4)
 */
@EventType("chatter.FollowerAdded")
public record FollowerAdded(PersonRef person, NamedRef follower, boolean automatic) implements RecordFact {

    @Override
    public Set<Long> readersAdded() {
        return person.isUser() ? Set.of(person.id()) : Set.of();
    }
}
