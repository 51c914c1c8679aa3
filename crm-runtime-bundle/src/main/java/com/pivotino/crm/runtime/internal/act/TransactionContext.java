package com.pivotino.crm.runtime.internal.act;

import com.pivotino.crm.api.Effect;
import com.pivotino.crm.runtime.internal.log.LoggedEvent;
import com.pivotino.crm.runtime.internal.reaction.ReactionStore;
import com.pivotino.crm.runtime.internal.undo.UndoOffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What one JTA transaction has gathered: its events, effects and locks, and what to do when it is committed. */
final class TransactionContext {

    /** An event by its place in {@link #events}, and who missed it. */
    private record MissedAt(String reactionId, int index) {
    }

    private final String causeId;
    private final BitSet stripes = new BitSet(RecordLocks.STRIPES);
    private final List<LoggedEvent> events = new ArrayList<>();
    private final List<MissedAt> missed = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<UndoOffer> undos = new ArrayList<>();
    private UndoOffer undo;
    private String undoes;
    private Instant now;
    private ActTransaction current;
    private Throwable refusal;
    private int flushed;
    private boolean ended;
    private boolean catchingUp;

    TransactionContext(String causeId) {
        this.causeId = causeId;
    }

    String causeId() {
        return causeId;
    }

    /** The running act's one instant. */
    Instant now() {
        return now;
    }

    /**
     * An act begins its work at this instant. It is taken when the act has its locks: of two acts on one record the one
     * that had to wait is the later one, in the order of the feed too.
     */
    void begins(Instant instant) {
        now = now != null && now.isAfter(instant) ? now : instant;
    }

    BitSet stripes() {
        return stripes;
    }

    List<Effect> effects() {
        return effects;
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    void add(LoggedEvent event) {
        events.add(event);
    }

    /** The event added last was missed by this reaction. */
    void missed(String reactionId, LoggedEvent event) {
        missed.add(new MissedAt(reactionId, events.lastIndexOf(event)));
    }

    boolean hasEvents() {
        return !events.isEmpty();
    }

    /** How many events were published so far. */
    int published() {
        return events.size();
    }

    /** How this transaction's act may be taken back, or null. */
    UndoOffer undo() {
        return undo;
    }

    /** From now on this is how what is done may be taken back, or null. */
    void undo(UndoOffer offer) {
        undo = offer;
        if (offer != null) {
            undos.add(offer);
        }
    }

    List<UndoOffer> undos() {
        return undos;
    }

    /** The cause id of the act that this one takes back, or null. */
    String undoes() {
        return undoes;
    }

    void undoes(String undoneCauseId) {
        undoes = undoneCauseId;
    }

    /** Events that are not in the log yet. */
    List<LoggedEvent> unwritten() {
        return events.subList(flushed, events.size());
    }

    /** Notes the numbers that {@link #unwritten} were given; answers who missed which of them. */
    List<ReactionStore.Missed> written(List<Long> numbers) {
        int first = flushed;
        flushed = events.size();
        List<ReactionStore.Missed> rows = missed.stream().map(one -> new ReactionStore.Missed(one.reactionId,
                numbers.get(one.index - first), 0, null, false)).toList();
        missed.clear();
        return rows;
    }

    /** Events from before are delivered in this transaction. */
    void catchUp() {
        catchingUp = true;
    }

    boolean catchingUp() {
        return catchingUp;
    }

    /** The innermost act or reaction that is running, or null. */
    ActTransaction current() {
        return current;
    }

    void current(ActTransaction transaction) {
        current = transaction;
    }

    /** An act inside failed; this transaction must not be committed. */
    void refuse(Throwable reason) {
        if (refusal == null) {
            refusal = reason;
        }
    }

    Throwable refusal() {
        return refusal;
    }

    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }
}
