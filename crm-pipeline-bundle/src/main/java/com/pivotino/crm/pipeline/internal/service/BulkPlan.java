package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a bulk request wants.
 *
 * @param ids       each once, in the order sent
 * @param isPartial whether the others are done if some are refused
 * @param moves     the plan for each card if it is one of those that a guard is asked about, else null
 * @param change    what is done with each card
 * @param request   refuses what no card could be done with
 */
record BulkPlan(List<Long> ids, boolean isPartial, boolean isUndoable, CardCommand moves, Change change, Consumer<PipelineStores> request,
        Long lostReasonId, String note) {

    /** Looks at one card; answers what changes it, or null if there is nothing to do. */
    interface Change {
        Runnable ready(Transaction tx, PipelineStores db, OpportunityEntity card, StageLadder ladder);
    }

    void check(PipelineStores db) {
        request.accept(db);
    }

    Runnable ready(Transaction tx, PipelineStores db, OpportunityEntity card, StageLadder ladder) {
        return change.ready(tx, db, card, ladder);
    }
}
