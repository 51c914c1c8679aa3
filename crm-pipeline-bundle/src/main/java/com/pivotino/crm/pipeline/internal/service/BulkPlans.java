package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.OpportunityBulk;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Plans what a bulk request does with each card. */
final class BulkPlans {
    private final PipelineCore core;
    private final Editor editor;
    private final SettingsService settings;
    private final CardPlans plans;

    BulkPlans(PipelineCore core, Editor editor, SettingsService settings) {
        this.core = core;
        this.editor = editor;
        this.settings = settings;
        this.plans = new CardPlans(core);
    }

    BulkPlan plan(OpportunityBulk what) {
        if (what.action() instanceof OpportunityBulk.Move move) {
            return moving(what, plans.move(move(move.to())), db -> { }, move.to().lostReasonId(), move.to().note());
        } else if (what.action() instanceof OpportunityBulk.Win win) {
            return moving(what, plans.win(win.request()), db -> { }, null, null);
        } else if (what.action() instanceof OpportunityBulk.Lose lose) {
            LostRequest lost = lose.request();
            return moving(what, plans.lose(lost),
                    db -> Losses.check(db, lost.lostReasonId(), lost.proposedReason(), lost.note(), lost.meetings()),
                    lost.lostReasonId(), lost.note());
        } else if (what.action() instanceof OpportunityBulk.Restore restore) {
            return moving(what, plans.restore(restore.request()), db -> { }, null, null);
        } else if (what.action() instanceof OpportunityBulk.Assign assign) {
            return changing(what, true, assign(assign));
        } else if (what.action() instanceof OpportunityBulk.Tag tag) {
            return changing(what, true, tag(tag));
        }
        return changing(what, false, (tx, db, card, ladder) -> {
            core.deletable(db, tx.actor(), card.id());
            return () -> new StageTransition(core, tx, db, card, ladder).delete();
        });
    }

    /** Where each card goes: to the stage, and to no place in its column. */
    private static MoveRequest move(MoveRequest to) {
        if (to.stageId() == null) {
            throw CrmException.invalid("stageId", "required", "Name the stage.");
        }
        return new MoveRequest(to.stageId(), null, null, to.lostReasonId(), to.note(), to.proposedReason(), to.meetings(),
                to.openActivities(), null);
    }

    private BulkPlan.Change assign(OpportunityBulk.Assign assign) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "salespersonId", assign.salesperson());
        put(members, "teamId", assign.team());
        if (members.isEmpty()) {
            throw CrmException.invalid("salespersonId", "required", "Name the salesperson or the team.");
        }
        Editing editing = new Editing(new MergePatch(members), settings.current().currency());
        return (tx, db, card, ladder) -> editor.ready(tx, db, card, editing);
    }

    private static void put(Map<String, Object> members, String name, OpportunityBulk.Assignee assignee) {
        if (assignee != null) {
            members.put(name, assignee.id());
        }
    }

    private BulkPlan.Change tag(OpportunityBulk.Tag tag) {
        List<String> add = Texts.tags(tag.add());
        Set<String> remove = tag.remove().stream().map(text -> text.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        if (add.isEmpty() && remove.isEmpty()) {
            throw CrmException.invalid("tags", "required", "Name the tags.");
        }
        return (tx, db, card, ladder) -> {
            List<String> tags = new ArrayList<>(card.tags());
            tags.removeIf(text -> remove.contains(text.toLowerCase(Locale.ROOT)));
            tags.addAll(add);
            return editor.ready(tx, db, card, new Editing(new MergePatch(Map.of("tags", tags)), null));
        };
    }

    private BulkPlan moving(OpportunityBulk what, CardCommand plan, Consumer<PipelineStores> check, Long lostReasonId, String note) {
        return new BulkPlan(ids(what), what.partial(), true, plan, (tx, db, card, ladder) -> {
            Stage target = plan.target(card, ladder, db);
            return target == null ? null : () -> run(plan, tx, db, card, target);
        }, check, lostReasonId, note);
    }

    private void run(CardCommand plan, Transaction tx, PipelineStores db, OpportunityEntity card, Stage target) {
        plan.run(new StageTransition(core, tx, db, card, db.ladder()), card, target, db);
    }

    private static BulkPlan changing(OpportunityBulk what, boolean undoable, BulkPlan.Change change) {
        return new BulkPlan(ids(what), what.partial(), undoable, null, change, db -> { }, null, null);
    }

    private static List<Long> ids(OpportunityBulk what) {
        if (what.ids().isEmpty() || what.ids().size() > OpportunityBulk.MOST) {
            throw CrmException.invalid("ids", "out_of_range", "1 to " + OpportunityBulk.MOST + " opportunities.");
        }
        if (what.ids().stream().anyMatch(id -> id < 1)) {
            throw CrmException.invalid("ids", "invalid", "An id is a positive whole number.");
        }
        return what.ids();
    }
}
