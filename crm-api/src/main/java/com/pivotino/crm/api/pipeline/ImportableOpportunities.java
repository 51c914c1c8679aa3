package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Actor;
import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Reads and writes that only imports need beside {@link OpportunityService}. Every call joins the running act. */
@ProviderType
public interface ImportableOpportunities {

    /**
     * The traces that users have left on an opportunity.
     *
     * @param version the version that it has in the running transaction
     * @param worked  whether people have worked around it without changing it: planned, written, done something
     */
    record Trace(long version, boolean worked) {
    }

    /**
     * The oldest opportunity with each of these keys that the actor may read; keys of {@link ExportKey} find the opportunity that
     * they were made of. Keys without one are left out.
     */
    Map<String, Long> readableByExternalId(Actor actor, Collection<String> externalIds);

    /** The traces by id, of those of the opportunities that are there; one query. */
    Map<Long, Trace> traces(Collection<Long> ids);

    /**
     * Whether any opportunity refers to a person or team.
     *
     * @param kind {@code contact, team, user}
     */
    boolean refersTo(String kind, long id);
}
