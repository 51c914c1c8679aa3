package com.pivotino.crm.pipeline.internal.integrity;

import com.pivotino.crm.api.module.IntegrityCheck;
import com.pivotino.crm.api.module.IntegrityScan;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.pipeline.internal.store.ActiveTotals;
import com.pivotino.crm.pipeline.internal.store.TotalsStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What must hold of opportunities ({@code crm:verify}): in our own tables here, against the log in {@link HistoryCheck}. */
@Component(service = IntegrityCheck.class, property = IntegrityCheck.MODULE + "=pipeline")
public final class PipelineIntegrity implements IntegrityCheck {
    /** The outcome that a stage's kind stands for (SEMANTICS P1). */
    private static final String OF_KIND = "CASE s.kind WHEN 'won' THEN 'won' WHEN 'lost' THEN 'lost' ELSE 'open' END";
    private static final String LAST_STAGE = "SELECT h.to_stage_id FROM pl_history h WHERE h.opportunity_id = o.id"
            + " AND h.kind = 'stage' ORDER BY h.at DESC, h.id DESC FETCH FIRST 1 ROWS ONLY";
    private static final String LAST_OUTCOME = "SELECT h.to_kind FROM pl_history h WHERE h.opportunity_id = o.id"
            + " AND h.kind = 'outcome' ORDER BY h.at DESC, h.id DESC FETCH FIRST 1 ROWS ONLY";
    private static final String LINES = "SELECT opportunity_id, id, from_stage_id, LAG(to_stage_id) OVER"
            + " (PARTITION BY opportunity_id ORDER BY at, id) AS before_id FROM pl_history WHERE kind = 'stage'";

    /** @param schema only awaited */
    @Activate
    public PipelineIntegrity(@Reference(target = "(crm.module=pipeline)") SchemaReady schema) {
    }

    @Override
    public void check(IntegrityScan scan) {
        outcomes(scan);
        history(scan);
        scan.none("The board's totals are the sums of the cards", TotalsStore.DRIFT);
        scan.none("The board's counts of open activities are those of the cards", ActiveTotals.DRIFT);
        scan.none("A card is found by its words", "SELECT o.id, o.name FROM pl_opportunity o WHERE NOT EXISTS"
                + " (SELECT 1 FROM pl_term t WHERE t.opportunity_id = o.id) AND UPPER(o.name) <> LOWER(o.name)");
        scan.none("A card has a place in its column", "SELECT id, rank_key FROM pl_opportunity"
                + " WHERE CHAR_LENGTH(rank_key) < 13 OR rank_key < '0' OR rank_key >= ':'");
        scan.none("The record index knows each card as it is", "SELECT o.id, o.name, r.title FROM pl_opportunity o LEFT JOIN rt_record r"
                + " ON r.record_type = 'opportunity' AND r.record_id = o.id WHERE r.title IS NULL OR r.deleted = TRUE OR r.title <> o.name"
                + " OR r.owner_id IS DISTINCT FROM o.salesperson_id OR r.team_id IS DISTINCT FROM o.team_id");
        nextActivities(scan);
        new HistoryCheck(scan).check();
    }

    private static void outcomes(IntegrityScan scan) {
        scan.none("A card is won in a won stage, lost in a lost one, open in any other", "SELECT o.id, o.outcome, s.kind"
                + " FROM pl_opportunity o JOIN pl_stage s ON s.id = o.stage_id WHERE o.outcome <> " + OF_KIND);
        scan.none("Won is 100 percent, lost is 0", "SELECT id, outcome, probability FROM pl_opportunity"
                + " WHERE outcome = 'won' AND probability <> 100 OR outcome = 'lost' AND probability <> 0");
        scan.none("A lost card has a reason, any other has none", "SELECT id, outcome, lost_reason_id FROM pl_opportunity"
                + " WHERE outcome = 'lost' AND lost_reason_id IS NULL OR outcome <> 'lost' AND lost_reason_id IS NOT NULL");
        scan.none("A closed card has a closing date, an open one has none", "SELECT id, outcome, closed_at FROM pl_opportunity"
                + " WHERE outcome = 'open' AND closed_at IS NOT NULL OR outcome <> 'open' AND closed_at IS NULL");
    }

    private static void history(IntegrityScan scan) {
        scan.none("The history ends in the card's stage", "SELECT * FROM (SELECT o.id, o.stage_id, (" + LAST_STAGE
                + ") AS last_id FROM pl_opportunity o) x WHERE last_id IS NULL OR last_id <> stage_id");
        scan.none("The history ends with the card's outcome", "SELECT * FROM (SELECT o.id, o.outcome, COALESCE(("
                + LAST_OUTCOME + "), 'open') AS last_outcome FROM pl_opportunity o) x WHERE last_outcome <> outcome");
        scan.none("A line of the history goes on where the one before ended", "SELECT * FROM (" + LINES
                + ") x WHERE COALESCE(from_stage_id, -1) <> COALESCE(before_id, -1)");
    }

    private static void nextActivities(IntegrityScan scan) {
        scan.none("A card shows its earliest open activity", "SELECT o.id, o.next_due, a.due FROM pl_opportunity o LEFT JOIN"
                + " (SELECT opportunity_id, MIN(due_date) AS due FROM pl_open_activity GROUP BY opportunity_id) a"
                + " ON a.opportunity_id = o.id WHERE o.next_due IS DISTINCT FROM a.due OR o.next_activity_id IS NOT NULL"
                + " AND NOT EXISTS (SELECT 1 FROM pl_open_activity b WHERE b.id = o.next_activity_id AND b.opportunity_id = o.id)");
    }
}
