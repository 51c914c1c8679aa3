package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Versioned;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityViews;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import com.pivotino.crm.support.StaleVersion;
import java.util.List;
import java.util.Map;

/** Refusals of changes that were made on an older version (SEMANTICS P8). */
final class Versions {
    private final PipelineCore core;

    Versions(PipelineCore core) {
        this.core = core;
    }

    /** Refuses if the caller knows another version than the present one. */
    void require(Call call, PipelineStores db, OpportunityEntity card) {
        if (StaleVersion.is(call.version(), card.version())) {
            throw conflict(db, card, Map.of());
        }
    }

    /** The refusal, with the current state and who made it. */
    CrmException conflict(PipelineStores db, OpportunityEntity card, Map<String, Object> more) {
        Lookup names = new Lookup(db, core.directory(), List.of(card));
        return StaleVersion.refusal(OpportunityViews.whole(card, names, core.now(), null),
                names.user(card.changedBy()), card.changedAt(), more);
    }

    /** The same for stages and reasons, whose changes nobody notes. */
    static void require(Call call, Versioned current) {
        StaleVersion.refuse(call.version(), current.version(), () -> current);
    }
}
