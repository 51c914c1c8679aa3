package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.pipeline.internal.domain.Loss;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The acts on a card as plans, for one card and for many (SEMANTICS P6 to P16). */
final class CardPlans {
    private static final Set<String> OPEN_ACTIVITIES = Set.of("keep", "done", "cancel");
    private final Versions versions;

    CardPlans(PipelineCore core) {
        this.versions = new Versions(core);
    }

    CardCommand move(MoveRequest move) {
        return new CardCommand() {
            @Override
            public Stage target(OpportunityEntity card, StageLadder ladder, PipelineStores db) {
                if (Objects.equals(move.stageId(), card.stageId())) {
                    return null;
                }
                Stage to = ladder.enterable(move.stageId(), card.teamId());
                if (isLost(to) && !card.isLost()) {
                    loss(db, move);
                }
                return to;
            }

            @Override
            public void run(StageTransition act, OpportunityEntity card, Stage to, PipelineStores db) {
                if (StageLadder.outcome(to).equals(card.outcome())) {
                    act.changeStage(to, move);
                } else if (isLost(to)) {
                    act.lose(to, loss(db, move), move);
                } else if (StageLadder.isOpen(to)) {
                    act.restore(to, move);
                } else {
                    act.win(to, openActivities(move.openActivities()), move);
                }
            }
        };
    }

    CardCommand win(WonRequest request) {
        String openActivities = openActivities(request.openActivities());
        return new CardCommand() {
            @Override
            public Stage target(OpportunityEntity card, StageLadder ladder, PipelineStores db) {
                return card.isWon() ? null : ladder.wonFrom(stage(card, ladder), card.teamId());
            }

            @Override
            public void run(StageTransition act, OpportunityEntity card, Stage to, PipelineStores db) {
                act.win(to, openActivities, null);
            }
        };
    }

    CardCommand lose(LostRequest request) {
        return new CardCommand() {
            @Override
            public Stage target(OpportunityEntity card, StageLadder ladder, PipelineStores db) {
                if (!card.isLost()) {
                    loss(db);
                    return ladder.lostFrom(stage(card, ladder), card.teamId());
                }
                if (request.lostReasonId() != null && !request.lostReasonId().equals(card.lostReasonId())) {
                    throw versions.conflict(db, card, Map.of());
                }
                return null;
            }

            @Override
            public void run(StageTransition act, OpportunityEntity card, Stage to, PipelineStores db) {
                act.lose(to, loss(db), null);
            }

            private Loss loss(PipelineStores db) {
                return Losses.check(db, request.lostReasonId(), request.proposedReason(), request.note(), request.meetings());
            }
        };
    }

    CardCommand restore(RestoreRequest request) {
        return new CardCommand() {
            @Override
            public Stage target(OpportunityEntity card, StageLadder ladder, PipelineStores db) {
                if (card.isOpen()) {
                    if (request.stageId() != null && request.stageId() != card.stageId()) {
                        throw versions.conflict(db, card, Map.of());
                    }
                    return null;
                }
                Stage to = request.stageId() != null ? ladder.enterable(request.stageId(), card.teamId())
                        : ladder.restoreTo(card.lastOpenStage(), card.teamId());
                if (!StageLadder.isOpen(to)) {
                    throw CrmException.invalid("stageId", "closed", "Restoring needs an open stage.");
                }
                return to;
            }

            @Override
            public void run(StageTransition act, OpportunityEntity card, Stage to, PipelineStores db) {
                act.restore(to, null);
            }
        };
    }

    private static Loss loss(PipelineStores db, MoveRequest move) {
        return Losses.check(db, move.lostReasonId(), move.proposedReason(), move.note(), move.meetings());
    }

    private static boolean isLost(Stage stage) {
        return stage.kind().equals("lost");
    }

    private static Stage stage(OpportunityEntity card, StageLadder ladder) {
        return ladder.find(card.stageId()).orElseThrow();
    }

    private static String openActivities(String wanted) {
        return Texts.oneOf("openActivities", wanted, OPEN_ACTIVITIES, "keep");
    }
}
