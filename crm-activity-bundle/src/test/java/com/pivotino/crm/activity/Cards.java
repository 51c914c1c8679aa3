package com.pivotino.crm.activity;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.StageRef;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.pipeline.event.OpportunityCreated;
import com.pivotino.crm.api.pipeline.event.OpportunityDeleted;
import com.pivotino.crm.api.pipeline.event.OpportunityLost;
import com.pivotino.crm.api.pipeline.event.OpportunityRestored;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.pipeline.event.OpportunityWon;
import com.pivotino.crm.api.pipeline.event.StageChanged;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Publishes what the pipeline publishes, as far as activities care; it moves a card out of New when P9 says so. */
final class Cards implements Reaction {

    static final StageRef NEW = new StageRef(1, "New", "new");
    static final StageRef FIRST_ACTIVITY = new StageRef(2, "First Activity", "first_activity");
    static final StageRef QUALIFIED = new StageRef(3, "Qualified", "normal");
    static final StageRef WON = new StageRef(5, "Won", "won");
    static final StageRef LOST = new StageRef(6, "Lost", "lost");

    private final Acts acts;
    private final AtomicLong ids = new AtomicLong(100);
    private final Map<Long, OpportunityState> cards = new ConcurrentHashMap<>();

    Cards(Acts acts) {
        this.acts = acts;
    }

    /** Of nobody. */
    static OpportunityState state(long id, StageRef stage) {
        return new OpportunityState(id, 1, "Deal " + id, stage, outcome(stage), null, null, null, null, null, null, 0, null);
    }

    RecordRef create(Actor by, NamedRef salesperson, StageRef stage, boolean firstActivity) {
        return create(by, salesperson, null, stage, firstActivity);
    }

    RecordRef create(Actor by, NamedRef salesperson, NamedRef team, StageRef stage, boolean firstActivity) {
        long id = ids.incrementAndGet();
        OpportunityState state = new OpportunityState(id, 1, "Deal " + id, stage, outcome(stage), salesperson, team, null,
                null, null, null, 0, new NamedRef(by.userId(), by.name()));
        cards.put(id, state);
        RecordRef ref = RecordRef.opportunity(id);
        acts.run(Act.of(by, ref), tx -> tx.publish(ref, new OpportunityCreated(state, firstActivity, false)));
        return ref;
    }

    /** A qualified card with an expected revenue. */
    RecordRef worth(Actor by, NamedRef salesperson, Money amount, NamedRef customer) {
        long id = ids.incrementAndGet();
        OpportunityState state = new OpportunityState(id, 1, "Deal " + id, QUALIFIED, "open", salesperson, null, customer,
                null, null, amount, 0, new NamedRef(by.userId(), by.name()));
        cards.put(id, state);
        RecordRef ref = RecordRef.opportunity(id);
        acts.run(Act.of(by, ref), tx -> tx.publish(ref, new OpportunityCreated(state, false, false)));
        return ref;
    }

    Answer<DomainEvent> move(Actor by, RecordRef card, StageRef to) {
        return act(by, card, tx -> moveTo(card, to, tx));
    }

    /** For a minute. */
    Answer<DomainEvent> moveUndoably(Actor by, RecordRef card, StageRef to) {
        return acts.run(Act.of(by, card).undoable(60), tx -> moveTo(card, to, tx));
    }

    Answer<DomainEvent> win(Actor by, RecordRef card, String openActivities) {
        return act(by, card, tx -> {
            StageRef from = stage(card);
            return tx.publish(card, new OpportunityWon(to(card, WON), from, openActivities, 60));
        });
    }

    Answer<DomainEvent> lose(Actor by, RecordRef card) {
        return act(by, card, tx -> {
            StageRef from = stage(card);
            return tx.publish(card, new OpportunityLost(to(card, LOST), from, new NamedRef(1, "Too expensive"), null,
                    "They took the other one", "keep", 60));
        });
    }

    Answer<DomainEvent> restore(Actor by, RecordRef card, String closingCauseId) {
        return act(by, card, tx -> {
            StageRef from = stage(card);
            return tx.publish(card, new OpportunityRestored(to(card, NEW), from, closingCauseId, 60));
        });
    }

    Answer<DomainEvent> reassign(Actor by, RecordRef card, NamedRef salesperson) {
        return act(by, card, tx -> {
            OpportunityState before = cards.get(card.id());
            OpportunityState after = next(before, before.stage(), salesperson);
            cards.put(card.id(), after);
            return tx.publish(card, new OpportunityChanged(after, List.of(new FieldChange("salesperson",
                    name(before.salesperson()), name(salesperson))), before.salesperson(), true));
        });
    }

    void delete(Actor by, RecordRef card) {
        act(by, card, tx -> tx.publish(card, new OpportunityDeleted(cards.get(card.id()))));
    }

    StageRef stage(RecordRef card) {
        return cards.get(card.id()).stage();
    }

    NamedRef salesperson(RecordRef card) {
        return cards.get(card.id()).salesperson();
    }

    /** P9: the first activity done by a tick moves a card that stands in New. */
    @Override
    public void react(DomainEvent event, Transaction tx) {
        ActivityCompleted done = event.body(ActivityCompleted.class);
        if ("first".equals(done.activity().role()) && !done.byMove() && NEW.equals(stage(event.record()))) {
            moveTo(event.record(), FIRST_ACTIVITY, tx);
        }
    }

    private DomainEvent moveTo(RecordRef card, StageRef to, Transaction tx) {
        StageRef from = stage(card);
        return tx.publish(card, new StageChanged(to(card, to), from, to.id() > from.id(), 60));
    }

    private OpportunityState to(RecordRef card, StageRef stage) {
        OpportunityState before = cards.get(card.id());
        OpportunityState after = next(before, stage, before.salesperson());
        cards.put(card.id(), after);
        return after;
    }

    private static OpportunityState next(OpportunityState s, StageRef stage, NamedRef salesperson) {
        return new OpportunityState(s.id(), s.version() + 1, s.name(), stage, outcome(stage), salesperson, s.team(),
                s.customer(), s.email(), s.phone(), s.expectedRevenue(), s.priority(), s.createdBy());
    }

    private Answer<DomainEvent> act(Actor by, RecordRef card, java.util.function.Function<Transaction, DomainEvent> work) {
        return acts.run(Act.of(by, card), work);
    }

    private static String outcome(StageRef stage) {
        return "won".equals(stage.kind()) || "lost".equals(stage.kind()) ? stage.kind() : "open";
    }

    private static String name(NamedRef ref) {
        return ref == null ? null : ref.name();
    }
}
