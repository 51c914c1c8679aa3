package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityViews;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/** Moves, wins, loses and restores (SEMANTICS P6 to P16): who may, is there anything to do, do the guards agree. */
final class Mover {
    private static final int TRIES = 3;
    private final PipelineCore core;
    private final GuardRound guards;
    private final Versions versions;
    private final CardPlans plans;
    private final IntSupplier undoSeconds;

    /** @param undoSeconds how long these acts may be taken back (P19) */
    Mover(PipelineCore core, GuardRound guards, IntSupplier undoSeconds) {
        this.core = core;
        this.guards = guards;
        this.versions = new Versions(core);
        this.plans = new CardPlans(core);
        this.undoSeconds = undoSeconds;
    }

    Answer<Opportunity> move(Call call, long id, MoveRequest move) {
        requireNeighbours(call.actor(), move);
        if (move.stageId() != null) {
            new RankAllocator(core).makeRoom(call.actor(), id, move.stageId(), move);
        }
        return carryOut(call, id, move, plans.move(move));
    }

    Answer<Opportunity> win(Call call, long id, WonRequest request) {
        return carryOut(call, id, null, plans.win(request));
    }

    Answer<Opportunity> lose(Call call, long id, LostRequest request) {
        return carryOut(call, id, new MoveRequest(null, null, null, request.lostReasonId(), request.note(), null, null, null,
                null), plans.lose(request));
    }

    Answer<Opportunity> restore(Call call, long id, RestoreRequest request) {
        return carryOut(call, id, null, plans.restore(request));
    }

    /** Asks the guards outside of the transaction, then does it if the card is still the one that they saw. */
    private Answer<Opportunity> carryOut(Call call, long id, MoveRequest move, CardCommand plan) {
        core.refreshStages();
        for (int i = 1;; i++) {
            Long seen = guards.isEmpty() ? null : askGuards(call, id, move, plan);
            try {
                return core.act(Act.of(call.actor(), call.cause(), locks(id, move)).undoable(undoSeconds.getAsInt()),
                        (tx, db) -> inside(tx, db, call, id, move, plan, seen));
            } catch (CardChanged e) {
                if (i == TRIES) {
                    throw core.read(db -> versions.conflict(db, core.writable(db, call.actor(), id), Map.of()));
                }
            }
        }
    }

    /** @throws CardChanged if it has since the guards saw it */
    private Opportunity inside(Transaction tx, PipelineStores db, Call call, long id, MoveRequest move, CardCommand plan, Long seen) {
        OpportunityEntity card = core.writable(db, call.actor(), id);
        if (seen != null && seen != card.version()) {
            throw new CardChanged();
        }
        StageLadder ladder = db.ladder();
        StageTransition act = new StageTransition(core, tx, db, card, ladder);
        Stage target = plan.target(card, ladder, db);
        if (target != null) {
            versions.require(call, db, card);
            plan.run(act, card, target, db);
        } else if (move != null && move.hasNeighbours()) {
            act.reorder(move);
        }
        return act.answer();
    }

    /** The version that the guards were shown. */
    private Long askGuards(Call call, long id, MoveRequest move, CardCommand plan) {
        StageMove question = core.read(db -> {
            OpportunityEntity card = core.writable(db, call.actor(), id);
            Stage target = plan.target(card, db.ladder(), db);
            Opportunity shown = OpportunityViews.whole(card, new Lookup(db, core.directory(), List.of(card)), core.now(), call.actor());
            if (target != null) {
                versions.require(call, db, card);
            }
            return new StageMove(shown, target, call.actor().user(), call.cause(),
                    move == null ? null : move.lostReasonId(), move == null ? null : move.note());
        });
        if (question.target() != null) {
            guards.require(question);
        }
        return question.opportunity().version();
    }

    private static Set<RecordRef> locks(long id, MoveRequest move) {
        Set<RecordRef> locks = new HashSet<>(Set.of(ref(id)));
        if (move != null && move.beforeId() != null) {
            locks.add(ref(move.beforeId()));
        }
        if (move != null && move.afterId() != null) {
            locks.add(ref(move.afterId()));
        }
        return locks;
    }

    private static RecordRef ref(long id) {
        if (id < 1) {
            throw CrmException.notFound("The opportunity");
        }
        return RecordRef.opportunity(id);
    }

    /** A neighbour that the caller may not read is not there. */
    private void requireNeighbours(Actor actor, MoveRequest move) {
        if (move.hasNeighbours()) {
            core.read(db -> {
                if (move.beforeId() != null) {
                    core.readable(db, actor, move.beforeId());
                }
                return move.afterId() == null ? null : core.readable(db, actor, move.afterId());
            });
        }
    }
}
