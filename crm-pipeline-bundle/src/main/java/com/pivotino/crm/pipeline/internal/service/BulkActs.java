package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.BulkReport.Row;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Steps;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunityBulk;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityViews;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thing done to many cards in one act (SEMANTICS P18). First every card is looked at, which may refuse it, then those
 * that may are changed. What fails then, such as another bundle, ends the act as a whole, or, if the request is partial, has
 * it run again without that card.
 */
final class BulkActs {
    private static final Logger LOG = LoggerFactory.getLogger(BulkActs.class);
    private static final int TRIES = 3;
    private final PipelineCore core;
    private final GuardRound guards;
    private final BulkPlans plans;
    private final SettingsService settings;

    BulkActs(PipelineCore core, GuardRound guards, Editor editor, SettingsService settings) {
        this.core = core;
        this.guards = guards;
        this.plans = new BulkPlans(core, editor, settings);
        this.settings = settings;
    }

    /** What the guards were shown and said before the transaction. */
    private record Asked(Map<Long, Long> versions, Map<Long, CrmException> refusals) {
    }

    Answer<BulkReport> run(Call call, OpportunityBulk what) {
        core.refreshStages();
        BulkPlan plan = plans.plan(what);
        Set<RecordRef> locks = plan.ids().stream().map(RecordRef::opportunity).collect(Collectors.toSet());
        Act act = Act.of(call.actor(), call.cause(), locks).undoable(plan.isUndoable() ? settings.current().undoSeconds() : 0);
        for (int i = 1;; i++) {
            Asked asked = guards.isEmpty() || plan.moves() == null ? null : ask(call, plan);
            boolean last = i == TRIES;
            try {
                return Steps.<Long, BulkReport>run(plan.isPartial(),
                        steps -> core.attempt(act, (tx, db) -> inside(tx, db, plan, asked, last, steps)));
            } catch (CardChanged e) {
                LOG.debug("The guards are asked again", e);
            }
        }
    }

    /** @throws CardChanged if one has since the guards saw it and there is another try */
    private BulkReport inside(Transaction tx, PipelineStores db, BulkPlan plan, Asked asked, boolean last, Steps<Long> steps) {
        plan.check(db);
        Map<Long, OpportunityEntity> cards = load(db, plan);
        StageLadder ladder = db.ladder();
        List<Row> rows = new ArrayList<>();
        Map<Long, Runnable> work = new LinkedHashMap<>();
        for (Long id : plan.ids()) {
            try {
                OpportunityEntity card = core.writable(db, tx.actor(), id);
                if (asked != null && !unchanged(asked, card)) {
                    if (!last) {
                        throw new CardChanged();
                    }
                    throw new Versions(core).conflict(db, card, Map.of());
                }
                if (asked != null && asked.refusals().containsKey(id)) {
                    throw asked.refusals().get(id);
                }
                steps.failure(id).ifPresent(failure -> {
                    throw failure;
                });
                Runnable change = plan.ready(tx, db, cards.get(id), ladder);
                if (change != null) {
                    work.put(id, change);
                }
                rows.add(Row.done(id));
            } catch (CrmException refusal) {
                rows.add(Row.refused(id, refusal));
            }
        }
        BulkReport report = BulkReport.of(rows);
        if (report.refused() > 0 && !plan.isPartial()) {
            throw report.asRefusal();
        }
        // from the last one on, each on top: so they stand there in the order in which they were sent
        List<Long> backwards = new ArrayList<>(work.keySet());
        Collections.reverse(backwards);
        for (Long id : backwards) {
            steps.step(id, () -> {
                work.get(id).run();
                if (plan.isPartial()) {
                    db.flush();
                }
            });
        }
        db.flush();
        return report;
    }

    /** All at once, so that looking at each asks the database no more. */
    private static Map<Long, OpportunityEntity> load(PipelineStores db, BulkPlan plan) {
        return db.opportunities().findAll(plan.ids()).stream().collect(Collectors.toMap(OpportunityEntity::id, card -> card));
    }

    private static boolean unchanged(Asked asked, OpportunityEntity card) {
        Long seen = asked.versions().get(card.id());
        return seen == null || seen == card.version();
    }

    private Asked ask(Call call, BulkPlan plan) {
        Map<Long, StageMove> questions = core.read(db -> questions(call, plan, db));
        Asked asked = new Asked(new HashMap<>(), new HashMap<>());
        questions.forEach((id, question) -> {
            asked.versions().put(id, question.opportunity().version());
            try {
                guards.require(question);
            } catch (CrmException refusal) {
                asked.refusals().put(id, refusal);
            }
        });
        return asked;
    }

    /** Cards that will be refused, or have nothing to do, are of no interest to a guard. */
    private Map<Long, StageMove> questions(Call call, BulkPlan plan, PipelineStores db) {
        plan.check(db);
        Map<Long, OpportunityEntity> cards = load(db, plan);
        Lookup names = new Lookup(db, core.directory(), cards.values());
        StageLadder ladder = db.ladder();
        Map<Long, StageMove> questions = new LinkedHashMap<>();
        for (Long id : plan.ids()) {
            Stage target = target(call, plan, db, ladder, id);
            if (target != null) {
                Opportunity shown = OpportunityViews.whole(cards.get(id), names, core.now(), call.actor());
                questions.put(id, new StageMove(shown, target, call.actor().user(), call.cause(), plan.lostReasonId(),
                        plan.note()));
            }
        }
        return questions;
    }

    private Stage target(Call call, BulkPlan plan, PipelineStores db, StageLadder ladder, long id) {
        try {
            return plan.moves().target(core.writable(db, call.actor(), id), ladder, db);
        } catch (CrmException refusal) {
            // told by the act itself, which looks at it again
            return null;
        }
    }
}
