package com.pivotino.crm.api.chatter;

import java.util.List;

/**
 * The default subscription of a role: applied when a user adds somebody of this role as a follower.
 *
 * @param role     {@code salesperson, manager, admin}, or {@code external} for people outside
 * @param subtypes keys of the subscribed kinds of events
 * @param chosen   whether an administrator chose them, or they are the product's own (SEMANTICS W2)
 */
public record FollowerTemplate(String role, List<String> subtypes, boolean chosen) {

    public FollowerTemplate {
        subtypes = List.copyOf(subtypes);
    }
}
