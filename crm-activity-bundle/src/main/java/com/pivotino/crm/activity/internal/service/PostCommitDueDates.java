package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.Due;
import com.pivotino.crm.activity.internal.domain.DueInputs;
import com.pivotino.crm.activity.internal.domain.DueRule;
import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.activity.DueBasis;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.event.Act;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks partners after the commit about what automation planned inside somebody else's act, where nobody could be asked: the
 * first activity of a record, and what a card's move triggers. The answer counts if the due date is still the computed one.
 * Asked again, it finds the answer given and does nothing.
 */
public final class PostCommitDueDates {

    private final ActivityTransactions transactions;

    public PostCommitDueDates(ActivityTransactions transactions) {
        this.transactions = transactions;
    }

    /** Asks about an activity as it was planned. */
    public void ask(ActivityState planned) {
        if (!transactions.partners().advice().hasPartners()) {
            return;
        }
        Optional<DueDateQuestion> question = transactions.read(unit -> question(unit, planned));
        question.map(asked -> transactions.ask(List.of(asked)).get(asked))
                .ifPresent(answer -> follow(planned, question.get(), answer));
    }

    /** Whether a partner said the day. */
    static boolean isSaid(PlannedActivity activity) {
        return activity.dueBasis() != null && DueInputs.POLICY.equals(activity.dueBasis().source());
    }

    private void follow(ActivityState planned, DueDateQuestion asked, DueDate answer) {
        Act act = Act.of(Actor.system(ZoneOffset.UTC), "automation", Set.of(planned.record()));
        transactions.act(act, (unit, tx) -> {
            if (question(unit, planned).filter(asked::equals).isPresent()) {
                Due due = DueRule.due(asked, Optional.of(answer), LocalDate.ofInstant(tx.now(), ZoneId.of(asked.zone())));
                unit.store().activity(planned.id()).ifPresent(activity -> unit.operations(tx).advise(activity, due));
            }
            return null;
        });
    }

    /** What is to be asked, while it is open and nobody has said or chosen another day. */
    private static Optional<DueDateQuestion> question(ActivityUnitOfWork unit, ActivityState planned) {
        PlannedActivity activity = unit.store().activity(planned.id()).filter(PlannedActivity::isOpen)
                .filter(open -> open.dueDate().equals(planned.dueDate()) && open.dueBasis() != null).orElse(null);
        TrackedRecord record = unit.store().record(planned.record()).orElse(null);
        if (activity == null || record == null || isSaid(activity) || DueInputs.PLAN.equals(activity.dueBasis().source())) {
            return Optional.empty();
        }
        ActivityTypeEntity kind = unit.views().type(activity.typeId());
        DueBasis basis = activity.dueBasis();
        return Optional.of(unit.dues(Map.of()).question(kind, record, activity.assigneeId(), basis.base(),
                ZoneId.of(basis.zone())));
    }
}
