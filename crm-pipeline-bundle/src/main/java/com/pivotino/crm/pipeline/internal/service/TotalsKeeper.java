package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps the board's figures short and, on the operator's word, right: folds what acts have appended; compares with the
 * opportunities and mends, while work goes on ({@code crm:totals-repair}).
 */
@Component(service = {ScheduledJob.class, TotalsKeeper.class}, property = {ScheduledJob.NAME + "=pipeline.totals",
        ScheduledJob.EVERY_SECONDS + ":Integer=15"})
public final class TotalsKeeper implements ScheduledJob {
    private static final RecordRef TOTALS = new RecordRef("pipeline-totals", 1);
    private static final int LINES = 2_000;
    private final PipelineCore core;

    @Activate
    public TotalsKeeper(@Reference PipelineCore core) {
        this.core = core;
    }

    @Override
    public void run(Instant now) {
        int folded;
        do {
            folded = alone(db -> db.totals().fold(LINES));
        } while (folded == LINES);
        do {
            folded = alone(db -> db.activeTotals().fold(LINES, now));
        } while (folded >= LINES);
    }

    /** What the operator reads: whether the figures are right. */
    public String check() {
        int wrong = core.read(db -> db.totals().drift() + db.activeTotals().drift(core.now()));
        return wrong == 0 ? "The board's totals are right." : "The board's totals are wrong in " + wrong
                + " places; crm:totals-repair mends them.";
    }

    /** Mends the figures and says in how many places. */
    public String repair() {
        int mended = alone(db -> db.totals().repair() + db.activeTotals().repair(core.now()));
        return mended == 0 ? "The board's totals were right." : "Mended the board's totals in " + mended + " places.";
    }

    private int alone(Function<PipelineStores, Integer> work) {
        Act act = Act.of(Actor.system(ZoneOffset.UTC), "automation", Set.of(TOTALS));
        return core.act(act, (tx, db) -> work.apply(db)).value();
    }
}
