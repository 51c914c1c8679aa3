package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.event.OpportunityReverted;
import com.pivotino.crm.pipeline.internal.domain.CardState;
import com.pivotino.crm.pipeline.internal.domain.CardStep;
import com.pivotino.crm.pipeline.internal.domain.ChangeLine;
import com.pivotino.crm.pipeline.internal.domain.HistoryLine;
import com.pivotino.crm.pipeline.internal.domain.Loss;
import com.pivotino.crm.pipeline.internal.domain.LostReasonEntity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityField;
import com.pivotino.crm.pipeline.internal.domain.OpportunityFieldChange;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.domain.Stamp;
import com.pivotino.crm.pipeline.internal.domain.TotalsKey;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts a card back to where it stood before an act that is undone (SEMANTICS P19). */
public final class UndoneCards {
    /** Names our steps. */
    static final String OWNER = "pipeline";
    private final PipelineCore core;

    public UndoneCards(PipelineCore core) {
        this.core = core;
    }

    /** The part of the runtime's event that is ours. */
    public record Undone(String undoneCauseId, Steps steps) {
    }

    /** Last step first. */
    public record Steps(List<CardStep> pipeline) {
    }

    /**
     * Puts it back, or refuses and names who was faster.
     *
     * @param record the opportunity
     */
    public void putBack(Transaction tx, PipelineStores db, RecordRef record, Undone undone) {
        List<CardStep> steps = undone.steps().pipeline();
        if (steps == null || steps.isEmpty()) {
            return;
        }
        CardState after = steps.get(0).after();
        CardState before = steps.get(steps.size() - 1).before();
        OpportunityEntity card = db.opportunities().find(record.id()).orElseThrow(() -> CrmException.conflict("conflict",
                "The opportunity was deleted since, so this cannot be taken back."));
        // a merge of contacts reaches cards that the actor cannot read, and so does taking it back
        if (!before.handedOverBy(after) && !before.soldToAnotherBy(after)) {
            core.writable(db, tx.actor(), card.id());
        }
        List<String> overtaken = before.overtaken(after, CardState.of(card));
        if (!overtaken.isEmpty()) {
            throw overtaken(db, card, overtaken);
        }
        if (db.ladder().find(before.stageId()).filter(Stage::active).isEmpty()) {
            throw CrmException.conflict("conflict", "The stage that \"" + card.name()
                    + "\" stood in is gone since, so this cannot be taken back.");
        }
        putBack(tx, db, card, before, after, undone.undoneCauseId());
    }

    private void putBack(Transaction tx, PipelineStores db, OpportunityEntity card, CardState before, CardState after, String causeId) {
        Stamp now = StageTransition.stampOf(tx);
        Stamp stamp = new Stamp(now.by(), now.at(), "undo", now.causeId());
        StageLadder ladder = db.ladder();
        Stage from = ladder.find(card.stageId()).orElseThrow();
        TotalsKey standing = card.standing();
        long inStage = card.secondsInStage(stamp.at());
        long inOutcome = card.secondsInOutcome(stamp.at());
        before.putBack(card, after);
        card.touchedBy(stamp.userId(), stamp.at());
        db.flush();
        Stage to = ladder.find(card.stageId()).orElseThrow();
        if (before.movedTo(after)) {
            db.history().undone(card.id(), causeId);
            if (from.id() != to.id()) {
                db.history().add(HistoryLine.stage(card.id(), from, to, inStage, stamp));
            }
            if (!before.outcome().equals(after.outcome())) {
                db.history().add(HistoryLine.outcome(card.id(), after.outcome(), before.outcome(), inOutcome, stamp,
                        loss(db, before)));
            }
        }
        changes(before, after).forEach(change -> db.opportunities().log(new ChangeLine(card.id(), card.version(), change,
                stamp)));
        if (before.soldToAnotherBy(after)) {
            db.search().refresh(card);
        }
        if (!before.tags().equals(after.tags())) {
            db.opportunities().indexTags(card);
        }
        db.totals().shift(standing, card.standing());
        RecordRef record = RecordRef.opportunity(card.id());
        tx.effect(new Effect("opportunity.reverted", record, "\"" + card.name() + "\" is "
                + (from.id() == to.id() ? "as it was." : "back in " + to.name() + ".")));
        tx.publish(record, new OpportunityReverted(card.toState(new Lookup(db, core.directory(), List.of(card))), from.ref(),
                causeId));
    }

    /** What the loss was that is in force again, or null. */
    private static Loss loss(PipelineStores db, CardState before) {
        CardState.Closing closing = before.closing();
        return closing.lostReasonId() == null ? null : db.reasons().find(closing.lostReasonId())
                .map(LostReasonEntity::toRecord)
                .map(reason -> new Loss(reason, closing.proposedReason(), closing.note(), null)).orElse(null);
    }

    /** For the merge of edits that were begun before. */
    private static List<OpportunityFieldChange> changes(CardState before, CardState after) {
        List<OpportunityFieldChange> changes = new ArrayList<>();
        add(changes, OpportunityField.LOST_REASON, after.closing().lostReasonId(), before.closing().lostReasonId());
        add(changes, OpportunityField.SALESPERSON, after.salespersonId(), before.salespersonId());
        add(changes, OpportunityField.TEAM, after.teamId(), before.teamId());
        add(changes, OpportunityField.CUSTOMER, after.customerId(), before.customerId());
        add(changes, OpportunityField.TAGS, after.tags(), before.tags());
        return changes;
    }

    private static void add(List<OpportunityFieldChange> changes, OpportunityField member, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(new OpportunityFieldChange(member, from, to));
        }
    }

    private CrmException overtaken(PipelineStores db, OpportunityEntity card, List<String> fields) {
        NamedRef who = new Lookup(db, core.directory(), List.of(card)).user(card.changedBy());
        Map<String, Object> told = new Versions(core).conflict(db, card, Map.of("overtaken", fields)).extras();
        return new CrmException(CrmException.Kind.VERSION_CONFLICT, "version_conflict", (who == null ? "Somebody" : who.name())
                + " has changed " + String.join(" and ", fields) + " of \"" + card.name() + "\" since, so this cannot be taken"
                + " back.", List.of(), told, null);
    }
}
