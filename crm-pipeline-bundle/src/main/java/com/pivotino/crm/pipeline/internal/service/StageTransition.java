package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.event.OpportunityDeleted;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.api.pipeline.event.OpportunityRestored;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.pipeline.event.OpportunityWon;
import com.pivotino.crm.api.pipeline.event.StageChanged;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.pipeline.internal.domain.CardState;
import com.pivotino.crm.pipeline.internal.domain.CardStep;
import com.pivotino.crm.pipeline.internal.domain.ChangeLine;
import com.pivotino.crm.pipeline.internal.domain.HistoryLine;
import com.pivotino.crm.pipeline.internal.domain.Loss;
import com.pivotino.crm.pipeline.internal.domain.OpportunityField;
import com.pivotino.crm.pipeline.internal.domain.OpportunityFieldChange;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.domain.Stamp;
import com.pivotino.crm.pipeline.internal.domain.TotalsKey;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.List;
import java.util.Objects;

/**
 * The state machine of one card inside one transaction: changes it, writes history and figures, publishes the one event.
 * Permissions, versions and whether anything is to be done at all have been looked at before.
 */
final class StageTransition {
    private final PipelineCore core;
    private final Transaction tx;
    private final PipelineStores db;
    private final OpportunityEntity card;
    private final StageLadder ladder;
    private final Stamp stamp;
    private final CardState earlier;

    StageTransition(PipelineCore core, Transaction tx, PipelineStores db, OpportunityEntity card, StageLadder ladder) {
        this.core = core;
        this.tx = tx;
        this.db = db;
        this.card = card;
        this.ladder = ladder;
        this.stamp = stampOf(tx);
        this.earlier = CardState.of(card);
    }

    static Stamp stampOf(Transaction tx) {
        NamedRef by = tx.actor().user() == null ? null : new NamedRef(tx.actor().userId(), tx.actor().name());
        return new Stamp(by, tx.now(), tx.cause(), tx.causeId());
    }

    /** Where it stands. */
    Stage stage() {
        return ladder.find(card.stageId()).orElseThrow();
    }

    /** Moves it to a stage of the same outcome (P7); a null place is the top. */
    void changeStage(Stage to, MoveRequest place) {
        Stage from = stage();
        TotalsKey before = card.standing();
        long seconds = enter(from, to, place, () -> card.moveTo(to, stamp.at()));
        save(before);
        tx.publish(ref(), new StageChanged(state(), from.ref(), StageLadder.isForwards(from, to), seconds));
    }

    /** Wins it (P13); a lost one is restored first, without stopping in its old stage. */
    void win(Stage to, String openActivities, MoveRequest place) {
        Stage from = stage();
        TotalsKey before = card.standing();
        String outcome = card.outcome();
        Long oldReason = card.lostReasonId();
        String lossCauseId = card.isLost() ? card.closingCauseId() : null;
        long inOutcome = card.secondsInOutcome(stamp.at());
        long seconds = enter(from, to, place, () -> card.win(from, to, stamp.at(), stamp.userId(), stamp.causeId()));
        db.history().add(HistoryLine.outcome(card.id(), outcome, card.outcome(), inOutcome, stamp, null));
        save(before);
        logReason(oldReason);
        if (lossCauseId != null) {
            tx.publish(ref(), new OpportunityRestored(state(), from.ref(), lossCauseId, seconds));
        }
        tx.publish(ref(), new OpportunityWon(state(), from.ref(), openActivities, seconds));
    }

    /** Loses it (P14). */
    void lose(Stage to, Loss loss, MoveRequest place) {
        Stage from = stage();
        TotalsKey before = card.standing();
        String outcome = card.outcome();
        Long oldReason = card.lostReasonId();
        long inOutcome = card.secondsInOutcome(stamp.at());
        long seconds = enter(from, to, place,
                () -> card.lose(from, to, stamp.at(), stamp.userId(), stamp.causeId(), loss));
        db.history().add(HistoryLine.outcome(card.id(), outcome, card.outcome(), inOutcome, stamp, loss));
        save(before);
        logReason(oldReason);
        tx.publish(ref(), new OpportunityLost(state(), from.ref(), new NamedRef(loss.reason().id(), loss.reason().name()),
                loss.proposedReason(), loss.note(), loss.meetings(), seconds));
    }

    /** Opens it again (P16). */
    void restore(Stage to, MoveRequest place) {
        Stage from = stage();
        TotalsKey before = card.standing();
        String outcome = card.outcome();
        Long oldReason = card.lostReasonId();
        String closingCauseId = card.closingCauseId();
        long inOutcome = card.secondsInOutcome(stamp.at());
        long seconds = enter(from, to, place, () -> card.restore(to, stamp.at()));
        db.history().add(HistoryLine.outcome(card.id(), outcome, card.outcome(), inOutcome, stamp, null));
        save(before);
        logReason(oldReason);
        tx.publish(ref(), new OpportunityRestored(state(), from.ref(), closingCauseId, seconds));
    }

    /** Deletes it with all that is kept of it here. */
    void delete() {
        TotalsKey before = card.standing();
        OpportunityState last = state();
        RecordAccess readers = card.access(db.followers().of(card.id()));
        db.opportunities().remove(card);
        db.totals().shift(before, null);
        tx.publish(ref(), new OpportunityDeleted(last, readers));
    }

    /** Only another place in the same column: no version, no history, no event (P6). */
    void reorder(MoveRequest place) {
        db.ranks().put(card.id(), new RankAllocator(core).rank(db, card.id(), card.stageId(), place));
    }

    private long enter(Stage from, Stage to, MoveRequest place, Runnable change) {
        String rank = new RankAllocator(core).rank(db, card.id(), to.id(), place);
        long seconds = card.secondsInStage(stamp.at());
        change.run();
        card.touchedBy(stamp.userId(), stamp.at());
        card.standAt(rank);
        if (from.id() != to.id()) {
            db.history().add(HistoryLine.stage(card.id(), from, to, seconds, stamp));
        }
        return seconds;
    }

    private void save(TotalsKey before) {
        db.flush();
        db.totals().shift(before, card.standing());
        tx.undoStep(ref(), UndoneCards.OWNER, new CardStep(earlier, CardState.of(card)));
    }

    private void logReason(Long old) {
        if (!Objects.equals(old, card.lostReasonId())) {
            db.opportunities().log(new ChangeLine(card.id(), card.version(),
                    new OpportunityFieldChange(OpportunityField.LOST_REASON, old, card.lostReasonId()), stamp));
        }
    }

    private RecordRef ref() {
        return RecordRef.opportunity(card.id());
    }

    private OpportunityState state() {
        return card.toState(new Lookup(db, core.directory(), List.of(card)));
    }

    /** As it is now, whatever reactions have done meanwhile. */
    Opportunity answer() {
        db.flush();
        return card.toRecord(new Lookup(db, core.directory(), List.of(card)), stamp.at(), tx.actor());
    }
}
