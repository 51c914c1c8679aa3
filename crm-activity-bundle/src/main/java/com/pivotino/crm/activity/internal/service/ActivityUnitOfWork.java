package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.event.Transaction;
import java.util.Map;
import javax.persistence.EntityManager;

/** What one transaction works with; all of it made anew for each. */
public final class Workbench {

    private final EntityManager em;
    private final Office office;
    private final Whereabouts whereabouts;
    private final ActivityStore store;

    Workbench(EntityManager em, Office office, Whereabouts whereabouts) {
        this.em = em;
        this.office = office;
        this.whereabouts = whereabouts;
        this.store = new ActivityStore(em);
    }

    EntityManager em() {
        return em;
    }

    Office office() {
        return office;
    }

    public ActivityStore store() {
        return store;
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    ActivityViews views() {
        return new ActivityViews(store, office.directory());
    }

    ActivityAccess access() {
        return new ActivityAccess(store);
    }

    public Assignees assignees() {
        return new Assignees(office.directory(), store);
    }

    public ActivityDesk desk(Transaction tx) {
        return desk(tx, Map.of());
    }

    /** @param said due dates that were asked for before the transaction */
    ActivityDesk desk(Transaction tx, Map<DueDateQuestion, DueDate> said) {
        return new ActivityDesk(this, tx, said);
    }

    DueDesk dues(Map<DueDateQuestion, DueDate> said) {
        return new DueDesk(whereabouts, office::settings, said);
    }

    Versions versions(Transaction tx) {
        return new Versions(store, views(), tx.now());
    }

    Enclosing files(Transaction tx) {
        return new Enclosing(store, office.partners().files(), tx);
    }

    public UndoNotes undo(Transaction tx) {
        return new UndoNotes(store, tx);
    }

    /** As it stands in the database now. */
    Activity shown(Transaction tx, PlannedActivity activity) {
        store.flush();
        return views().of(activity, tx.now());
    }
}
