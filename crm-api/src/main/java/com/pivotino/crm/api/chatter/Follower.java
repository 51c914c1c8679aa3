package com.pivotino.crm.api.chatter;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person who is notified of events of a record (SEMANTICS W1).
 *
 * @param subtypes    keys of the subtypes chosen
 * @param internal    an active internal user; others never hold internal subtypes (SEMANTICS W3)
 * @param accessUntil until when an external follower's link works, or null
 */
public record Follower(long id, NamedPerson person, Set<String> subtypes, boolean internal, Instant accessUntil) {

    public Follower {
        subtypes = new TreeSet<>(subtypes);
    }
}
