package com.pivotino.crm.directory.internal.service;

import static com.pivotino.crm.directory.internal.service.DirectoryRig.PASSWORD;
import static com.pivotino.crm.directory.internal.service.DirectoryRig.patch;
import static com.pivotino.crm.directory.internal.service.Refusals.invalid;
import static com.pivotino.crm.directory.internal.service.Refusals.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.directory.event.UserChanged;
import com.pivotino.crm.api.directory.event.UserDeactivated;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class UserServiceTest extends OnEachDatabase {

    private DirectoryRig rig;
    private UserService users;
    private User adminUser;
    private Actor admin;

    @Before
    public void start() {
        rig = new DirectoryRig(database);
        users = rig.services.users();
        adminUser = rig.user("root", Role.ADMIN);
        admin = rig.actor(adminUser);
        rig.heard();
    }

    @After
    public void stop() {
        rig.stop();
    }

    @Test
    public void an_administrator_makes_and_edits_users() {
        User made = users.create(admin, patch("login", "Joe.Doe", "name", "Joe Doe", "email", "joe@example.com",
                "zone", "America/New_York", "locale", "en-us", "roles", List.of("salesperson", "manager")));
        assertEquals(new User(made.id(), 1, "Joe.Doe", "Joe Doe", "joe@example.com", "America/New_York", "en-US",
                Set.of(Role.SALESPERSON, Role.MANAGER), true), made);
        User edited = users.patch(admin, made.id(), null, patch("name", "Joseph", "zone", null)).value();
        assertEquals(2, edited.version());
        assertNull(edited.zone());
        assertEquals(edited, users.get(made.id()));
        UserChanged heard = rig.events.get(1).body(UserChanged.class);
        assertTrue(heard.zoneChanged());
        assertEquals("Joseph", heard.name());
        assertEquals(edited, users.patch(admin, made.id(), 1L, patch("name", "Joseph")).value());
        assertEquals(List.of("directory.UserChanged", "directory.UserChanged"), rig.heard());
    }

    @Test
    public void active_users_are_found_by_the_beginning_of_a_word_of_their_name_or_of_their_login() {
        User found = users.create(admin, patch("login", "al", "name", "Ann Lee", "roles", List.of("salesperson")));
        User gone = users.create(admin, patch("login", "leeward", "name", "Lee Ward", "roles", List.of("salesperson")));
        users.deactivate(admin, gone.id(), null);
        assertEquals(List.of(found), rig.services.directory().findUsers("le", 5));
        assertEquals(List.of(found), rig.services.directory().findUsers("AL", 5));
        assertEquals(List.of(), rig.services.directory().findUsers("ee", 5));
    }

    @Test
    public void nobody_else_makes_edits_or_deactivates_users() {
        for (Role role : List.of(Role.SALESPERSON, Role.MANAGER)) {
            User user = rig.user(role.name().toLowerCase(Locale.ROOT), role);
            Actor actor = rig.actor(user);
            refused("forbidden", () -> users.create(actor, patch("login", "x")));
            refused("forbidden", () -> users.patch(actor, user.id(), null, patch("roles", List.of("admin"))));
            refused("forbidden", () -> users.deactivate(actor, adminUser.id(), null));
            refused("forbidden", () -> rig.services.directory().createUser(actor,
                    new NewUser("y", "y", null, null, null, Set.of(Role.ADMIN), null)));
            assertEquals(user, users.get(user.id()));
        }
    }

    @Test
    public void logins_are_unique_whatever_their_case() {
        User joe = rig.user("joe");
        invalid("login", () -> users.create(admin, patch("login", "JOE")));
        User ann = rig.user("ann");
        invalid("login", () -> users.patch(admin, ann.id(), null, patch("login", "Joe")));
        assertEquals("Joe", users.patch(admin, joe.id(), null, patch("login", "Joe")).value().login());
        assertEquals("ann", users.get(ann.id()).login());
    }

    @Test
    public void what_is_no_login_role_zone_or_locale_is_refused() {
        for (String login : List.of("", "a:b", "a b", "-x", "a\u0000", "x".repeat(81))) {
            invalid("login", () -> users.create(admin, patch("login", login)));
        }
        invalid("roles", () -> users.create(admin, patch("login", "x", "roles", List.of("king"))));
        invalid("roles", () -> users.create(admin, patch("login", "x", "roles", List.of())));
        invalid("zone", () -> users.create(admin, patch("login", "x", "zone", "Mars/Olympus")));
        invalid("locale", () -> users.create(admin, patch("login", "x", "locale", "!!")));
        refused("forbidden", () -> users.create(admin, patch("login", "x", "active", false)));
        refused("unknown_field", () -> users.create(admin, patch("login", "x", "passwordHash", "y")));
    }

    @Test
    public void a_password_has_ten_characters_and_is_not_the_login() {
        invalid("password", () -> users.create(admin, patch("login", "x", "password", "123456789")));
        invalid("password", () -> users.create(admin, patch("login", "longlogin1", "password", "LongLogin1")));
        User joe = rig.user("joe");
        invalid("password", () -> users.patch(admin, joe.id(), null, patch("password", "short")));
        invalid("password", () -> users.patch(admin, joe.id(), null, patch("password", null)));
        users.patch(admin, joe.id(), null, patch("password", PASSWORD));
        assertTrue(rig.services.signIn().verify("joe", PASSWORD, "1.2.3.4").isPresent());
    }

    @Test
    public void the_last_active_administrator_keeps_the_role_and_stays_active() {
        refused("last_admin", () -> users.patch(admin, adminUser.id(), null, patch("roles", List.of("manager"))));
        refused("last_admin", () -> users.deactivate(admin, adminUser.id(), null));
        refused("last_admin", () -> users.patch(admin, adminUser.id(), null, patch("active", false)));
        User second = rig.user("second", Role.ADMIN);
        assertEquals(Set.of(Role.MANAGER),
                users.patch(admin, adminUser.id(), null, patch("roles", List.of("manager"))).value().roles());
        refused("last_admin", () -> users.deactivate(rig.actor(second), second.id(), null));
    }

    @Test
    public void A11_who_leaves_hands_over_to_the_one_named() {
        User joe = rig.user("joe");
        User ann = rig.user("ann");
        rig.heard();
        User gone = users.deactivate(admin, joe.id(), ann.id()).value();
        assertFalse(gone.active());
        UserDeactivated heard = rig.events.get(0).body(UserDeactivated.class);
        assertEquals(new NamedRef(joe.id(), "joe name"), heard.user());
        assertEquals(new NamedRef(ann.id(), "ann name"), heard.reassignTo());
        assertEquals("one act, one event", List.of("directory.UserDeactivated"), rig.heard());
        assertEquals(gone, users.deactivate(admin, joe.id(), null).value());
        assertEquals("the second time nothing happens", List.of(), rig.heard());
    }

    @Test
    public void A11_without_a_target_the_team_leader_takes_over() {
        User lead = rig.user("lead", Role.MANAGER);
        User idle = rig.user("idle");
        User joe = rig.user("joe");
        rig.team("Without leader", null, joe.id());
        rig.team("Own", joe.id());
        rig.team("Gone", idle.id(), joe.id());
        rig.team("Led", lead.id(), joe.id());
        users.deactivate(admin, idle.id(), null);
        rig.heard();
        users.patch(admin, joe.id(), null, patch("active", false));
        assertEquals(new NamedRef(lead.id(), "lead name"), rig.events.get(0).body(UserDeactivated.class).reassignTo());
    }

    @Test
    public void A11_the_successor_is_another_active_user() {
        User joe = rig.user("joe");
        User gone = rig.user("gone");
        users.deactivate(admin, gone.id(), null);
        invalid("reassignTo", () -> users.deactivate(admin, joe.id(), gone.id()));
        invalid("reassignTo", () -> users.deactivate(admin, joe.id(), joe.id()));
        invalid("reassignTo", () -> users.deactivate(admin, joe.id(), 999_999L));
        assertTrue(users.get(joe.id()).active());
        refused("not_found", () -> users.deactivate(admin, 999_999L, null));
    }

    @Test
    public void who_left_can_come_back() {
        User joe = rig.user("joe");
        users.deactivate(admin, joe.id(), null);
        rig.heard();
        assertTrue(users.patch(admin, joe.id(), null, patch("active", true)).value().active());
        assertTrue(rig.events.get(0).body(UserChanged.class).active());
    }

    @Test
    public void stale_writes_are_merged_or_refused() {
        User joe = rig.user("joe");
        users.patch(admin, joe.id(), joe.version(), patch("email", "new@example.com"));
        assertEquals("UTC", users.patch(admin, joe.id(), joe.version(), patch("zone", "UTC")).value().zone());
        refused("version_conflict", () -> users.patch(admin, joe.id(), joe.version(), patch("email", "other@example.com")));
    }

    @Test
    public void users_are_found_by_part_of_name_login_or_address() {
        rig.user("joe");
        User ann = rig.user("ann");
        users.deactivate(admin, ann.id(), null);
        assertEquals(List.of("joe"), logins(Map.of("q", List.of("OE NA"))));
        assertEquals(List.of("ann", "joe", "root"), logins(Map.of("q", List.of("@example.com"))));
        assertEquals(List.of("ann"), logins(Map.of("active", List.of("false"))));
        assertEquals(List.of(), logins(Map.of("q", List.of("%"))));
        invalid("active", () -> logins(Map.of("active", List.of("maybe"))));
    }

    @Test
    public void others_find_users_by_login_or_by_a_name_that_only_one_has() {
        User joe = rig.user("joe");
        users.create(admin, patch("login", "t1", "name", "Twin"));
        users.create(admin, patch("login", "t2", "name", "twin"));
        assertEquals(joe, rig.services.directory().findUser("JOE").orElseThrow());
        assertEquals(joe, rig.services.directory().findUser("Joe Name").orElseThrow());
        assertTrue(rig.services.directory().findUser("Twin").isEmpty());
        assertTrue(rig.services.directory().findUser(" ").isEmpty());
        assertEquals(Map.of(joe.id(), joe), rig.services.directory().users(List.of(joe.id(), 999_999L)));
    }

    private List<String> logins(Map<String, List<String>> filters) {
        return users.list(new ListQuery(50, null, null, false, filters)).items().stream().map(User::login).toList();
    }
}
