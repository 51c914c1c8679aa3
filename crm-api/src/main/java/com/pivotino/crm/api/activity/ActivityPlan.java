package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.Versioned;
import java.util.List;

/**
 * Several activities that are planned together. An edit makes a new version; what was launched before stays as it is.
 *
 * @param active whether it is offered
 * @param lines  in the order in which they count from each other
 */
public record ActivityPlan(long id, long version, String name, boolean active, List<PlanLine> lines) implements Versioned {

    public ActivityPlan {
        lines = List.copyOf(lines);
    }
}
