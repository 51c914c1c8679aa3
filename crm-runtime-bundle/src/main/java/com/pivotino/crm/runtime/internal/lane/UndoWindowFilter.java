package com.pivotino.crm.runtime.internal.lane;

import com.pivotino.crm.runtime.internal.log.LoggedEvent;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.undo.UndoStore;
import java.time.Clock;

/** Whether an event stands for good, for listeners that only want to hear of such. */
final class UndoWindowFilter {

    /** What to do with an event. */
    enum Verdict { DELIVER, HOLD, DROP }

    private final Database database;
    private final Clock clock;
    private final UndoStore store = new UndoStore();

    UndoWindowFilter(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An act whose time is over is settled by this question, so that no undoing can come between. */
    Verdict of(LoggedEvent event) {
        if (event.undoes() != null) {
            return Verdict.DROP;
        }
        if (event.undoUntil() == null) {
            return Verdict.DELIVER;
        }
        return switch (database.inNew(connection -> store.settle(connection, event.causeId(), clock.instant()))) {
            case OPEN -> Verdict.HOLD;
            case UNDONE -> Verdict.DROP;
            case SETTLED -> Verdict.DELIVER;
        };
    }
}
