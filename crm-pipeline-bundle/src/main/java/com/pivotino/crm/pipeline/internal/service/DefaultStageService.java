package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.pipeline.NewStage;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageService;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.domain.StageEntity;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The stages and the rules of a sound pipeline (SEMANTICS P2 to P5). One change at a time, whoever makes it. */
@Component
public final class DefaultStageService implements StageService {
    private static final int NAME = 100;
    private static final int STEP = 10;
    private static final int TOP = 1_000_000;
    private static final int PERCENT = 100;
    private static final int TRIES = 5;
    private final PipelineCore core;

    @Activate
    public DefaultStageService(@Reference PipelineCore core) {
        this.core = core;
    }

    @Override
    public Page<Stage> list(Actor actor, ListQuery query) {
        query.allowing(Set.of("team", "active"));
        String team = query.filter("team");
        if (team != null && !team.matches("\\d{1,18}")) {
            throw CrmException.invalid("team", "invalid", "This must be an id.");
        }
        core.refreshStages();
        List<Stage> stages = core.read(PipelineStores::ladder).all().stream()
                .filter(stage -> Lists.matchesActive(query, stage.active()))
                .filter(stage -> team == null || stage.teamId() == null || stage.teamId().equals(Long.valueOf(team)))
                .toList();
        return Lists.page(stages, query, stage -> String.valueOf(stage.id()));
    }

    @Override
    public Stage get(Actor actor, long id) {
        core.refreshStages();
        return core.read(PipelineStores::ladder).find(id).orElseThrow(DefaultStageService::missing);
    }

    @Override
    public Stage create(Call call, NewStage what) {
        call.actor().requireManager();
        if (what.kind() == null) {
            throw CrmException.invalid("kind", "required", "Say what kind of stage it is.");
        }
        return core.stageAct(act(call, Set.of()), (tx, db) -> {
            int last = db.stages().all().stream().mapToInt(Stage::sequence).max().orElse(0);
            int usual = what.kind().equals("won") ? PERCENT : 0;
            StageEntity stage = new StageEntity(checked(new Stage(0, 0, what.name(), what.kind(),
                    what.sequence() == null ? last + STEP : what.sequence(),
                    what.probability() == null ? usual : what.probability(), what.teamId(),
                    Boolean.TRUE.equals(what.folded()), what.color(), true)));
            db.stages().add(stage);
            db.ladder().requireSound();
            return stage.toRecord();
        }).value();
    }

    @Override
    public Stage update(Call call, long id, MergePatch patch) {
        call.actor().requireManager();
        patch.allowing(Set.of("name", "kind", "sequence", "probability", "teamId", "folded", "color", "active",
                "targetStageId"), Set.of("id", "version"));
        if (patch.has("targetStageId") && patch.number("targetStageId") != null) {
            if (!Boolean.FALSE.equals(patch.flag("active"))) {
                throw CrmException.invalid("targetStageId", "not_archived", "A target is for archiving: active must be false.");
            }
            return archive(call, id, patch.number("targetStageId"), patch);
        }
        return core.stageAct(act(call, Set.of()), (tx, db) -> reshape(call, db, id, patch)).value();
    }

    private Stage reshape(Call call, PipelineStores db, long id, MergePatch patch) {
        StageEntity stage = db.stages().find(id).orElseThrow(DefaultStageService::missing);
        Stage before = stage.toRecord();
        Stage after = checked(patched(before, patch));
        if (after.equals(before)) {
            return before;
        }
        Versions.require(call, before);
        boolean losesCards = !after.active() || !StageLadder.outcome(after).equals(StageLadder.outcome(before));
        if (losesCards && db.stages().cards(id) > 0
                || after.teamId() != null && db.stages().cardsOfOthers(id, after.teamId()) > 0) {
            throw inUse(before);
        }
        stage.reshape(after);
        db.flush();
        db.ladder().requireSound();
        return stage.toRecord();
    }

