package com.pivotino.crm.pipeline.internal.store;

import java.util.HashMap;
import java.util.Map;
import javax.persistence.EntityManager;

/** Which columns somebody has folded or unfolded against the stage's default (SEMANTICS P5). */
public final class Folds {
    private final EntityManager em;

    Folds(EntityManager em) {
        this.em = em;
    }

    /** By stage; empty for an actor who is no user. */
    public Map<Long, Boolean> of(Long userId) {
        Map<Long, Boolean> folds = new HashMap<>();
        if (userId != null) {
            PipelineStores.aside(em, "SELECT stage_id, folded FROM pl_fold WHERE user_id = ?", userId).rows()
                    .forEach(row -> folds.put(((Number) row[0]).longValue(), (Boolean) row[1]));
        }
        return folds;
    }

    /** Null for the stage's default. */
    public void put(long userId, long stageId, Boolean folded) {
        PipelineStores.aside(em, "DELETE FROM pl_fold WHERE user_id = ? AND stage_id = ?", userId, stageId).update();
        if (folded != null) {
            PipelineStores.aside(em, "INSERT INTO pl_fold (user_id, stage_id, folded) VALUES (?, ?, ?)", userId, stageId, folded)
                    .update();
        }
    }
}
