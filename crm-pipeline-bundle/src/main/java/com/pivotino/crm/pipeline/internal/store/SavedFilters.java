package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.pipeline.internal.domain.SavedFilterEntity;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;

/** The filters that people keep for themselves. */
public final class SavedFilters {
    private final EntityManager em;

    SavedFilters(EntityManager em) {
        this.em = em;
    }

    /** Somebody's, in order. */
    public List<SavedFilterEntity> of(long userId) {
        return em.createQuery("SELECT f FROM SavedFilterEntity f WHERE f.userId = :user ORDER BY f.view, f.sequence, f.id",
                SavedFilterEntity.class).setParameter("user", userId).getResultList();
    }

    /** Somebody's own one. */
    public Optional<SavedFilterEntity> find(long id, long userId) {
        return Optional.ofNullable(em.find(SavedFilterEntity.class, id)).filter(filter -> filter.belongsTo(userId));
    }

    public void add(SavedFilterEntity filter) {
        em.persist(filter);
        em.flush();
    }

    public void remove(SavedFilterEntity filter) {
        em.remove(filter);
        em.flush();
    }
}
