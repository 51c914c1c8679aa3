package com.pivotino.crm.directory.internal.service;

import static com.pivotino.crm.directory.internal.service.DirectoryRig.patch;
import static com.pivotino.crm.directory.internal.service.Refusals.invalid;
import static com.pivotino.crm.directory.internal.service.Refusals.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.directory.event.TeamChanged;
import com.pivotino.crm.api.directory.event.UserChanged;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class TeamServiceTest extends OnEachDatabase {

    private DirectoryRig rig;
    private TeamService teams;
    private Actor admin;
    private User joe;
    private User ann;

    @Before
    public void start() {
        rig = new DirectoryRig(database);
        teams = rig.services.teams();
        admin = rig.actor(rig.user("root", Role.ADMIN));
        joe = rig.user("joe");
        ann = rig.user("ann");
        rig.heard();
    }

    @After
    public void stop() {
        rig.stop();
    }

    @Test
    public void a_team_is_made_and_edited_by_administrators() {
        Team made = teams.create(admin, patch("name", "North", "leaderId", joe.id(), "memberIds", List.of(ann.id(), joe.id())));
        assertEquals(new Team(made.id(), 1, "North", joe.id(), List.of(joe.id(), ann.id())), made);
        Team edited = teams.patch(admin, made.id(), 1L, patch("memberIds", List.of(ann.id()), "leaderId", null, "dueDays", 5,
                "workingDays", List.of("sa", "mo")));
        assertEquals(new Team(made.id(), 2, "North", null, List.of(ann.id()), null, 5, List.of("mo", "sa")), edited);
        assertEquals(edited, teams.get(made.id()));
        assertEquals(List.of(ann.id()), rig.events.get(1).body(TeamChanged.class).memberIds());
        assertEquals(edited, teams.patch(admin, made.id(), null, patch("memberIds", List.of(ann.id(), ann.id()))));
        assertEquals(List.of("directory.TeamChanged", "directory.TeamChanged"), rig.heard());
        Actor manager = rig.actor(rig.user("mona", Role.MANAGER));
        refused("forbidden", () -> teams.create(manager, patch("name", "South")));
        refused("forbidden", () -> teams.patch(manager, made.id(), null, patch("name", "South")));
        refused("forbidden", () -> rig.services.directory().addMember(manager, made.id(), joe.id()));
    }

    @Test
    public void only_members_changed_is_a_new_version_too() {
        Team made = rig.team("North", null);
        rig.services.directory().addMember(admin, made.id(), joe.id());
        rig.services.directory().addMember(admin, made.id(), joe.id());
        Team now = teams.get(made.id());
        assertEquals(2, now.version());
        assertEquals(List.of(joe.id()), now.memberIds());
        refused("version_conflict", () -> teams.patch(admin, made.id(), 1L, patch("memberIds", List.of(ann.id()))));
    }

    @Test
    public void names_are_unique_and_people_exist() {
        Team north = rig.team("North", null);
        Team south = rig.team("South", null);
        invalid("name", () -> teams.create(admin, patch("name", "NORTH")));
        invalid("name", () -> teams.patch(admin, south.id(), null, patch("name", "north")));
        assertEquals("north", teams.patch(admin, north.id(), null, patch("name", "north")).name());
        invalid("name", () -> teams.create(admin, patch("leaderId", joe.id())));
        invalid("leaderId", () -> teams.create(admin, patch("name", "X", "leaderId", 999_999)));
        invalid("memberIds", () -> teams.create(admin, patch("name", "X", "memberIds", List.of(joe.id(), 999_999))));
        invalid("workingDays", () -> teams.create(admin, patch("name", "X", "workingDays", List.of("monday"))));
        refused("unknown_field", () -> teams.create(admin, patch("name", "X", "color", "red")));
        refused("not_found", () -> teams.get(999_999));
        assertEquals(north.id(), rig.services.directory().findTeam("NORTH").orElseThrow().id());
        assertTrue(rig.services.directory().findTeam("East").isEmpty());
    }

    @Test
    public void inactive_users_become_neither_leader_nor_member_but_may_stay() {
        Team north = rig.team("North", joe.id(), joe.id());
        Team south = rig.team("South", null);
        rig.services.users().deactivate(admin, joe.id(), null);
        invalid("leaderId", () -> teams.create(admin, patch("name", "X", "leaderId", joe.id())));
        invalid("memberIds", () -> teams.create(admin, patch("name", "X", "memberIds", List.of(joe.id()))));
        invalid("leaderId", () -> teams.patch(admin, south.id(), null, patch("leaderId", joe.id())));
        invalid("memberIds", () -> teams.patch(admin, south.id(), null, patch("memberIds", List.of(ann.id(), joe.id()))));
        invalid("userId", () -> rig.services.directory().addMember(admin, south.id(), joe.id()));
        assertEquals(List.of(joe.id(), ann.id()), teams.patch(admin, north.id(), null,
                patch("memberIds", List.of(joe.id(), ann.id()))).memberIds());
    }

    @Test
    public void lists_hold_members_too() {
        rig.team("B", joe.id(), ann.id());
        rig.team("a", null, joe.id(), ann.id());
        rig.team("C", null);
        Page<Team> first = teams.list(new ListQuery(2, null, null, true, Map.of()));
        assertEquals(List.of("a", "B"), first.items().stream().map(Team::name).toList());
        assertEquals(List.of(joe.id(), ann.id()), first.items().get(0).memberIds());
        assertEquals(Long.valueOf(3), first.total());
        Page<Team> second = teams.list(new ListQuery(2, first.next(), null, false, Map.of()));
        assertEquals(List.of("C"), second.items().stream().map(Team::name).toList());
        assertEquals(List.of("a", "B"), rig.services.directory().teamsOf(ann.id()).stream().map(Team::name).sorted(
                String.CASE_INSENSITIVE_ORDER).toList());
        assertEquals(List.of("B", "a"), rig.services.directory().teamsOf(joe.id()).stream().map(Team::name).toList());
    }

    @Test
    public void A5_the_zone_is_the_users_else_their_teams_else_the_systems() {
        Team team = rig.team("North", null, joe.id());
        assertEquals(ZoneId.of("UTC"), rig.services.directory().zoneOf(joe.id()));
        rig.services.settings().patch(admin, null, patch("zone", "Europe/Paris"));
        assertEquals(ZoneId.of("Europe/Paris"), rig.services.directory().zoneOf(joe.id()));
        assertEquals(ZoneId.of("Europe/Paris"), rig.services.directory().zoneOf(null));
        rig.heard();
        teams.patch(admin, team.id(), null, patch("zone", "Asia/Tokyo"));
        assertEquals(ZoneId.of("Asia/Tokyo"), rig.services.directory().zoneOf(joe.id()));
        assertEquals(ZoneId.of("Asia/Tokyo"), rig.actor(joe).zone());
        UserChanged told = rig.events.get(1).body(UserChanged.class);
        assertEquals(joe.id(), told.userId());
        assertTrue(told.zoneChanged());
        rig.heard();
        rig.services.directory().addMember(admin, team.id(), ann.id());
        assertEquals(List.of("directory.TeamChanged", "directory.UserChanged"), rig.heard());
        rig.services.users().patch(admin, joe.id(), null, patch("zone", "America/Lima"));
        assertEquals(ZoneId.of("America/Lima"), rig.services.directory().zoneOf(joe.id()));
        rig.heard();
        teams.patch(admin, team.id(), null, patch("memberIds", List.of(ann.id())));
        assertEquals("joe has a zone of his own", List.of("directory.TeamChanged"), rig.heard());
    }
}
