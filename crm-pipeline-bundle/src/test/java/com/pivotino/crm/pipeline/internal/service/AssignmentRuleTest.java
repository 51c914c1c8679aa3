package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.rest.BulkRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** One rule of whom an opportunity may be assigned to, whatever the way (ADR 0010). */
public class AssignmentRuleTest extends OnWorld {

    @Test
    public void create_edit_and_bulk_refuse_people_and_teams_of_others() {
        refused("salespersonId", () -> create(world.ann, 2L, null));
        refused("teamId", () -> create(world.ann, 1L, 2L));
        refused("teamId", () -> create(world.mia, null, 2L));
        long mine = world.make("Mine").id();
        refused("teamId", () -> patch(world.ann, mine, "teamId", 2L));
        refused("salespersonId", () -> patch(world.ann, mine, "salespersonId", 2L, "teamId", null));
        CrmException many = assertThrows(CrmException.class, () -> world.opportunities.bulk(Call.of(world.ann),
                BulkRequest.of(new MergePatch(Map.of("action", "assign", "ids", List.of(mine), "teamId", 2L)))));
        assertEquals("bulk_refused", many.code());
        assertEquals("validation_failed", ((BulkReport.Row) ((List<?>) many.extras().get("results")).get(0)).code());
    }

    @Test
    public void what_belongs_to_ones_teams_is_given_within_them_and_administrators_give_to_all() {
        long card = create(world.ann, 3L, null).id(); // Mia is in Ann's team
        long mine = world.make("Mine").id();
        assertEquals(3L, patch(world.ann, mine, "salespersonId", 3L).salesperson().id());
        assertEquals("Given", patch(world.mia, card, "name", "Given").name());
        assertEquals(2L, patch(world.root, card, "salespersonId", 2L, "teamId", 2L).team().id());
    }

    @Test
    public void an_own_card_of_another_team_goes_to_people_of_that_team_only() {
        long card = create(world.root, 1L, 2L).id(); // Ann's, in South
        refused("salespersonId", () -> patch(world.ann, card, "salespersonId", 4L));
        assertEquals(2L, patch(world.ann, card, "salespersonId", 2L).salesperson().id());
    }

    @Test
    public void a_colleague_in_several_teams_gets_it_in_the_team_that_both_are_in() {
        world.directory.addTeam(7, "East", 3L);
        world.directory.addTeam(8, "West", 1L, 2L);
        assertEquals(8L, create(world.directory.actor(1), 2L, null).team().id());
    }

    @Test
    public void people_in_no_team_give_to_each_other() {
        world.directory.addUser(11, "Zoe", Role.SALESPERSON);
        world.directory.addUser(12, "Yan", Role.SALESPERSON);
        Actor zoe = world.directory.actor(11);
        create(zoe, 12L, null);
        refused("salespersonId", () -> create(zoe, 1L, null));
    }

    private static Opportunity create(Actor actor, Long salesperson, Long team) {
        return world.opportunities.create(Call.of(actor), World.of("Card", null, salesperson, team, null)).value();
    }

    private static Opportunity patch(Actor actor, long id, Object... members) {
        Map<String, Object> patch = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            patch.put((String) members[i], members[i + 1]);
        }
        return world.opportunities.update(Call.of(actor), id, new MergePatch(patch)).value();
    }

    private static void refused(String field, ThrowingRunnable act) {
        CrmException refused = assertThrows(CrmException.class, act);
        assertEquals("validation_failed", refused.code());
        assertEquals(field, refused.fields().get(0).field().replaceFirst("^.*\\.", ""));
    }
}
