package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import org.osgi.annotation.versioning.ProviderType;

/** Figures over opportunities, each with the list of those behind it, and hints. Only opportunities that the actor may read count. */
@ProviderType
public interface ReportService {

    /** Filters {@code from, to, groupBy, team, salesperson, customer, tag, q}. */
    MissedSales missedSales(Actor actor, ListQuery query);

    /** Filters {@code from, to, team, salesperson, customer, tag, q}. */
    PipelineReport pipeline(Actor actor, ListQuery query);

    /** Filters as {@link OpportunityService#list}. */
    OpportunitySummary summary(Actor actor, ListQuery query);

    /**
     * Contacts and open opportunities that may be the same as one about to be made: filters {@code email} in any case,
     * {@code phone} whatever its spelling or country prefix, {@code name} of the customer; at least one of them.
     */
    Duplicates duplicates(Actor actor, ListQuery query);
}
