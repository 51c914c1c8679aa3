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
public final class ActivityUnitOfWork {

    private final EntityManager em;
    private final ActivityTransactions office;
    private final ZoneCache whereabouts;
    private final ActivityStore store;

    ActivityUnitOfWork(EntityManager em, ActivityTransactions office, ZoneCache whereabouts) {
        this.em = em;
        this.office = office;
        this.whereabouts = whereabouts;
        this.store = new ActivityStore(em, office.records());
    }

    EntityManager em() {
        return em;
    }

    ActivityTransactions office() {
        return office;
    }

    public ActivityStore store() {
        return store;
    }

    ZoneCache whereabouts() {
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

    public ActivityOperations desk(Transaction tx) {
        return desk(tx, Map.of());
    }

    /** @param said due dates that were asked for before the transaction */
    ActivityOperations desk(Transaction tx, Map<DueDateQuestion, DueDate> said) {
        return new ActivityOperations(this, tx, said);
    }

    DueDesk dues(Map<DueDateQuestion, DueDate> said) {
        return new DueDesk(whereabouts, office::settings, said);
    }

    Versions versions(Transaction tx) {
        return new Versions(store, views(), tx.now());
    }

    ActivityAttachments files(Transaction tx) {
        return new ActivityAttachments(store, office.partners().files(), tx);
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
