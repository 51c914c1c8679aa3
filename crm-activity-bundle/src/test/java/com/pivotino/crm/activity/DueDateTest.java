package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.DueBasis;
import com.pivotino.crm.api.activity.DuePreview;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** When an activity is due and what its state is (SEMANTICS A4, A5, B2), on both databases. */
public class DueDateTest extends OnWorld {

    @Test
    public void A4_type_before_questionnaire_by_type_before_stage_before_team_before_questionnaire() {
        world.directory.add(new Team(50, 1, "Sales", 1L, List.of(1L, 2L), null, 7, List.of()));
        RecordRef card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.QUALIFIED, false);
        assertEquals("team", days(card, 7));
        settings(Map.of(), Map.of(Cards.QUALIFIED.id(), 5));
        assertEquals("stage", days(card, 5));
        settings(Map.of("call", 1), Map.of(Cards.QUALIFIED.id(), 5));
        assertEquals("questionnaire_type", days(card, 1));
        world.types.edit(Call.of(world.ada()), World.CALL, Patches.of("dueDays", 2));
        assertEquals("type", days(card, 2));
        settings(Map.of(), Map.of(Cards.NEW.id(), 5));
        world.types.edit(Call.of(world.ada()), World.CALL, Patches.of("dueDays", null));
        world.cards.move(world.ann(), card, Cards.WON);
        assertEquals("another stage says nothing", "team", days(card, 7));
        RecordRef alone = world.cards.create(world.ann(), World.ANN, Cards.QUALIFIED, false);
        assertEquals("questionnaire", days(alone, 3));
    }

    @Test
    public void A4_the_preview_is_what_planning_gives_and_plans_nothing() {
        RecordRef card = world.card();
        world.zone(World.BOB, "Pacific/Kiritimati");
        world.follow(card, World.BOB);
        DuePreview preview = world.activities.dueDate(world.ann(), card, World.CALL, 2L, null);
        assertEquals(1, world.of(card).size());
        Activity planned = world.activities.schedule(world.ann(), new NewActivity(card, World.CALL, null, null, null, 2L)).value();
        assertEquals(new DuePreview(planned.dueDate(), planned.dueExplanation(), planned.dueBasis()), preview);
        assertEquals(new DueBasis("questionnaire", LocalDate.parse("2026-06-04"), 3, "days", "calendar", "Pacific/Kiritimati"),
                planned.dueBasis());
        assertEquals("not_found", assertThrows(CrmException.class,
                () -> world.activities.dueDate(world.eve(), card, World.CALL, null, null)).code());
        assertNull(world.plan(world.ann(), card, "Chosen", "2026-07-01").dueBasis());
    }

    @Test
    public void B2_a_partners_answer_wins_and_its_failure_leaves_it_to_ours() {
        RecordRef card = world.card();
        DueDatePolicy partner = question -> Optional.of(new DueDate(question.base().plusDays(11), "Full moon."));
        world.partners.addPolicy(partner, Map.of(DueDatePolicy.TYPE, "call"));
        Activity call = world.plan(world.ann(), card, "Ring", null);
        assertEquals(List.of(LocalDate.parse("2026-06-14"), "Full moon.", "policy"),
                List.of(call.dueDate(), call.dueExplanation(), call.dueBasis().source()));
        assertEquals("another type is not its own", LocalDate.parse("2026-06-06"),
                world.activities.dueDate(world.ann(), card, World.TO_DO, null, null).dueDate());
        world.partners.removePolicy(partner);
        for (DueDatePolicy broken : List.<DueDatePolicy>of(question -> Optional.empty(), question -> null,
                question -> Optional.of(new DueDate(question.base().minusDays(1), null)), question -> {
                    throw new IllegalStateException("broken");
                })) {
            world.partners.addPolicy(broken, Map.of());
            assertEquals(LocalDate.parse("2026-06-06"), world.plan(world.ann(), card, "Ring", null).dueDate());
            world.partners.removePolicy(broken);
        }
    }

    @Test
    public void A5_at_one_instant_three_assignees_from_minus_10_to_plus_14_see_three_states() {
        RecordRef card = world.cards.create(world.ada(), World.ANN, Cards.QUALIFIED, false);
        world.follow(card, World.BOB);
        world.follow(card, World.EVE);
        world.zone(World.ANN, "Pacific/Honolulu");
        world.zone(World.BOB, "UTC");
        world.zone(World.EVE, "Pacific/Kiritimati");
        // 23:30 of 3 June in Honolulu, 09:30 of 4 June in UTC, 23:30 of 4 June on Kiritimati
        world.crm.clock().set(Instant.parse("2026-06-04T09:30:00Z"));
        for (long assignee : List.of(1L, 2L, 3L)) {
            for (String due : List.of("2026-06-03", "2026-06-04")) {
                world.activities.schedule(world.ada(),
                        new NewActivity(card, World.CALL, due + assignee, null, LocalDate.parse(due), assignee));
            }
        }
        Map<String, List<String>> expected = Map.of("1", List.of("today", "planned"), "2", List.of("overdue", "today"),
                "3", List.of("overdue", "today"));
        expected.forEach((assignee, states) -> assertEquals(assignee, states, states(assignee)));
        same("1", world.ann());
        world.crm.clock().set(Instant.parse("2026-06-04T10:30:00Z"));
        assertEquals(List.of("overdue", "today"), states("1"));
        assertEquals("00:30 of 5 June on Kiritimati", List.of("overdue", "overdue"), states("3"));
        assertEquals(List.of("overdue", "today"), states("2"));
        same("1", world.ann());
        same("2", world.bob());
        same("3", world.eve());
    }

    /** Rows, filters and counts are of one opinion. */
    private void same(String assignee, Actor actor) {
        var summary = world.activities.summary(actor, null);
        List<String> rows = states(assignee);
        Map<String, Long> counts = Map.of("overdue", (long) summary.overdue(), "today", (long) summary.today(),
                "planned", (long) summary.planned());
        counts.forEach((state, count) -> {
            assertEquals(state, count.longValue(), rows.stream().filter(state::equals).count());
            assertEquals(state, count.longValue(), world.list(actor, "assignee=me", "state=" + state).size());
        });
    }

    private List<String> states(String assignee) {
        return world.list(world.ada(), "assignee=" + assignee).stream().map(Activity::state).toList();
    }

    /** The source of a call's due date, which is so many days from now. */
    private String days(RecordRef card, int days) {
        Activity call = world.plan(world.ann(), card, "Ring", null);
        assertEquals(LocalDate.parse("2026-06-03").plusDays(days), call.dueDate());
        return call.dueBasis().source();
    }

    private void settings(Map<String, Integer> byType, Map<Long, Integer> byStage) {
        world.settings.change(s -> new Settings(true, 3, byType, "calendar", ZoneOffset.UTC, "EUR", List.of(), s.workingDays(),
                10, null, true, 25, 60, 15, "keep", true, byStage));
    }
}
