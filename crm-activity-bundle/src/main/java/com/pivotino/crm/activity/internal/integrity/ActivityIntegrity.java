package com.pivotino.crm.activity.internal.integrity;

import com.pivotino.crm.api.module.IntegrityCheck;
import com.pivotino.crm.api.module.IntegrityScan;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.event.OpportunityFact;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What must hold of activities ({@code crm:verify}). */
@Component(service = IntegrityCheck.class, property = IntegrityCheck.MODULE + "=activity")
public final class ActivityIntegrity implements IntegrityCheck {

    private static final String DELETED = "pipeline.OpportunityDeleted";
    private static final List<String> TOLD = List.of("pipeline.Opportunity*", "pipeline.StageChanged");
    private static final String OF_RECORD = "a.record_type = r.record_type AND a.record_id = r.record_id";

    /** @param schema only awaited */
    @Activate
    public ActivityIntegrity(@Reference(target = "(crm.module=activity)") SchemaReady schema) {
    }

    /** What is compared of a record. */
    private record Card(String outcome, String stageKind) {
        static Card of(OpportunityState state) {
            return new Card(state.outcome(), state.stage().kind());
        }
    }

    @Override
    public void check(IntegrityScan scan) {
        scan.none("A card has at most one open first activity", "SELECT record_id, COUNT(*) FROM ac_activity"
                + " WHERE first_generation IS NOT NULL AND status = 'OPEN' GROUP BY record_type, record_id HAVING COUNT(*) > 1");
        scan.none("At most one first activity of a card was ever done", "SELECT record_id, COUNT(*) FROM ac_activity"
                + " WHERE first_generation IS NOT NULL AND status = 'DONE' GROUP BY record_type, record_id HAVING COUNT(*) > 1");
        scan.none("A card in New that had a first activity still has one, or the role waits for the next", "SELECT r.record_id"
                + " FROM ac_record r WHERE r.stage_kind = 'new' AND r.outcome = 'open' AND r.first_generation > 0"
                + " AND r.first_vacant = FALSE AND NOT EXISTS (SELECT 1 FROM ac_activity a WHERE "
                + OF_RECORD + " AND a.first_generation IS NOT NULL)");
        scan.none("An activity is open, done or cancelled, and only one of these", "SELECT id, status, ended_at, outcome,"
                + " duration_minutes, cancel_reason, closing_cause FROM ac_activity WHERE status NOT IN ('OPEN', 'DONE', 'CANCELLED')"
                + " OR status = 'OPEN' AND ended_at IS NOT NULL OR status <> 'OPEN' AND ended_at IS NULL"
                + " OR status <> 'CANCELLED' AND (cancel_reason IS NOT NULL OR closing_cause IS NOT NULL)"
                + " OR status <> 'DONE' AND (feedback IS NOT NULL OR outcome IS NOT NULL OR duration_minutes IS NOT NULL)");
        scan.none("A deleted card has no activities", "SELECT a.id, r.record_id"
                + " FROM ac_activity a JOIN rt_record r ON " + OF_RECORD + " WHERE r.deleted = TRUE");
        scan.none("An activity tells who may read its record as the record does", "SELECT a.id, r.record_id FROM ac_activity a"
                + " JOIN rt_record r ON " + OF_RECORD + " WHERE COALESCE(a.record_team_id, 0) <> COALESCE(r.team_id, 0)"
                + " OR COALESCE(a.record_owner_id, 0) <> COALESCE(r.owner_id, CASE WHEN r.team_id IS NULL"
                + " THEN r.creator_id END, 0)");
        records(scan);
    }

    private static void records(IntegrityScan scan) {
        Map<Long, Card> known = new HashMap<>();
        scan.rows("SELECT record_id, outcome, stage_kind FROM ac_record WHERE record_type = 'opportunity'", List.of(),
                row -> known.put(number(row[0]), new Card((String) row[1], (String) row[2])));
        Consumer<String> against = scan.invariant("What is known of a card is what its last event told");
        scan.latest(TOLD, event -> {
            Card kept = known.remove(event.record().id());
            Card told = event.type().equals(DELETED) ? null : Card.of(event.body(OpportunityFact.class).state());
            if (!Objects.equals(told, kept)) {
                against.accept(event.record() + ": " + kept + ", but " + event.type() + " told " + told);
            }
        });
        known.forEach((id, record) -> against.accept("opportunity " + id + ": " + record + ", but no event told of it"));
    }

    private static Long number(Object column) {
        return column == null ? null : ((Number) column).longValue();
    }
}
