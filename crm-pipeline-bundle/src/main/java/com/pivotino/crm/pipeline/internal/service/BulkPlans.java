package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads bulk requests (REST "Bulk"): which action, with what. */
final class BulkPlans {
    private static final int MOST = 500;
    private static final int TEXT = 20_000;
    private static final Set<String> COMMON = Set.of("ids", "action", "partial");
    /** By action, what it takes beside the common members. */
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "move", Set.of("stageId", "lostReasonId", "proposedReason", "note", "meetings", "openActivities"),
            "won", Set.of("openActivities"),
            "lost", Set.of("lostReasonId", "proposedReason", "note", "meetings"),
            "restore", Set.of("stageId"),
            "assign", Set.of("salespersonId", "teamId"),
            "tag", Set.of("tags", "removeTags"),
            "delete", Set.of());
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

    BulkPlan read(MergePatch what) {
        MergePatch request = what == null ? new MergePatch(Map.of()) : what;
        String action = request.text("action", TEXT);
        if (action == null || !MEMBERS.containsKey(action)) {
            throw CrmException.invalid("action", "unknown", "One of " + MEMBERS.keySet().stream().sorted()
                    .collect(Collectors.joining(", ")) + ".");
        }
        Set<String> members = new HashSet<>(MEMBERS.get(action));
        members.addAll(COMMON);
        request.allowing(members, Set.of());
        return switch (action) {
            case "move" -> moving(request, plans.move(move(request)), db -> { });
            case "won" -> moving(request, plans.win(new WonRequest(request.text("openActivities", TEXT))), db -> { });
            case "lost" -> lost(request);
            case "restore" -> moving(request, plans.restore(new RestoreRequest(request.number("stageId"))), db -> { });
            case "assign" -> changing(request, true, assign(request));
            case "tag" -> changing(request, true, tag(request));
            default -> changing(request, false, (tx, db, card, ladder) -> {
                core.deletable(db, tx.actor(), card.id());
                return () -> new StageTransition(core, tx, db, card, ladder).delete();
            });
        };
    }

    private BulkPlan lost(MergePatch request) {
        LostRequest lost = new LostRequest(request.number("lostReasonId"), request.text("proposedReason", TEXT),
                request.text("note", TEXT), request.text("meetings", TEXT));
        return moving(request, plans.lose(lost),
                db -> Losses.check(db, lost.lostReasonId(), lost.proposedReason(), lost.note(), lost.meetings()));
    }

    private static MoveRequest move(MergePatch request) {
        if (request.number("stageId") == null) {
            throw CrmException.invalid("stageId", "required", "Name the stage.");
        }
        return new MoveRequest(request.number("stageId"), null, null, request.number("lostReasonId"),
                request.text("note", TEXT), request.text("proposedReason", TEXT), request.text("meetings", TEXT),
                request.text("openActivities", TEXT), null);
    }

    private BulkPlan.Change assign(MergePatch request) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : List.of("salespersonId", "teamId")) {
            if (request.has(name)) {
                members.put(name, request.value(name));
            }
        }
        if (members.isEmpty()) {
            throw CrmException.invalid("salespersonId", "required", "Name the salesperson or the team.");
        }
        Editing editing = new Editing(new MergePatch(members), settings.current().currency());
        return (tx, db, card, ladder) -> editor.ready(tx, db, card, editing);
    }

    private BulkPlan.Change tag(MergePatch request) {
        List<String> add = Texts.tags(request.texts("tags"));
        Set<String> remove = request.texts("removeTags").stream().map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (add.isEmpty() && remove.isEmpty()) {
            throw CrmException.invalid("tags", "required", "Name the tags.");
        }
        return (tx, db, card, ladder) -> {
            List<String> tags = new ArrayList<>(card.tags());
            tags.removeIf(tag -> remove.contains(tag.toLowerCase(Locale.ROOT)));
            tags.addAll(add);
            return editor.ready(tx, db, card, new Editing(new MergePatch(Map.of("tags", tags)), null));
        };
    }

    private BulkPlan moving(MergePatch request, CardCommand plan, Consumer<PipelineStores> check) {
        return new BulkPlan(ids(request), partial(request), true, plan, (tx, db, card, ladder) -> {
            Stage target = plan.target(card, ladder, db);
            return target == null ? null : () -> run(plan, tx, db, card, target);
        }, check, request.number("lostReasonId"), request.text("note", TEXT));
    }

    private void run(CardCommand plan, Transaction tx, PipelineStores db, OpportunityEntity card, Stage target) {
        plan.run(new StageTransition(core, tx, db, card, db.ladder()), card, target, db);
    }

    private static BulkPlan changing(MergePatch request, boolean undoable, BulkPlan.Change change) {
        return new BulkPlan(ids(request), partial(request), undoable, null, change, db -> { }, null, null);
    }

    private static boolean partial(MergePatch request) {
        return Boolean.TRUE.equals(request.flag("partial"));
    }

    private static List<Long> ids(MergePatch request) {
        List<Long> ids = request.ids("ids").stream().distinct().toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw CrmException.invalid("ids", "out_of_range", "1 to " + MOST + " opportunities.");
        }
        if (ids.stream().anyMatch(id -> id < 1)) {
            throw CrmException.invalid("ids", "invalid", "An id is a positive whole number.");
        }
        return ids;
    }
}
