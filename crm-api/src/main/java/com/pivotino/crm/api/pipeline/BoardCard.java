package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Versioned;
import com.pivotino.crm.api.record.Permissions;
import java.time.Instant;
import java.util.List;

/** A card of the board: what of an {@link Opportunity} is drawn there, member by member the same. */
public record BoardCard(long id, long version, String name, NamedRef customer, Money expectedRevenue, int priority,
        List<String> tags, NamedRef salesperson, NamedRef team, NextActivity nextActivity, String activityState,
        String ribbon, NamedRef lostReason, Instant stageSince, Instant closedAt, Permissions can) implements Versioned {
    public BoardCard {
        tags = List.copyOf(tags);
    }
}
