package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.pipeline.BoardCard;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.Stage;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** What people see of an opportunity. */
public final class OpportunityViews {

    private OpportunityViews() {
    }

    /** As the contract shows it to a caller, who may be null. */
    public static Opportunity whole(OpportunityEntity o, Names names, Instant now, Actor caller) {
        Stage stage = names.stage(o.stageId);
        CardActivity activity = names.activity(o.id());
        return new Opportunity(o.id(), o.version(), o.name, o.stageId, stage.kind(), stage.ref(), o.outcome, o.probability,
                o.isOpen() && o.manualProbability != null, o.expectedRevenue(), o.customer(), o.email, o.phone,
                names.user(o.salespersonId), names.team(o.teamId), o.priority, o.expectedClosing, o.closedAt,
                names.user(o.closedBy), names.reason(o.lostReasonId), o.proposedReason, o.closingNote, o.description, o.tags(),
                activity.next(), activity.state(now), ribbon(o), o.createdAt(), names.user(o.createdBy()), o.stageSince, o.externalId,
                caller == null ? null : o.access(Set.of()).permissions(caller));
    }

    /** As the board draws it. */
    public static BoardCard card(OpportunityEntity o, Names names, Instant now, Actor caller) {
        CardActivity activity = names.activity(o.id());
        return new BoardCard(o.id(), o.version(), o.name, o.customer(), o.expectedRevenue(), o.priority, o.tags(),
                names.user(o.salespersonId), names.team(o.teamId), activity.next(), activity.state(now), ribbon(o),
                names.reason(o.lostReasonId), o.stageSince, o.closedAt, o.access(Set.of()).permissions(caller));
    }

    private static String ribbon(OpportunityEntity o) {
        return o.isOpen() ? null : o.outcome.toUpperCase(Locale.ROOT);
    }
}
