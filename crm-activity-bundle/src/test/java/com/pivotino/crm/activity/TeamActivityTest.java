package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivitySummary;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.event.ActivityAssigned;
import com.pivotino.crm.api.activity.event.ActivityClaimed;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Test;

/** Activities of a team: who may claim them, who gets them, whose they are meanwhile (REST "Activities"). */
public class TeamActivityTest extends OnWorld {

    private static final int MANY = 20;

    private RecordRef card;

    @Before
    public void begin() {
        card = world.cards.create(world.ann(), World.ANN, World.SALES, Cards.QUALIFIED, false);
    }

    @Test
    public void the_first_of_twenty_gets_it_and_all_others_hear_who_has_it() throws Exception {
        Long[] ids = new Long[MANY];
        for (int i = 0; i < MANY; i++) {
            ids[i] = 100L + i;
            world.directory.addUser(ids[i], "Rep " + i, Role.SALESPERSON);
        }
        world.directory.addTeam(50, "Sales", ids);
        long id = world.planForTeam(world.ada(), card, "Ring them", "2026-06-04").id();
        CyclicBarrier gate = new CyclicBarrier(MANY);
        ExecutorService pool = Executors.newFixedThreadPool(MANY);
        List<String> got = Collections.synchronizedList(new ArrayList<>());
        List<NamedRef> holders = Collections.synchronizedList(new ArrayList<>());
        List<Future<?>> calls = new ArrayList<>();
        for (Long user : ids) {
            Actor actor = world.directory.actor(user);
            calls.add(pool.submit(() -> {
                gate.await(30, TimeUnit.SECONDS);
                try {
                    got.add(world.work.claim(actor, id).value().assignee().name());
                } catch (CrmException refusal) {
                    assertEquals("already_claimed", refusal.code());
                    assertEquals(CrmException.Kind.CONFLICT, refusal.kind());
                    holders.add((NamedRef) refusal.extras().get("claimedBy"));
                }
                return null;
            }));
        }
        for (Future<?> call : calls) {
            call.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();
        assertEquals(1, got.size());
        assertEquals(MANY - 1, holders.size());
        assertTrue(holders.stream().allMatch(holder -> holder.name().equals(got.get(0))));
        assertEquals(got.get(0), world.activities.get(world.ada(), id).assignee().name());
        assertEquals(1, world.told(ActivityClaimed.class).size());
        assertEquals("one's own claim is no news", List.of(), world.told(ActivityAssigned.class));
    }

    @Test
    public void claiming_again_changes_nothing_and_giving_back_lets_another_claim() {
        Activity planned = world.planForTeam(world.ada(), card, "Ring them", "2026-06-04");
        assertNull(planned.assignee());
        assertEquals(World.SALES, planned.team());
        Activity mine = world.work.claim(world.bob(), planned.id()).value();
        assertEquals(World.BOB, mine.assignee());
        assertEquals(mine.version(), world.work.claim(world.bob(), planned.id()).value().version());
        Activity back = world.work.release(world.bob(), planned.id()).value();
        assertNull(back.assignee());
        assertEquals(back.version(), world.work.release(world.ada(), planned.id()).value().version());
        assertEquals(World.ANN, world.work.claim(world.ann(), planned.id()).value().assignee());
    }

    @Test
    public void A13_the_menu_of_each_member_holds_what_they_may_claim_until_one_has_it() {
        long id = world.planForTeam(world.ada(), card, "Ring them", "2026-06-03").id();
        assertEquals(1, mine(world.ann()).today());
        assertEquals(1, mine(world.bob()).today());
        assertEquals(0, mine(world.eve()).today());
        assertEquals(1, world.list(world.bob(), "assignee=me", "state=today").size());
        assertEquals(1, world.list(world.bob(), "team=50").size());
        world.work.claim(world.ann(), id);
        assertEquals(1, mine(world.ann()).today());
        assertEquals(0, mine(world.bob()).today());
        assertEquals(0, world.list(world.bob(), "assignee=me").size());
    }

    @Test
    public void only_its_team_may_claim_it_and_nothing_is_told_to_who_may_not_read_it() {
        long id = world.planForTeam(world.ada(), card, "Ring them", "2026-06-04").id();
        assertEquals("not_found", code(() -> world.work.claim(world.eve(), id)));
        world.follow(card, World.EVE);
        assertEquals("forbidden", code(() -> world.work.claim(world.eve(), id)));
        long own = world.plan(world.ann(), card, "Mine", "2026-06-04").id();
        assertEquals("conflict", code(() -> world.work.claim(world.ann(), own)));
        world.activities.complete(Call.of(world.ada()), id, Completion.plain());
        assertEquals("conflict", code(() -> world.work.claim(world.ann(), id)));
    }

    @Test
    public void A10_a_team_with_somebody_who_cannot_read_the_record_is_refused_by_name() {
        world.directory.addTeam(60, "Support", 2L, 3L);
        CrmException refusal = refused(() -> world.activities.schedule(world.ann(),
                new NewActivity(card, World.CALL, null, null, null, null, 60L, null, null)));
        assertEquals("teamId", refusal.fields().get(0).field());
        assertEquals("cannot_read", refusal.fields().get(0).code());
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("Eve") && !refusal.getMessage().contains("Bob"));
        world.directory.addTeam(61, "Empty");
        assertEquals("inactive_person", refused(() -> world.activities.schedule(world.ann(),
                new NewActivity(card, World.CALL, null, null, null, null, 61L, null, null))).fields().get(0).code());
    }

    @Test
    public void A5_until_it_is_claimed_the_teams_zone_decides_what_day_it_is() {
        world.directory.add(new Team(50, 1, "Sales", null, List.of(1L, 2L), "Pacific/Kiritimati", null, List.of()));
        world.zone(World.ANN, "Pacific/Honolulu");
        long id = world.planForTeam(world.ada(), card, "Ring them", "2026-06-03").id();
        world.crm.clock().set(Instant.parse("2026-06-03T10:30:00Z"));
        assertEquals("overdue", world.activities.get(world.ada(), id).state());
        assertEquals("today", world.work.claim(world.ann(), id).value().state());
        assertEquals("overdue", world.work.release(world.ann(), id).value().state());
    }

    @Test
    public void an_edit_offers_it_to_the_team_and_gives_it_to_a_person_again() {
        long id = world.plan(world.ann(), card, "Ring them", "2026-06-04").id();
        Activity offered = edit(id, Map.of("teamId", 50L));
        assertNull(offered.assignee());
        assertEquals(World.SALES, offered.team());
        Activity given = edit(id, Map.of("assigneeId", 2L));
        assertEquals(World.BOB, given.assignee());
        assertEquals(World.SALES, given.team());
        Activity same = edit(id, Map.of("teamId", 50L));
        assertEquals("the same team takes it from nobody", World.BOB, same.assignee());
        assertEquals(LocalDate.parse("2026-06-04"), same.dueDate());
    }

    private static Activity edit(long id, Map<String, Object> members) {
        return world.activities.edit(Call.of(world.ann()), id, new MergePatch(members)).value();
    }

    private static ActivitySummary mine(Actor actor) {
        return world.activities.summary(actor, null);
    }

    private static String code(org.junit.function.ThrowingRunnable call) {
        return refused(call).code();
    }

    private static CrmException refused(org.junit.function.ThrowingRunnable call) {
        return assertThrows(CrmException.class, call);
    }
}
