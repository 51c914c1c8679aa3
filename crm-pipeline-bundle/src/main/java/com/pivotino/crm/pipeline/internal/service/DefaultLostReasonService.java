package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.api.pipeline.LostReasonService;
import com.pivotino.crm.api.pipeline.NewLostReason;
import com.pivotino.crm.api.pipeline.ReasonAdoption;
import com.pivotino.crm.api.pipeline.ReasonProposal;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.domain.ChangeLine;
import com.pivotino.crm.pipeline.internal.domain.LostReasonEntity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityField;
import com.pivotino.crm.pipeline.internal.domain.OpportunityFieldChange;
import com.pivotino.crm.pipeline.internal.domain.Stamp;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import com.pivotino.crm.pipeline.internal.store.ReasonStore.Proposal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The lost reasons and the proposals of new ones (SEMANTICS P15). */
@Component
public final class DefaultLostReasonService implements LostReasonService {
    private static final RecordRef REASONS = new RecordRef("lost-reasons", 1);
    private static final int NAME = 100;
    private static final int STEP = 10;
    private static final int TOP = 1_000_000;
    private final PipelineCore core;

    @Activate
    public DefaultLostReasonService(@Reference PipelineCore core) {
        this.core = core;
    }

    @Override
    public Page<LostReason> list(Actor actor, ListQuery query) {
        query.allowing(Set.of("active"));
        List<LostReason> reasons = core.read(db -> db.reasons().all()).stream()
                .filter(reason -> Lists.matchesActive(query, reason.active())).toList();
        return Lists.page(reasons, query, reason -> String.valueOf(reason.id()));
    }

    @Override
    public LostReason create(Call call, NewLostReason what) {
        call.actor().requireManager();
        return core.act(act(call, Set.of()), (tx, db) -> add(db, what)).value();
    }

    private static LostReason add(PipelineStores db, NewLostReason what) {
        int last = db.reasons().all().stream().mapToInt(LostReason::sequence).max().orElse(0);
        String name = Texts.required("name", what.name(), NAME);
        requireFree(db, 0, name);
        int sequence = what.sequence() == null ? last + STEP : Texts.range("sequence", what.sequence(), TOP);
        LostReasonEntity reason = new LostReasonEntity(
                new LostReason(0, 0, name, sequence, true, Boolean.TRUE.equals(what.noteRequired())));
        db.reasons().add(reason);
        return reason.toRecord();
    }

    @Override
    public LostReason update(Call call, long id, MergePatch patch) {
        call.actor().requireManager();
        patch.allowing(Set.of("name", "sequence", "active", "noteRequired"), Set.of("id", "version"));
        return core.act(act(call, Set.of()), (tx, db) -> {
            LostReasonEntity reason = find(db, id);
            LostReason before = reason.toRecord();
            Integer sequence = patch.has("sequence") ? patch.number("sequence", 0, TOP) : Integer.valueOf(before.sequence());
            LostReason after = new LostReason(before.id(), before.version(),
                    patch.has("name") ? patch.requiredText("name", NAME) : before.name(), sequence == null ? 0 : sequence,
                    patch.has("active") ? !Boolean.FALSE.equals(patch.flag("active")) : before.active(),
                    patch.has("noteRequired") ? Boolean.TRUE.equals(patch.flag("noteRequired")) : before.noteRequired());
            if (after.equals(before)) {
                return before;
            }
            Versions.require(call, before);
            requireFree(db, id, after.name());
            reason.reshape(after);
            db.flush();
            return reason.toRecord();
        }).value();
    }

    @Override
    public void delete(Call call, long id) {
        call.actor().requireManager();
        core.act(act(call, Set.of()), (tx, db) -> {
            LostReasonEntity reason = find(db, id);
            Versions.require(call, reason.toRecord());
            if (db.reasons().isUsed(id)) {
                throw CrmException.refused("reason_in_use", "This reason is used; archive it instead.", List.of());
            }
            db.reasons().remove(reason);
            return null;
        });
    }

