package com.pivotino.crm.runtime.internal.act;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.runtime.internal.log.EventLog;
import com.pivotino.crm.runtime.internal.log.LoggedEvent;
import com.pivotino.crm.runtime.internal.reaction.ReactionRegistry;
import com.pivotino.crm.runtime.internal.record.RecordIndexing;
import com.pivotino.crm.runtime.internal.sql.Failures;
import com.pivotino.crm.runtime.internal.undo.UndoOffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A frame as one act, or one reaction in it, sees it. */
final class ActTransaction implements Transaction {

    static final int MAX_HOP = 8;
    private static final Logger LOG = LoggerFactory.getLogger(ActTransaction.class);

    private final TransactionContext frame;
    private final Actor actor;
    private final String causeId;
    private final String cause;
    private final int hop;
    private final EventLog log;
    private final ReactionRegistry reactions;
    private final RecordIndexing records;

    ActTransaction(TransactionContext frame, Actor actor, String causeId, String cause, int hop, EventLog log,
            ReactionRegistry reactions, RecordIndexing records) {
        this.frame = frame;
        this.actor = actor;
        this.causeId = causeId;
        this.cause = cause;
        this.hop = hop;
        this.log = log;
        this.reactions = reactions;
        this.records = records;
    }

    int hop() {
        return hop;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public String causeId() {
        return causeId;
    }

    @Override
    public String cause() {
        return cause;
    }

    @Override
    public Instant now() {
        return frame.now();
    }

    @Override
    public boolean catchingUp() {
        return frame.catchingUp();
    }

    @Override
    public DomainEvent publish(RecordRef record, Record body) {
        requireRunning();
        String type = EventLog.typeOf(body);
        if (hop > MAX_HOP) {
            throw CrmException.conflict("conflict", "Nothing was changed: " + type + " of " + record
                    + " is the consequence of more than " + MAX_HOP + " others; these reactions go in a circle.");
        }
        LoggedEvent event = log.make(new LoggedEvent.Head(UUID.randomUUID().toString(), type, record, actor.user(),
                actor.name(), frame.now(), causeId, cause, hop, 0, undoUntil(), frame.undoes()), body);
        frame.add(event);
        records.follow(record, body);
        for (ReactionRegistry.Turn turn : reactions.turns(type)) {
            if (turn.service() == null) {
                frame.missed(turn.id(), event);
            } else {
                react(turn.id(), turn.service(), event);
            }
        }
        return event;
    }

    /** Lets one reaction react to an event. If it fails, nothing of the act can be kept, whoever catches it. */
    void react(String id, Reaction reaction, DomainEvent event) {
        ActTransaction outer = frame.current();
        ActTransaction inner = new ActTransaction(frame, actor, causeId, "automation", hop + 1, log, reactions, records);
        frame.current(inner);
        boolean interrupted = Thread.currentThread().isInterrupted();
        try {
            reaction.react(event, inner);
        } catch (CrmException e) {
            frame.refuse(e);
            throw e;
        } catch (Throwable e) {
            // A checked exception too: a class that another compiler made may throw one.
            RuntimeException refusal = refused(id, reaction, event, e);
            frame.refuse(refusal);
            throw refusal;
        } finally {
            frame.current(outer);
            if (!interrupted) {
                // An interruption would close the files of an embedded database.
                Thread.interrupted();
            }
        }
    }

    @Override
    public Instant undoUntil() {
        return frame.undo() == null ? null : frame.undo().until();
    }

    @Override
    public void undoStep(RecordRef record, String owner, Record step) {
        requireRunning();
        if (frame.undo() != null) {
            frame.undo().add(new UndoOffer.Step(record, owner, log.text(step)));
        }
    }

    @Override
    public void effect(Effect effect) {
        requireRunning();
        frame.effects().add(effect);
    }

    @Override
    public void afterCommit(Runnable action) {
        requireRunning();
        frame.afterCommit().add(action);
    }

    private RuntimeException refused(String id, Reaction reaction, DomainEvent event, Throwable failure) {
        if (failure instanceof RuntimeException race && Failures.isLostRace(race)) {
            return race;
        }
        if (!reactions.isHere(reaction)) {
            return new ReactionGone(id, failure);
        }
        LOG.error("The reaction {} failed on {}; nothing of the act was saved", id, event, failure);
        return new CrmException(CrmException.Kind.UNAVAILABLE, "unavailable", "Nothing was changed, because " + id
                + " could not follow " + event.type() + ".", List.of(), Map.of(), failure);
    }

    private void requireRunning() {
        if (frame.ended()) {
            throw new IllegalStateException("This act has ended; a Transaction must not be kept.");
        }
    }
}
