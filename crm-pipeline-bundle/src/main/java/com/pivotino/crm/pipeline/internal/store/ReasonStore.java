package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.pipeline.internal.domain.LostReasonEntity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.EntityManager;

/** Lost reasons and proposals of new ones (SEMANTICS P15). */
public final class ReasonStore {
    private static final Comparator<LostReason> ORDER = Comparator.comparingInt(LostReason::sequence)
            .thenComparingLong(LostReason::id);
    private final EntityManager em;

    ReasonStore(EntityManager em) {
        this.em = em;
    }

    /** A proposal with one of the reasons that stand beside it. */
    public record Proposal(String text, long reasonId, long count) {
    }

    /** All, archived ones included, in order. */
    public List<LostReason> all() {
        return em.createQuery("SELECT r FROM LostReasonEntity r", LostReasonEntity.class).getResultList().stream()
                .map(LostReasonEntity::toRecord).sorted(ORDER).toList();
    }

    public Optional<LostReasonEntity> find(long id) {
        return Optional.ofNullable(em.find(LostReasonEntity.class, id));
    }

    public void add(LostReasonEntity reason) {
        em.persist(reason);
        em.flush();
    }

    public void remove(LostReasonEntity reason) {
        em.remove(reason);
        em.flush();
    }

    /** Whether a record or the history names it. */
    public boolean isUsed(long id) {
        return PipelineStores.sql(em, "SELECT (SELECT COUNT(*) FROM pl_opportunity WHERE lost_reason_id = ?)"
                + " + (SELECT COUNT(*) FROM pl_history WHERE lost_reason_id = ?)", id, id).number() > 0;
    }

    /**
     * Proposals on lost opportunities that the actor may read, texts that differ only in case together, with every reason
     * beside them.
     */
    public List<Proposal> proposals(Actor actor) {
        Where where = Where.readableBy(actor).and("o.proposed_reason IS NOT NULL");
        return PipelineStores.sql(em, "SELECT MIN(o.proposed_reason), o.lost_reason_id, COUNT(*)"
                + " FROM pl_opportunity o WHERE " + where.sql() + " GROUP BY LOWER(o.proposed_reason), o.lost_reason_id", where.values()
                .toArray()).rows().stream()
                .map(row -> new Proposal((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                .toList();
    }

    /** Lost opportunities that bear the proposal. */
    public List<OpportunityEntity> proposing(String text) {
        return em.createQuery("SELECT o FROM OpportunityEntity o WHERE LOWER(o.proposedReason) = :text",
                OpportunityEntity.class).setParameter("text", text.toLowerCase(Locale.ROOT)).getResultList();
    }
}
