package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.pipeline.internal.domain.Loss;
import com.pivotino.crm.pipeline.internal.domain.LostReasonEntity;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.List;
import java.util.Set;

/** What losing needs to be told, on every path (SEMANTICS P14, P15). */
final class Losses {
    private static final int NOTE = 4000;
    private static final int PROPOSAL = 200;
    private static final Set<String> MEETINGS = Set.of("keep", "cancel");

    private Losses() {
    }

    /** Checks; {@code lost_reason_required} without a reason. */
    static Loss check(PipelineStores db, Long reasonId, String proposedReason, String note, String meetings) {
        LostReason reason = reason(db, reasonId);
        String text = Texts.rich("note", note, NOTE);
        if (reason.noteRequired() && text == null) {
            throw CrmException.invalid("note", "required", "The reason " + reason.name() + " needs a note.");
        }
        return new Loss(reason, Texts.plain("proposedReason", proposedReason, PROPOSAL), text,
                Texts.oneOf("meetings", meetings, MEETINGS, "keep"));
    }

    /** A reason that new losses may be given. */
    static LostReason reason(PipelineStores db, Long reasonId) {
        if (reasonId == null) {
            throw CrmException.refused("lost_reason_required", "Losing needs a reason.",
                    List.of(new FieldProblem("lostReasonId", "required", "Name the reason.")));
        }
        LostReason reason = db.reasons().find(reasonId).map(LostReasonEntity::toRecord)
                .orElseThrow(() -> CrmException.invalid("lostReasonId", "unknown", "There is no such reason."));
        if (!reason.active()) {
            throw CrmException.invalid("lostReasonId", "archived", "The reason " + reason.name() + " is archived.");
        }
        return reason;
    }
}
