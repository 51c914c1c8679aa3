package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ADA;
import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static com.pivotino.crm.chatter.World.EVE;
import static com.pivotino.crm.chatter.World.NEW;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.chatter.Follower;
import com.pivotino.crm.api.chatter.NewFollower;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.pipeline.event.OpportunityCreated;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.Test;

/** Who follows a team follows its new records (SEMANTICS W5), on both databases. */
public class TeamFollowerTest extends OnWorld {

    private static final NamedRef TIM = new NamedRef(5, "Tim");
    private static final NamedRef OUT = new NamedRef(6, "Olga");

    private final long teamId = System.nanoTime() % 1_000_000_000L;
    private final RecordRef team = new RecordRef("team", teamId);

    @Before
    public void people() {
        world.directory.addUser(TIM.id(), TIM.name(), Role.SALESPERSON);
        world.directory.addUser(OUT.id(), OUT.name(), Role.SALESPERSON);
        world.directory.add(new Team(teamId, 1, "North", EVE.id(), List.of(ANN.id(), BOB.id(), TIM.id())));
    }

    @Test
    public void W5_new_records_of_the_team_are_followed_with_the_subtypes_of_then_and_old_ones_stay() {
        Follower bob = follow(BOB, PersonRef.user(BOB.id()), "won", "discussions").follower();
        RecordRef card = created(ANN);
        assertEquals(List.of("Ann", "Bob"), world.followerNames(card));
        assertEquals(Set.of("discussions", "won"), new TreeSet<>(subtypes(card)));
        world.followers.edit(world.actor(BOB), team, bob.id(), new MergePatch(Map.of("subtypes", List.of("lost"))));
        assertEquals("old ones stay", Set.of("discussions", "won"), new TreeSet<>(subtypes(card)));
        assertEquals(Set.of("lost"), new TreeSet<>(subtypes(created(ANN))));
        world.followers.unfollow(world.actor(BOB), team, bob.id());
        assertEquals(List.of("Ann"), world.followerNames(created(ANN)));
    }

    @Test
    public void who_creates_it_follows_once_and_who_has_left_or_is_no_member_any_more_does_not() {
        follow(ANN, PersonRef.user(ANN.id()));
        follow(ANN, PersonRef.user(TIM.id()));
        follow(ANN, PersonRef.user(BOB.id()));
        User tim = world.directory.user(TIM.id()).orElseThrow();
        world.directory.add(new User(tim.id(), 2, tim.login(), tim.name(), tim.email(), null, null, tim.roles(), false));
        world.directory.add(new Team(teamId, 2, "North", EVE.id(), List.of(ANN.id(), TIM.id())));
        assertEquals(List.of("Ann"), world.followerNames(created(ANN)));
    }

    @Test
    public void only_the_team_sees_and_changes_who_follows_it_and_nobody_outside_follows_a_team() {
        assertEquals("not_found", refused(() -> follow(OUT, PersonRef.user(OUT.id()))));
        assertEquals("not_found", refused(() -> world.followers.list(world.actor(OUT), team, ListQuery.first(5))));
        assertEquals("validation_failed", refused(() -> follow(ADA, PersonRef.contact(9))));
        assertEquals("not_found", refused(() -> world.followers.list(world.actor(ADA), new RecordRef("team", 999_999_999_999L),
                ListQuery.first(5))));
        follow(EVE, PersonRef.user(TIM.id()));
        assertEquals(List.of("Tim"), world.followers.list(world.actor(ANN), team, ListQuery.first(5)).items().stream()
                .map(follower -> follower.person().name()).toList());
    }

    private com.pivotino.crm.api.chatter.FollowerService.Followed follow(NamedRef by, PersonRef person, String... subtypes) {
        return world.followers.follow(world.actor(by), team, new NewFollower(person, subtypes.length == 0 ? null : List.of(subtypes)));
    }

    private List<String> subtypes(RecordRef card) {
        return world.followers(card).stream().filter(follower -> follower.person().name().equals("Bob")).findFirst().orElseThrow()
                .subtypes().stream().toList();
    }

    private RecordRef created(NamedRef by) {
        RecordRef card = RecordRef.opportunity(System.nanoTime() % 1_000_000_000L + 1_000_000);
        OpportunityState plain = world.state(card, NEW, by, by);
        world.act(by, card, new OpportunityCreated(new OpportunityState(plain.id(), plain.version(), plain.name(), plain.stage(),
                plain.outcome(), plain.salesperson(), new NamedRef(teamId, "North"), null, null, null, null, 0, by), true, false));
        return card;
    }

    private static String refused(Runnable call) {
        return assertThrows(CrmException.class, call::run).code();
    }
}