    @Override
    public Page<ReasonProposal> proposals(Actor actor, ListQuery query) {
        actor.requireManager();
        query.allowing(Set.of());
        List<ReasonProposal> proposals = core.read(db -> {
            Map<Long, String> names = db.reasons().all().stream().collect(Collectors.toMap(LostReason::id, LostReason::name));
            return db.reasons().proposals(actor).stream()
                    .collect(Collectors.groupingBy(p -> p.text().toLowerCase(Locale.ROOT))).values().stream()
                    .map(same -> proposal(same, names))
                    .sorted(Comparator.comparingLong(ReasonProposal::count).reversed()
                            .thenComparing(ReasonProposal::proposedReason))
                    .toList();
        });
        return Lists.page(proposals, query, ReasonProposal::proposedReason);
    }

    private static ReasonProposal proposal(List<Proposal> same, Map<Long, String> names) {
        Proposal most = same.stream().max(Comparator.comparingLong(Proposal::count)).orElseThrow();
        return new ReasonProposal(most.text(), same.stream().mapToLong(Proposal::count).sum(),
                new NamedRef(most.reasonId(), names.get(most.reasonId())));
    }

    @Override
    public LostReason adopt(Call call, ReasonAdoption adoption) {
        call.actor().requireManager();
        String text = Texts.required("proposedReason", adoption.proposedReason(), Texts.NAME);
        Set<RecordRef> cards = core.read(db -> db.reasons().proposing(text)).stream()
                .filter(card -> card.access(Set.of()).writableBy(call.actor()))
                .map(card -> RecordRef.opportunity(card.id())).collect(Collectors.toSet());
        if (cards.isEmpty()) {
            throw CrmException.notFound("The proposal");
        }
        return core.act(act(call, cards), (tx, db) -> {
            LostReason reason = adoption.reasonId() != null ? find(db, adoption.reasonId()).toRecord()
                    : add(db, new NewLostReason(adoption.name() == null ? text : adoption.name(), null, false));
            db.reasons().proposing(text).stream().filter(card -> cards.contains(RecordRef.opportunity(card.id())))
                    .forEach(card -> repoint(tx, db, card, reason));
            return reason;
        }).value();
    }

    private void repoint(Transaction tx, PipelineStores db, OpportunityEntity card, LostReason reason) {
        Stamp stamp = StageTransition.stampOf(tx);
        Long before = card.lostReasonId();
        String old = new Lookup(db, core.directory(), List.of(card)).reason(before).name();
        card.adoptReason(reason.id());
        card.touchedBy(stamp.userId(), stamp.at());
        db.flush();
        if (before == reason.id()) {
            return;
        }
        db.opportunities().log(new ChangeLine(card.id(), card.version(),
                new OpportunityFieldChange(OpportunityField.LOST_REASON, before, reason.id()), stamp));
        tx.publish(RecordRef.opportunity(card.id()), new OpportunityChanged(
                card.toState(new Lookup(db, core.directory(), List.of(card))),
                List.of(new FieldChange(OpportunityField.LOST_REASON.trackedAs(), old, reason.name())), null, false));
    }

    private static void requireFree(PipelineStores db, long id, String name) {
        if (db.reasons().all().stream().anyMatch(r -> r.active() && r.id() != id && r.name().equalsIgnoreCase(name))) {
            throw CrmException.invalid("name", "taken", "There is a reason of this name.");
        }
    }

    private static LostReasonEntity find(PipelineStores db, long id) {
        return db.reasons().find(id).orElseThrow(() -> CrmException.notFound("The reason"));
    }

    private static Act act(Call call, Set<RecordRef> cards) {
        Set<RecordRef> locks = new java.util.HashSet<>(cards);
        locks.add(REASONS);
        return Act.of(call.actor(), call.cause(), locks);
    }
}
