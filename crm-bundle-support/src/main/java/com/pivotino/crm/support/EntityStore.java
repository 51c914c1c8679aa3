package com.pivotino.crm.support;

import javax.persistence.EntityManager;

/** Entities of a bundle in the database; joins the running transaction. */
public abstract class EntityStore {

    protected final EntityManager em;

    protected EntityStore(EntityManager em) {
        this.em = em;
    }

    public final <T> T add(T entity) {
        em.persist(entity);
        return entity;
    }

    public final void remove(Object entity) {
        em.remove(entity);
    }

    /** Writes what is pending, so that versions are those of the database. */
    public final void flush() {
        em.flush();
    }
}
