package com.pivotino.crm.api.notification.spi;

import com.pivotino.crm.api.PersonRef;
import java.util.Set;

/**
 * The people already concerned with an event.
 *
 * @param followers users who follow the record, whatever they chose to hear of
 * @param owner     the record's salesperson, or null
 * @param mentioned users who are cited in the message, or nobody
 */
public record Audience(Set<PersonRef> followers, PersonRef owner, Set<PersonRef> mentioned) {

    public Audience {
        followers = Set.copyOf(followers);
        mentioned = Set.copyOf(mentioned);
    }
}
