package com.pivotino.crm.runtime.internal.undo;

import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.runtime.internal.sql.Database;
import java.time.Duration;
import java.time.Instant;

/** Forgets acts whose time to be taken back is long over. */
public final class UndoPurge implements ScheduledJob {

    /** Long enough for any clock and any answer that is read late. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;
    private final UndoStore store = new UndoStore();

    public UndoPurge(Database database) {
        this.database = database;
    }

    @Override
    public void run(Instant now) {
        database.inNew(connection -> store.purge(connection, now.minus(KEPT)));
    }
}
