package com.pivotino.crm.chatter.internal.reaction;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.ActUndone;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.follower.Followers;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.util.List;

/** An act was taken back: one line stays of what the feed said of it, and who follows by it alone no longer does (P19). */
final class UndoneLines {

    private final ChatterStore store;
    private final Transaction tx;

    UndoneLines(ChatterStore store, Transaction tx) {
        this.store = store;
        this.tx = tx;
    }

    /** The part of the runtime's event that is ours. */
    record Undone(Steps steps) {
    }

    record Steps(List<Followers.Begun> chatter) {
    }

    void react(DomainEvent event) {
        ActUndone undone = event.body(ActUndone.class);
        List<FeedLine> lines = store.linesOf(event.record(), undone.undoneCauseId(), undone.undoneAt());
        for (FeedLine line : lines) {
            line.undo(line == lines.get(0), event.actorName(), event.actor());
        }
        List<Followers.Begun> begun = event.body(Undone.class).steps().chatter();
        if (begun != null) {
            begun.forEach(step -> store.following(event.record(), PersonRef.user(step.userId()))
                    .ifPresent(following -> new Followers(store, tx).remove(event.record(), following, step.name())));
        }
    }
}
