package com.pivotino.crm.pipeline.internal.integrity;

import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.module.IntegrityScan;
import com.pivotino.crm.api.pipeline.event.OpportunityFact;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Holds the cards against what the log tells of them: no card changed without an event, no event without its change. */
final class HistoryCheck {
    private static final String DELETED = "pipeline.OpportunityDeleted";
    private static final List<String> TOLD = List.of("pipeline.Opportunity*", "pipeline.StageChanged");
    private final IntegrityScan scan;

    HistoryCheck(IntegrityScan scan) {
        this.scan = scan;
    }

    /** What is compared of a card. */
    private record Card(long stageId, String outcome, String name, Long salespersonId) {
        static Card of(OpportunityState state) {
            return new Card(state.stage().id(), state.outcome(), state.name(),
                    state.salesperson() == null ? null : state.salesperson().id());
        }
    }

    /** What the activities' events have in common. */
    public record Fact(ActivityState activity, List<ActivityState> activities) {
        List<ActivityState> all() {
            return activity != null ? List.of(activity) : activities == null ? List.of() : activities;
        }
    }

    void check() {
        cards();
        openActivities();
    }

    private void cards() {
        Map<Long, Card> cards = new HashMap<>();
        scan.rows("SELECT id, stage_id, outcome, name, salesperson_id FROM pl_opportunity", List.of(), row -> cards.put(
                number(row[0]), new Card(number(row[1]), (String) row[2], (String) row[3], row[4] == null ? null : number(row[4]))));
        Consumer<String> against = scan.invariant("A card is as its last event told");
        scan.latest(TOLD, event -> {
            long id = event.record().id();
            Card card = cards.remove(id);
            Card told = event.type().equals(DELETED) ? null : Card.of(event.body(OpportunityFact.class).state());
            if (card == null ? told != null : !card.equals(told)) {
                against.accept("opportunity " + id + ": " + card + ", but " + event.type() + " told " + told);
            }
        });
        cards.forEach((id, card) -> against.accept("opportunity " + id + ": " + card + ", but no event told of it"));
    }

    private void openActivities() {
        Map<Long, Long> told = new HashMap<>();
        Set<Long> gone = new HashSet<>();
        scan.events(List.of("activity.*", DELETED), event -> follow(event, told, gone));
        Consumer<String> against = scan.invariant("A card knows exactly its open activities");
        scan.rows("SELECT id, opportunity_id FROM pl_open_activity", List.of(), row -> {
            Long card = told.remove(number(row[0]));
            if (card == null || card != number(row[1])) {
                against.accept("activity " + row[0] + " counts as open on opportunity " + row[1]);
            }
        });
        told.forEach((id, card) -> {
            if (!gone.contains(card)) {
                against.accept("activity " + id + " does not count as open on opportunity " + card);
            }
        });
    }

    private static void follow(DomainEvent event, Map<Long, Long> open, Set<Long> gone) {
        if (event.type().equals(DELETED)) {
            gone.add(event.record().id());
            return;
        }
        for (ActivityState activity : event.body(Fact.class).all()) {
            if ("open".equals(activity.status()) && !event.type().equals("activity.ActivityDeleted")
                    && "opportunity".equals(activity.record().type())) {
                open.put(activity.id(), activity.record().id());
            } else {
                open.remove(activity.id());
            }
        }
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
