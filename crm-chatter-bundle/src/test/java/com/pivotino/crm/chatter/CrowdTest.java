package com.pivotino.crm.chatter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.Opportunity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;

/**
 * Fifty people do the same to the same card at the same moment (RELIABILITY F-16, F-17; SEMANTICS P8): exactly one effect,
 * everybody gets an answer, nobody hears of deadlocks. Each sends an idempotency key, as the browser does. A few rounds here; {@code
 * -Dcrm.crowd.rounds=200} for the long form
 * (docs/reliability.md).
 */
public class CrowdTest extends OnTrio {

    private static final int ROUNDS = Integer.getInteger("crm.crowd.rounds", 3);
    private static final int PEOPLE = 50;
    private static final long QUALIFIED = 3;
    private static final long PROPOSITION = 4;
    private static final String CONFLICT = "version_conflict";

    /** What somebody does with a card. */
    private interface Doing {
        void to(Opportunity card, int person);
    }

    /** What must have come of it, given what everybody was told and how many events of each type there are. */
    private interface Outcome {
        void check(Opportunity card, List<String> told, Map<String, Integer> events);
    }

    @Test
    public void F16_P8_the_same_card_to_the_same_stage_moves_once_and_the_others_find_it_there() throws Exception {
        rounds("same move", (card, person) -> trio.opportunities.move(knowing(card, person), card.id(), MoveRequest.to(QUALIFIED)),
                (card, told, events) -> {
                    assertEquals(Collections.nCopies(PEOPLE, Crowd.DONE), told);
                    assertEquals(QUALIFIED, card.stageId());
                    assertEquals(events.toString(), 1, (int) events.get("pipeline.StageChanged"));
                    assertEquals(events.toString(), 1, (int) events.get("activity.ActivityCompleted"));
                });
    }

    @Test
    public void F16_P8_the_same_card_to_two_stages_goes_to_one_and_half_are_refused() throws Exception {
        rounds("two moves", (card, person) -> trio.opportunities.move(knowing(card, person), card.id(),
                MoveRequest.to(person % 2 == 0 ? QUALIFIED : PROPOSITION)), (card, told, events) -> {
                    assertTrue(told.toString(), told.stream().allMatch(answer -> answer.equals(Crowd.DONE) || answer.equals(CONFLICT)));
                    assertEquals(PEOPLE / 2, Collections.frequency(told, CONFLICT));
                    assertTrue(card.stageId() == QUALIFIED || card.stageId() == PROPOSITION);
                    assertEquals(events.toString(), 1, (int) events.get("pipeline.StageChanged"));
                    assertEquals(events.toString(), 1, (int) events.get("activity.ActivityCompleted"));
                });
    }

    @Test
    public void F16_P9_the_same_first_activity_is_done_once_and_moves_the_card_once() throws Exception {
        rounds("same completion", (card, person) -> trio.activities.complete(Call.of(trio.actor(person % 2 == 0 ? 1 : 4)),
                card.nextActivity().id(), Completion.plain()), (card, told, events) -> {
                    assertEquals(Collections.nCopies(PEOPLE, Crowd.DONE), told);
                    assertEquals("first_activity", card.stageKind());
                    assertEquals(events.toString(), 1, (int) events.get("activity.ActivityCompleted"));
                    assertEquals(events.toString(), 1, (int) events.get("pipeline.StageChanged"));
                });
    }

    @Test
    public void F17_lost_and_done_at_once_is_one_of_the_allowed_histories() throws Exception {
        rounds("lost and done", (card, person) -> {
            if (person % 2 == 0) {
                trio.opportunities.lose(Call.of(trio.actor(1)), card.id(), new LostRequest(3L, null, null, null));
            } else {
                trio.activities.complete(Call.of(trio.actor(4)), card.nextActivity().id(), Completion.plain());
            }
        }, (card, told, events) -> {
            assertEquals("lost", card.outcome());
            assertEquals(events.toString(), 1, (int) events.get("pipeline.OpportunityLost"));
            boolean doneFirst = events.containsKey("activity.ActivityCompleted");
            // Done before it was lost: done once, moved once, nothing to cancel, nobody refused. Lost before: cancelled once,
            // never done, and those who wanted to do it are told.
            assertEquals(events.toString(), doneFirst ? 1 : 0, events.getOrDefault("activity.ActivityCompleted", 0).intValue());
            assertEquals(events.toString(), doneFirst ? 1 : 0, events.getOrDefault("pipeline.StageChanged", 0).intValue());
            assertEquals(events.toString(), doneFirst ? 0 : 1, events.getOrDefault("activity.ActivitiesCancelled", 0).intValue());
            assertEquals(doneFirst ? 0 : PEOPLE / 2, Collections.frequency(told, CONFLICT));
            assertEquals(doneFirst ? PEOPLE : PEOPLE / 2, Collections.frequency(told, Crowd.DONE));
        });
    }

    private void rounds(String what, Doing doing, Outcome outcome) throws Exception {
        try (Crowd crowd = new Crowd(PEOPLE)) {
            for (int round = 1; round <= ROUNDS; round++) {
                Opportunity card = trio.opportunities.create(Call.of(trio.actor(1)), NewOpportunity.named(what + " " + round)).value();
                List<Runnable> acts = new ArrayList<>();
                for (int i = 0; i < PEOPLE; i++) {
                    int person = i;
                    acts.add(() -> trio.keyed(() -> doing.to(card, person)));
                }
                Collections.shuffle(acts);
                List<String> told = crowd.act(acts);
                outcome.check(trio.opportunities.get(trio.actor(4), card.id()), told, events(card.id()));
            }
            assertEquals("all that must hold does, totals included", List.of(), trio.verify());
            System.out.println("Crowd of " + PEOPLE + " on " + database + ", " + what + ": " + ROUNDS + " rounds, " + crowd.figures());
        }
    }

    private static Call knowing(Opportunity card, int person) {
        return new Call(trio.actor(person % 3 == 0 ? 4 : 1), "drag", card.version());
    }

    /** Events of the card by type, without its creation. */
    private static Map<String, Integer> events(long card) throws SQLException {
        try (Connection connection = trio.crm.dataSource().getConnection(); PreparedStatement select = connection.prepareStatement(
                "SELECT type, COUNT(*) FROM rt_event WHERE record_type = 'opportunity' AND record_id = ? GROUP BY type")) {
            select.setLong(1, card);
            Map<String, Integer> events = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.put(row.getString(1), row.getInt(2));
                }
            }
            return events;
        }
    }
}