    @Override
    public void delete(Call call, long id, Long targetStageId) {
        call.actor().requireManager();
        if (targetStageId != null) {
            archive(call, id, targetStageId, new MergePatch(java.util.Map.of("active", false)));
            return;
        }
        core.stageAct(act(call, Set.of()), (tx, db) -> {
            StageEntity stage = db.stages().find(id).orElseThrow(DefaultStageService::missing);
            Versions.require(call, stage.toRecord());
            if (db.stages().cards(id) > 0) {
                throw inUse(stage.toRecord());
            }
            if (db.stages().isRemembered(id)) {
                stage.reshape(stage.toRecord().archived());
                db.flush();
            } else {
                db.stages().remove(stage);
            }
            db.ladder().requireSound();
            return null;
        });
    }

    /** Moves the cards and archives, in one act that holds every card (P4); begins anew if one came in meanwhile. */
    private Stage archive(Call call, long id, long targetId, MergePatch patch) {
        for (int i = 0; i < TRIES; i++) {
            Set<RecordRef> cards = core.read(db -> db.opportunities().idsIn(id)).stream().map(RecordRef::opportunity)
                    .collect(Collectors.toSet());
            Stage archived = core.stageAct(act(call, cards), (tx, db) -> {
                List<Long> ids = db.opportunities().idsIn(id);
                if (!cards.containsAll(ids.stream().map(RecordRef::opportunity).toList())) {
                    return null;
                }
                StageLadder ladder = db.ladder();
                Stage from = ladder.find(id).orElseThrow(DefaultStageService::missing);
                Versions.require(call, from);
                requireTarget(ladder, from, targetId);
                // the lowest first, each on top of the target: the order stays
                java.util.Collections.reverse(ids);
                db.opportunities().findAll(ids);
                for (Long card : ids) {
                    db.opportunities().find(card).ifPresent(opportunity -> new StageTransition(core, tx, db, opportunity, ladder)
                            .changeStage(ladder.enterable(targetId, opportunity.teamId()), null));
                }
                return reshape(new Call(call.actor(), call.cause(), null), db, id, patch);
            }).value();
            if (archived != null) {
                return archived;
            }
        }
        throw CrmException.conflict("conflict", "Cards keep coming into this stage; try again.");
    }

    private static void requireTarget(StageLadder ladder, Stage from, long targetId) {
        Stage target = ladder.find(targetId).orElseThrow(
                () -> CrmException.invalid("targetStageId", "unknown", "There is no such stage."));
        if (target.id() == from.id() || !target.active()
                || !StageLadder.outcome(target).equals(StageLadder.outcome(from))) {
            throw CrmException.invalid("targetStageId", "unfit",
                    "The target is another stage in use, open, won or lost like this one.");
        }
    }

    private static Act act(Call call, Set<RecordRef> cards) {
        Set<RecordRef> locks = new HashSet<>(cards);
        locks.add(StageRules.LADDER);
        return Act.of(call.actor(), call.cause(), locks);
    }

    private static Stage patched(Stage before, MergePatch patch) {
        Integer sequence = patch.has("sequence") ? patch.number("sequence", 0, TOP) : Integer.valueOf(before.sequence());
        Integer probability = patch.has("probability") ? patch.number("probability", 0, PERCENT)
                : Integer.valueOf(before.probability());
        return new Stage(before.id(), before.version(), patch.has("name") ? patch.text("name", NAME) : before.name(),
                patch.has("kind") ? patch.text("kind", NAME) : before.kind(), sequence == null ? 0 : sequence,
                probability == null ? 0 : probability, patch.has("teamId") ? patch.number("teamId") : before.teamId(),
                patch.has("folded") ? Boolean.TRUE.equals(patch.flag("folded")) : before.folded(),
                patch.has("color") ? patch.text("color", NAME) : before.color(),
                patch.has("active") ? !Boolean.FALSE.equals(patch.flag("active")) : before.active(), before.key(),
                before.available());
    }

    private Stage checked(Stage stage) {
        Stage valid = StageRules.checked(stage);
        if (stage.teamId() != null && core.directory().team(stage.teamId()).isEmpty()) {
            throw CrmException.invalid("teamId", "unknown", "There is no such team.");
        }
        return valid;
    }

    private static CrmException inUse(Stage stage) {
        return CrmException.refused("stage_in_use", "Cards stand in " + stage.name() + "; archive it with a target for them.",
                List.of());
    }

    private static CrmException missing() {
        return CrmException.notFound("The stage");
    }
}
