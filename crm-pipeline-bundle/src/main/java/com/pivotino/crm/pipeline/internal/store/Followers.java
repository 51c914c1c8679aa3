package com.pivotino.crm.pipeline.internal.store;

import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;

/** Which users follow which opportunity and so may read it (SEMANTICS W8), as the runtime's record index says. */
public final class Followers {
    private static final String USERS = "SELECT user_id FROM rt_record_reader WHERE record_type = 'opportunity' AND record_id = ?";
    private final EntityManager em;

    Followers(EntityManager em) {
        this.em = em;
    }

    public boolean follows(long userId, long opportunityId) {
        return !PipelineStores.aside(em, USERS + " AND user_id = ?", opportunityId, userId).column().isEmpty();
    }

    public Set<Long> of(long opportunityId) {
        Set<Long> users = new TreeSet<>();
        for (Object user : PipelineStores.aside(em, USERS, opportunityId).column()) {
            users.add(((Number) user).longValue());
        }
        return users;
    }
}
