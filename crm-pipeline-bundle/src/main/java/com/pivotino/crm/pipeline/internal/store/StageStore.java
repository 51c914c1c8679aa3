package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.internal.Memory;
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
    private final Memory.Shelf<String, List<Stage>> known;

    /** @param unavailable ids of the stages whose provider is away */
    StageStore(EntityManager em, Set<Long> unavailable, Memory.Shelf<String, List<Stage>> known) {
        this.em = em;
        this.unavailable = unavailable;
        this.known = known;
    }

    /** All, archived ones included. */
    public List<Stage> all() {
        return known.one("all", key -> em.createQuery("SELECT s FROM StageEntity s", StageEntity.class).getResultList().stream()
                .map(StageEntity::toRecord).toList()).stream().map(s -> unavailable.contains(s.id()) ? s.unavailable() : s).toList();
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

    /** Whether a card stood there once, so that the history and the reports name it. */
    public boolean isRemembered(long stageId) {
        return number("SELECT CASE WHEN EXISTS (SELECT 1 FROM pl_history WHERE to_stage_id = ?) OR EXISTS (SELECT 1 FROM pl_history"
                + " WHERE from_stage_id = ?) OR EXISTS (SELECT 1 FROM pl_opportunity WHERE open_stage_id = ?) THEN 1 ELSE 0 END",
                stageId, stageId, stageId) == 1;
    }

    /** How many cards of other teams stand in it. */
    public long cardsOfOthers(long stageId, long teamId) {
        return number("SELECT COUNT(*) FROM pl_opportunity WHERE stage_id = ? AND (team_id IS NULL OR team_id <> ?)",
                stageId, teamId);
    }

    private long number(String sql, Object... values) {
        return PipelineStores.sql(em, sql, values).number();
    }
}
