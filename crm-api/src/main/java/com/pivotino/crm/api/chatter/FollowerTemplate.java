package com.pivotino.crm.api.chatter;

import java.util.List;

/**
 * What people of a role hear of when somebody makes them follow a record.
 *
 * @param role     {@code salesperson, manager, admin}, or {@code external} for people outside
 * @param subtypes keys of what they hear of
 * @param chosen   whether an administrator chose them, or they are the product's own (SEMANTICS W2)
 */
public record FollowerTemplate(String role, List<String> subtypes, boolean chosen) {

    public FollowerTemplate {
        subtypes = List.copyOf(subtypes);
    }
}
