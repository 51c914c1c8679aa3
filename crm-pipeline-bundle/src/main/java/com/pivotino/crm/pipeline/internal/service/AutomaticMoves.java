package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.time.Instant;
import java.util.Optional;

/** What moves a card without a hand on it. */
public final class AutomaticMoves {
    private final PipelineCore core;

    public AutomaticMoves(PipelineCore core) {
        this.core = core;
    }

    /**
     * The first activity is done: a card in New moves on (SEMANTICS P9). One that came back to New after that stays
     * (P11), also when the news comes late.
     */
    public void firstActivityDone(Transaction tx, PipelineStores db, long opportunityId, Instant done) {
        OpportunityEntity card = db.opportunities().find(opportunityId).orElse(null);
        if (card == null || card.stageSince().isAfter(done)) {
            return;
        }
        StageLadder ladder = db.ladder();
        Stage from = ladder.find(card.stageId()).orElseThrow();
        Optional<Stage> to = ladder.afterFirstActivity(from, card.teamId());
        if (from.kind().equals("new") && to.isPresent()) {
            new StageTransition(core, tx, db, card, ladder).changeStage(to.get(), null);
            tx.effect(new Effect("opportunity.stage_changed", RecordRef.opportunity(opportunityId),
                    "Moved to " + to.get().name() + "."));
        }
    }
}
