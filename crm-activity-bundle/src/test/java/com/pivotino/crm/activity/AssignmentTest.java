package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.event.ActivitiesHandedOver;
import com.pivotino.crm.api.activity.event.ActivityAssigned;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

/** Giving activities to somebody else, and what becomes of those of who leaves (SEMANTICS A3, A10, A11). */
public class AssignmentTest extends OnWorld {

    private RecordRef card;

    @Before
    public void begin() {
        card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.QUALIFIED, false);
    }

    @Test
    public void A10_somebody_else_is_told_once_with_all_that_a_notice_needs() {
        Activity given = plan(World.BOB.id());
        List<ActivityAssigned> told = world.told(ActivityAssigned.class);
        assertEquals(1, told.size());
        assertEquals(World.BOB, told.get(0).assignee());
        assertEquals(World.ANN, told.get(0).by());
        assertEquals("scheduled", told.get(0).why());
        assertEquals("Deal " + card.id(), told.get(0).recordTitle());
        assertEquals(given.id(), told.get(0).activity().id());
        plan(World.ANN.id());
        edit(given.id(), Map.of("note", "Bring the offer"));
        edit(given.id(), Map.of("assigneeId", World.BOB.id()));
        assertEquals("one's own and other edits are no news", 1, world.told(ActivityAssigned.class).size());
        edit(given.id(), Map.of("assigneeId", World.ADA.id()));
        assertEquals("reassigned", world.told(ActivityAssigned.class).get(1).why());
    }

    @Test
    public void A10_who_cannot_read_the_record_is_refused_by_name_and_nothing_is_planned() {
        CrmException refusal = assertThrows(CrmException.class, () -> plan(World.EVE.id()));
        assertEquals(CrmException.Kind.VALIDATION, refusal.kind());
        assertEquals("assigneeId", refusal.fields().get(0).field());
        assertTrue(refusal.fields().get(0).message().contains("Eve"));
        assertEquals(List.of(), world.of(card));
        assertEquals(List.of(), world.told(ActivityAssigned.class));
    }

    @Test
    public void A3_the_new_salesperson_is_told_of_the_automatic_activity() {
        RecordRef mine = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.NEW, true);
        world.cards.reassign(world.ada(), mine, World.BOB);
        List<ActivityAssigned> told = world.told(ActivityAssigned.class);
        assertEquals(1, told.size());
        assertEquals("record", told.get(0).why());
        assertEquals(World.BOB, told.get(0).assignee());
    }

    @Test
    public void A11_the_named_successor_gets_all_and_one_notice() {
        plan(World.BOB.id());
        plan(World.BOB.id());
        world.told.clear();
        world.deactivate(World.BOB, World.ANN);
        assertEquals(2, world.list(world.ann(), "assignee=1").size());
        assertEquals(List.of(), world.told(ActivityAssigned.class));
        List<ActivitiesHandedOver> told = world.told(ActivitiesHandedOver.class);
        assertEquals(List.of(new ActivitiesHandedOver(World.BOB, World.ANN, 2)), told);
        world.crm.deliverAll();
        assertEquals("nothing is left to hand over", 1, world.told(ActivitiesHandedOver.class).size());
    }

    @Test
    public void A11_who_may_not_read_the_record_is_passed_over_for_salesperson_leader_team_and_who_deactivates() {
        plan(World.BOB.id());
        world.deactivate(World.BOB, World.EVE);
        assertEquals("the record's salesperson", World.ANN, world.of(card).get(0).assignee());

        world.reset();
        world.directory.add(new Team(50, 1, "Sales", World.ADA.id(), List.of(1L, 2L)));
        RecordRef nobodys = world.cards.create(world.ada(), null, World.SALES, Cards.QUALIFIED, false);
        plan(nobodys, World.BOB.id());
        world.deactivate(World.BOB, null);
        assertEquals("the team's leader", World.ADA, world.of(nobodys).get(0).assignee());

        world.reset();
        RecordRef teams = world.cards.create(world.ada(), null, World.SALES, Cards.QUALIFIED, false);
        plan(teams, World.BOB.id());
        world.deactivate(World.BOB, null);
        Activity offered = world.of(teams).get(0);
        assertEquals("the team, to be claimed", World.SALES, offered.team());
        assertEquals(null, offered.assignee());

        world.reset();
        RecordRef alone = world.cards.create(world.bob(), World.BOB, null, Cards.QUALIFIED, false);
        plan(alone, World.BOB.id());
        world.deactivate(World.BOB, null);
        assertEquals("who deactivated", World.ADA, world.of(alone).get(0).assignee());
    }

    @Test
    public void A11_thousands_are_handed_over_some_at_a_time_with_one_notice() {
        int many = 700;
        for (int i = 0; i < many; i += 350) {
            int from = i;
            world.crm.acts().run(Act.of(world.ann(), card), tx -> {
                for (int n = from; n < from + 350; n++) {
                    plan(World.BOB.id());
                }
                return null;
            });
        }
        world.told.clear();
        world.deactivate(World.BOB, World.ANN);
        assertEquals("left to the listener", many, count(World.BOB));
        world.crm.deliverAll();
        assertEquals(0, count(World.BOB));
        assertEquals(many, count(World.ANN));
        assertEquals(List.of(new ActivitiesHandedOver(World.BOB, World.ANN, many)), world.told(ActivitiesHandedOver.class));
    }

    private static long count(NamedRef who) {
        var query = World.query(1, null, "assignee=" + who.id());
        return world.activities.list(world.ada(), new ListQuery(1, null, null, true, query.filters()))
                .total();
    }

    private Activity plan(long assignee) {
        return plan(card, assignee);
    }

    /** Planned by the salesperson, or by Ada for nobody's record. */
    private static Activity plan(RecordRef on, long assignee) {
        NamedRef owner = world.cards.salesperson(on);
        return world.activities.schedule(owner == null ? world.ada() : world.directory.actor(owner.id()),
                new NewActivity(on, World.CALL, "Call", null, LocalDate.parse("2026-06-05"), assignee)).value();
    }

    private static void edit(long id, Map<String, Object> members) {
        world.activities.edit(Call.of(world.ann()), id, new MergePatch(members));
    }
}
