package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.pipeline.internal.domain.StageDefinitionEntity;
import com.pivotino.crm.pipeline.internal.domain.StageEntity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;

/** Stages in the database. */
public final class StageStore {
    private final EntityManager em;
    private final Set<Long> unavailable;

    /** @param unavailable ids of the stages whose provider is away */
    StageStore(EntityManager em, Set<Long> unavailable) {
        this.em = em;
        this.unavailable = unavailable;
    }

    /** All, archived ones included. */
    public List<Stage> all() {
        return em.createQuery("SELECT s FROM StageEntity s", StageEntity.class).getResultList().stream()
                .map(StageEntity::toRecord).map(s -> unavailable.contains(s.id()) ? s.unavailable() : s).toList();
    }

    /** What providers said last. */
    public List<StageDefinitionEntity> definitions() {
        return em.createQuery("SELECT d FROM StageDefinitionEntity d", StageDefinitionEntity.class).getResultList();
    }

    public void add(StageDefinitionEntity definition) {
        em.persist(definition);
    }

    public Optional<StageEntity> find(long id) {
        return Optional.ofNullable(em.find(StageEntity.class, id));
    }

    public void add(StageEntity stage) {
        em.persist(stage);
        em.flush();
    }

    public void remove(StageEntity stage) {
        em.remove(stage);
        em.flush();
    }

    /** How many cards stand in it. */
    public long cards(long stageId) {
        return number("SELECT COUNT(*) FROM pl_opportunity WHERE stage_id = ?", stageId);
    }

    /** How many cards of other teams stand in it. */
    public long cardsOfOthers(long stageId, long teamId) {
        return number("SELECT COUNT(*) FROM pl_opportunity WHERE stage_id = ? AND (team_id IS NULL OR team_id <> ?)",
                stageId, teamId);
    }

    private long number(String sql, Object... values) {
        return ((Number) PipelineStores.sql(em, sql, values).getSingleResult()).longValue();
    }
}
