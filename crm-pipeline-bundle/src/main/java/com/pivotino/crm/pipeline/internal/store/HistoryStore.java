package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.pipeline.HistoryEntry;
import com.pivotino.crm.pipeline.internal.domain.HistoryLine;
import java.util.List;
import javax.persistence.EntityManager;

/** The history of stages and outcomes (SEMANTICS P7). */
public final class HistoryStore {
    private final EntityManager em;

    HistoryStore(EntityManager em) {
        this.em = em;
    }

    public void add(HistoryLine line) {
        em.persist(line);
    }

    /** What an act wrote of this opportunity counts no more: the act is undone. The lines stay. */
    public void undone(long opportunityId, String causeId) {
        PipelineStores.sql(em, "UPDATE pl_history SET undone = TRUE WHERE opportunity_id = ? AND cause_id = ?", opportunityId, causeId)
                .update();
    }

    /** Oldest first. */
    public List<HistoryEntry> of(long opportunityId) {
        return em.createQuery("SELECT h FROM HistoryLine h WHERE h.opportunityId = :id ORDER BY h.at, h.id",
                HistoryLine.class).setParameter("id", opportunityId).getResultList().stream()
                .map(HistoryLine::toRecord).toList();
    }
}
