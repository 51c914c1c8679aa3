package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Versioned;
import com.pivotino.crm.api.pipeline.Call;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.LinkedHashMap;
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
        if (call.version() != null && call.version() != card.version()) {
            throw conflict(db, card, Map.of());
        }
    }

    /** The refusal, with the current state and who made it. */
    CrmException conflict(PipelineStores db, OpportunityEntity card, Map<String, Object> more) {
        Lookup names = new Lookup(db, core.directory(), List.of(card));
        Map<String, Object> extras = new LinkedHashMap<>(more);
        extras.put("current", card.toRecord(names, core.now(), null));
        extras.put("changedAt", card.changedAt());
        NamedRef who = names.user(card.changedBy());
        if (who != null) {
            extras.put("changedBy", who);
        }
        return CrmException.versionConflict(extras);
    }

    /** The same for stages and reasons, whose changes nobody notes. */
    static void require(Call call, Versioned current) {
        if (call.version() != null && call.version() != current.version()) {
            throw CrmException.versionConflict(Map.of("current", current));
        }
    }
}
