package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivityPlan;
import com.pivotino.crm.api.activity.NewLaunch;
import com.pivotino.crm.api.activity.PlanLine;
import com.pivotino.crm.api.activity.PlanLaunch;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Plans of several activities: versions, and launches in one act, on both databases. */
public class ActivityPlanTest extends OnWorld {

    @Test
    public void a_launch_plans_every_line_at_once_from_start_and_from_the_line_before() {
        RecordRef card = world.cards.create(world.ann(), World.ANN, Cards.QUALIFIED, false);
        world.follow(card, World.BOB);
        ActivityPlan plan = plan(Map.of("typeId", 2, "summary", "Ring", "offset", 2),
                Map.of("typeId", 3, "offset", 1, "unit", "weeks", "from", "previous", "assignee", "salesperson"),
                Map.of("typeId", 1, "offset", 2, "unit", "businessDays", "assignee", "person", "assigneeId", 2));
        Answer<PlanLaunch> launched = world.plans.launch(world.ada(), plan.id(),
                new NewLaunch(card, LocalDate.parse("2026-06-04")));
        List<Activity> made = launched.value().activities();
        assertEquals(List.of("Ring 2026-06-06 Ada", "Email 2026-06-13 Ann", "To-Do 2026-06-08 Bob"),
                made.stream().map(a -> a.summary() + " " + a.dueDate() + " " + a.assignee().name()).toList());
        assertTrue(made.stream().allMatch(a -> launched.causeId().equals(a.causeId())));
        assertEquals("From the plan “Welcome”, version " + plan.version() + ".", made.get(0).cause());
        assertEquals("plan", made.get(0).dueBasis().source());
        assertEquals(3, world.of(card).size());
        assertNotNull("one act, undone as one", launched.undo());
        world.crm.undos().undo(world.ada(), launched.undo().token());
        assertEquals(0, world.of(card).size());
    }

    @Test
    public void an_edit_makes_a_new_version_and_leaves_what_was_launched() {
        RecordRef card = world.card();
        ActivityPlan plan = plan(Map.of("typeId", 2, "summary", "Ring", "offset", 2));
        world.plans.launch(world.ann(), plan.id(), new NewLaunch(card, null));
        ActivityPlan edited = world.plans.edit(Call.of(world.ada(), plan.version()), plan.id(),
                Patches.of("lines", List.of(Map.of("typeId", 3, "summary", "Write", "offset", 9))));
        assertTrue(edited.version() > plan.version());
        assertEquals("version_conflict", assertThrows(CrmException.class,
                () -> world.plans.edit(Call.of(world.ada(), plan.version()), plan.id(), Patches.of("name", "Old"))).code());
        assertTrue(world.of(card).stream().anyMatch(a -> a.summary().equals("Ring")
                && a.dueDate().equals(LocalDate.parse("2026-06-05"))));
        assertEquals(edited, world.plans.get(plan.id()));
        assertEquals(List.of(edited), world.plans.list(World.query(10, null)).items());
        world.plans.delete(Call.of(world.ada()), plan.id());
        assertEquals(2, world.of(card).size());
    }

    @Test
    public void lines_are_kept_in_the_order_in_which_an_edit_sends_them() {
        ActivityPlan plan = plan(Map.of("typeId", 2, "summary", "Ring"), Map.of("typeId", 3, "summary", "Write"), Map.of("typeId", 2));
        ActivityPlan edited = world.plans.edit(Call.of(world.ada(), plan.version()), plan.id(),
                Patches.of("lines", List.of(Map.of("typeId", 2),
                Map.of("typeId", 2, "summary", "Ring"), Map.of("typeId", 3, "summary", "Write"))));
        assertEquals(Arrays.asList(null, "Ring", "Write"), edited.lines().stream().map(PlanLine::summary).toList());
        assertEquals(edited, world.plans.get(plan.id()));
    }

    @Test
    public void one_line_that_cannot_be_refuses_all_and_is_named() {
        RecordRef card = world.card();
        ActivityPlan plan = plan(Map.of("typeId", 2), Map.of("typeId", 2, "assignee", "person", "assigneeId", 3));
        CrmException refused = assertThrows(CrmException.class,
                () -> world.plans.launch(world.ann(), plan.id(), new NewLaunch(card, null)));
        assertEquals("lines[1].assigneeId", refused.fields().get(0).field());
        assertEquals(1, world.of(card).size());
        assertEquals("forbidden", assertThrows(CrmException.class, () -> world.plans.create(world.ann(),
                Patches.of("name", "Mine", "lines", List.of(Map.of("typeId", 2))))).code());
        for (Map<String, Object> line : List.<Map<String, Object>>of(Map.of(), Map.of("typeId", 99),
                Map.of("typeId", 2, "offset", -1), Map.of("typeId", 2, "unit", "years"), Map.of("typeId", 2, "other", 1),
                Map.of("typeId", 2, "assignee", "person"), Map.of("typeId", 2, "teamId", 50))) {
            assertThrows(line.toString(), CrmException.class, () -> plan(line));
        }
        assertEquals("conflict", assertThrows(CrmException.class, () -> world.types.delete(Call.of(world.ada()), 2)).code());
    }

    @SafeVarargs
    private static ActivityPlan plan(Map<String, Object>... lines) {
        return world.plans.create(world.ada(), Patches.of("name", "Welcome", "lines", List.of(lines)));
    }
}
