package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.event.Transaction;

/** What is allowed and yet worth a word in the answer: effects of type {@code warning}. */
final class Warnings {

    private static final String WARNING = "warning";

    private Warnings() {
    }

    /** SEMANTICS A6. */
    static void pastDue(Transaction tx, PlannedActivity activity) {
        if ("overdue".equals(activity.state(tx.now()))) {
            tx.effect(new Effect(WARNING, activity.record(), "The due date is already past, so it is overdue at once."));
        }
    }

    /** SEMANTICS A12. */
    static void lost(Transaction tx, TrackedRecord record) {
        if (record.isLost()) {
            tx.effect(new Effect(WARNING, record.ref(), "The record is lost."));
        }
    }
}
