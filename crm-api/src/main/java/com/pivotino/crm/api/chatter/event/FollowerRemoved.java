package com.pivotino.crm.api.chatter.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.EventType;

/** Somebody no longer follows the event's record. */
@EventType("chatter.FollowerRemoved")
public record FollowerRemoved(PersonRef person, NamedRef follower) {
}
