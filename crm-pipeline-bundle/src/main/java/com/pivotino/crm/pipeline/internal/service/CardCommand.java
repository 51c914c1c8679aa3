package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;

/** What is to be done with a card. */
interface CardCommand {

    /** The stage that it leads to, or null if there is nothing to do; refuses before anything has changed. */
    Stage target(OpportunityEntity card, StageLadder ladder, PipelineStores db);

    void run(StageTransition act, OpportunityEntity card, Stage target, PipelineStores db);
}
