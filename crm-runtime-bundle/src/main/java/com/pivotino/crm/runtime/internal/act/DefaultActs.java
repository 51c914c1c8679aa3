package com.pivotino.crm.runtime.internal.act;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Attempt;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.internal.RequestTransactions;
import com.pivotino.crm.runtime.internal.log.EventLog;
import com.pivotino.crm.runtime.internal.reaction.QuiescenceGate;
import com.pivotino.crm.runtime.internal.reaction.ReactionRegistry;
import com.pivotino.crm.runtime.internal.reaction.ReactionStore;
import com.pivotino.crm.runtime.internal.record.RecordIndexing;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.sql.Failures;
import com.pivotino.crm.runtime.internal.undo.UndoOffer;
import com.pivotino.crm.runtime.internal.undo.UndoStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.coordinator.Coordinator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acts, reads and whole requests, each in one transaction (docs/adr/0002). */
public final class DefaultActs implements Acts, RequestTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultActs.class);
    private static final int MAX_TRIES = 4;
    private static final long BACK_OFF_MS = 20;

    private final Database database;
    private final TransactionRunner frames;
    private final RecordLocks locks;
    private final Clock clock;
    private final EventLog log;
    private final ReactionRegistry reactions;
    private final RecordIndexing records;
    private final ThreadLocal<RequestTransaction> requests = new ThreadLocal<>();

    public DefaultActs(Database database, Coordinator coordinator, Clock clock, EventLog log,
            ReactionRegistry reactions, QuiescenceGate gate) {
        this.database = database;
        this.frames = new TransactionRunner(database, coordinator, log, new ReactionStore(), gate);
        this.locks = new RecordLocks(database);
        this.clock = clock;
        this.log = log;
        this.reactions = reactions;
        this.records = new RecordIndexing(database);
    }

    /** What to do whenever events were committed; must be quick. */
    public void onCommit(Runnable action) {
        frames.onCommit(action);
    }

    @Override
    public <T> Answer<T> run(Act act, Function<Transaction, T> work) {
        return undoing(act, null, work);
    }

    /**
     * The same for an act that takes another one back.
     *
     * @param undoneCauseId the other one's cause id, or null
     */
    public <T> Answer<T> undoing(Act act, String undoneCauseId, Function<Transaction, T> work) {
        TransactionContext running = frames.current();
        if (running != null) {
            return join(running, act, undoneCauseId, work);
        }
        RequestTransaction request = requests.get();
        return retried(() -> request == null
                ? frames.gated(TransactionRunner.End.KEEP, frame -> join(frame, act, undoneCauseId, work))
                : request.begin(frame -> join(frame, act, undoneCauseId, work)), () -> true);
    }

    @Override
    public <T> Answer<T> aside(Act act, Function<Transaction, T> work) {
        RequestTransaction request = requests.get();
        requests.remove();
        try {
            return run(act, work);
        } finally {
            if (request != null) {
                requests.set(request);
            }
        }
    }

    @Override
    public <T> Attempt<T> attempt(Act act, Function<Transaction, T> work) {
        if (frames.current() != null) {
            throw new IllegalStateException("A part of a transaction cannot fail by itself.");
        }
        RequestTransaction request = requests.get();
        try {
            return new Attempt<>(run(act, work), null);
        } catch (RuntimeException e) {
            if (request != null && request.isRefused()) {
                throw e; // the request's key is taken; that is no failure of the act
            }
            if (!(e instanceof CrmException)) {
                LOG.error("An act failed; nothing of it was saved, and its caller goes on", e);
            }
            return new Attempt<>(null, e);
        }
    }

    @Override
    public <T> T read(Supplier<T> work) {
        if (frames.current() != null) {
            return work.get();
        }
        try {
            return frames.once(TransactionRunner.End.READ, frame -> work.get());
        } catch (RuntimeException e) {
            throw Failures.told(e);
        }
    }

    @Override
    public <T> T within(boolean rollback, Supplier<T> work) {
        return request(new RequestTransaction(frames, rollback ? TransactionRunner.End.DROP : TransactionRunner.End.KEEP,
                () -> { }), work, answer -> { });
    }

    @Override
    public <T> T within(Claim<T> claim, Supplier<T> work) {
        RequestTransaction request = new RequestTransaction(frames, TransactionRunner.End.KEEP, claim::take);
        return request(request, work, answer -> {
            if (request.isOpen()) {
                claim.keep(answer);
            } else {
                request.begin(frame -> {
                    claim.keep(answer);
                    return null;
                });
            }
        });
    }

    @Override
    public <T> T atOnce(Supplier<T> work) {
        requireNone();
        return retried(() -> frames.gated(TransactionRunner.End.KEEP, frame -> work.get()), () -> true);
    }

    @Override
    public String moment() {
        requireNone();
        String snapshot = database.snapshot();
        return snapshot == null ? null : snapshot + "@" + clock.instant().getEpochSecond();
    }

    /** A race that was lost by the first act alone was run again by it; one that is lost later needs the whole request. */
    private <T> T request(RequestTransaction request, Supplier<T> work, Consumer<T> last) {
        requireNone();
        boolean[] begun = new boolean[1];
        return retried(() -> {
            begun[0] = false;
            requests.set(request);
            T answer;
            Runnable followUp;
            try {
                answer = work.get();
                last.accept(answer);
                followUp = request.commit();
            } catch (RuntimeException | Error e) {
                begun[0] = request.isOpen();
                request.rollback(e);
                throw e;
            } finally {
                requests.remove();
            }
            followUp.run();
            return answer;
        }, () -> begun[0]);
    }

    private void requireNone() {
        if (frames.current() != null || requests.get() != null) {
            throw new IllegalStateException("A request's transaction cannot begin inside another transaction.");
        }
    }

    /**
     * Lets one reaction catch up with events from before, in one transaction.
     *
     * @param claim first in the transaction: takes the events off the reaction's list and answers them in order; none
     *              ends it
     * @return how many events were delivered
     */
    public int replay(String id, Reaction reaction, Supplier<? extends List<? extends DomainEvent>> claim) {
        return retried(() -> frames.once(TransactionRunner.End.KEEP, frame -> {
            frame.catchUp();
            List<? extends DomainEvent> events = claim.get();
            locks.lock(events.stream().map(DomainEvent::record).toList(), frame.stripes());
            frame.begins(now());
            Set<String> undone = undone(events);
            for (DomainEvent event : events) {
                if (undone.contains(event.causeId())) {
                    continue;
                }
                frame.undo(UndoOffer.catchingUp(event.causeId(), event.undoUntil()));
                ActTransaction then = new ActTransaction(frame, Automation.inNameOf(event), event.causeId(),
                        event.cause(), event.hop(), log, reactions, records);
                then.react(id, reaction, event);
            }
            return events.size();
        }), () -> true);
    }

    /** What was done and undone while a reaction was away has not happened, as far as it is concerned. */
    private Set<String> undone(List<? extends DomainEvent> events) {
        Set<String> undoable = events.stream().filter(event -> event.undoUntil() != null).map(DomainEvent::causeId)
                .collect(Collectors.toSet());
        return undoable.isEmpty() ? undoable
                : database.joined(connection -> new UndoStore().undone(connection, undoable));
    }

    private <T> Answer<T> join(TransactionContext frame, Act act, String undoneCauseId, Function<Transaction, T> work) {
        ActTransaction outer = frame.current();
        if (outer == null) {
            frame.undoes(undoneCauseId);
        }
        int hop = outer == null ? 0 : outer.hop();
        int before = frame.effects().size();
        int published = frame.published();
        ActTransaction transaction = new ActTransaction(frame, act.actor(), outer == null ? frame.causeId()
                : outer.causeId(), hop == 0 ? act.cause() : "automation", hop, log, reactions, records);
        frame.current(transaction);
        try {
            locks.lock(act.locks(), frame.stripes());
            if (outer == null) {
                frame.begins(now());
                offerUndo(frame, act);
            }
            T value = work.apply(transaction);
            return new Answer<>(value, frame.effects().subList(before, frame.effects().size()), transaction.causeId(),
                    outer == null && frame.undo() != null && frame.published() > published ? frame.undo().answer() : null);
        } catch (RuntimeException | Error e) {
            frame.refuse(e);
            throw e;
        } finally {
            frame.current(outer);
        }
    }

    private static void offerUndo(TransactionContext frame, Act act) {
        if (frame.undo() == null && act.actor().user() != null && !act.undoWindow().isZero()) {
            frame.undo(UndoOffer.of(frame.causeId(), act.actor(), frame.now(), frame.now().plus(act.undoWindow())));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> T retried(Supplier<T> work, BooleanSupplier repeatable) {
        for (int attempt = 1;; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                boolean again = repeatable.getAsBoolean() && (e instanceof ReactionGone || Failures.isLostRace(e));
                if (!again || attempt == MAX_TRIES) {
                    throw Failures.told(e);
                }
                LOG.debug("Try {} lost a race, once more", attempt, e);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, BACK_OFF_MS * attempt) * 1_000_000);
            }
        }
    }
}
