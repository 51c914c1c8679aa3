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
    private final ActivityTransactions transactions;
    private final ZoneCache zones;
    private final ActivityStore store;

    ActivityUnitOfWork(EntityManager em, ActivityTransactions transactions, ZoneCache zones) {
        this.em = em;
        this.transactions = transactions;
        this.zones = zones;
        this.store = new ActivityStore(em, transactions.records());
    }

    EntityManager em() {
        return em;
    }

    ActivityTransactions transactions() {
        return transactions;
    }

    public ActivityStore store() {
        return store;
    }

    ZoneCache zones() {
        return zones;
    }

    ActivityViews views() {
        return new ActivityViews(store, transactions.directory());
    }

    ActivityAccess access() {
        return new ActivityAccess(store);
    }

    public Assignees assignees() {
        return new Assignees(transactions.directory(), store);
    }

    public ActivityOperations operations(Transaction tx) {
        return operations(tx, Map.of());
    }

    /** @param said due dates that were asked for before the transaction */
    ActivityOperations operations(Transaction tx, Map<DueDateQuestion, DueDate> said) {
        return new ActivityOperations(this, tx, said);
    }

    DueDateAnswers dues(Map<DueDateQuestion, DueDate> said) {
        return new DueDateAnswers(zones, transactions::settings, said);
    }

    Versions versions(Transaction tx) {
        return new Versions(store, views(), tx.now());
    }

    ActivityAttachments files(Transaction tx) {
        return new ActivityAttachments(store, transactions.partners().files(), tx);
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
