package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.pipeline.ImportableOpportunities.Trace;
import com.pivotino.crm.support.Sql;
import com.pivotino.crm.support.SqlStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;

/** What has been done to opportunities, and whom they refer to. */
public final class TraceStore {

    private static final Map<String, List<String>> REFERENCES = Map.of("contact", List.of("customer_id"), "team", List.of("team_id"),
            "user", List.of("salesperson_id", "created_by"));

    private final EntityManager em;

    TraceStore(EntityManager em) {
        this.em = em;
    }

    /** Of those of the opportunities that are still there. */
    public Map<Long, Trace> of(Collection<Long> ids) {
        Map<Long, Trace> traces = new HashMap<>();
        if (!ids.isEmpty()) {
            em.flush();
            SqlStatement.of(em, "SELECT id, version, worked FROM pl_opportunity WHERE id IN ("
                    + Sql.marks(ids) + ")", List.copyOf(ids)).rows().forEach(row -> traces.put(((Number) row[0]).longValue(),
                    new Trace(((Number) row[1]).longValue(), (Boolean) row[2])));
        }
        return traces;
    }

    /** Whether an opportunity refers to the contact, team or user. */
    public boolean refersTo(String kind, long id) {
        return REFERENCES.get(kind).stream().anyMatch(column -> !PipelineStores.sql(em, "SELECT o.id FROM pl_opportunity o WHERE o."
                + column + " = ? LIMIT 1", id).column().isEmpty());
    }
}
