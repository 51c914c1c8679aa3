package com.pivotino.crm.pipeline.internal.store;

import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;

/** Which users follow which opportunity and so may read it (SEMANTICS W8); fed by the chatter's events. */
public final class Followers {
    private final EntityManager em;

    Followers(EntityManager em) {
        this.em = em;
    }

    public boolean follows(long userId, long opportunityId) {
        return !PipelineStores.aside(em, "SELECT user_id FROM pl_follower WHERE opportunity_id = ? AND user_id = ?", opportunityId,
                userId).getResultList().isEmpty();
    }

    public Set<Long> of(long opportunityId) {
        Set<Long> users = new TreeSet<>();
        for (Object user : PipelineStores.aside(em, "SELECT user_id FROM pl_follower WHERE opportunity_id = ?", opportunityId)
                .getResultList()) {
            users.add(((Number) user).longValue());
        }
        return users;
    }

    /** Nothing happens if the user follows already. */
    public void add(long opportunityId, long userId) {
        PipelineStores.aside(em, "INSERT INTO pl_follower (opportunity_id, user_id) SELECT o.id, u.id"
                + " FROM (SELECT CAST(? AS BIGINT) AS id) o, (SELECT CAST(? AS BIGINT) AS id) u WHERE NOT EXISTS"
                + " (SELECT 1 FROM pl_follower f WHERE f.opportunity_id = o.id AND f.user_id = u.id)", opportunityId, userId)
                .executeUpdate();
    }

    public void remove(long opportunityId, long userId) {
        PipelineStores.aside(em, "DELETE FROM pl_follower WHERE opportunity_id = ? AND user_id = ?", opportunityId, userId)
                .executeUpdate();
    }
}
