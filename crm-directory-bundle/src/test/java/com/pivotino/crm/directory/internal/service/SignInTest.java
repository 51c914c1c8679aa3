package com.pivotino.crm.directory.internal.service;

import static com.pivotino.crm.directory.internal.service.DirectoryRig.PASSWORD;
import static com.pivotino.crm.directory.internal.service.DirectoryRig.patch;
import static com.pivotino.crm.directory.internal.service.Refusals.invalid;
import static com.pivotino.crm.directory.internal.service.Refusals.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.directory.internal.domain.Session;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class SignInTest extends OnEachDatabase {

    private static final String HERE = "10.0.0.1";

    private DirectoryRig rig;
    private Authenticator authenticator;
    private BrowserSignIn browser;
    private Actor admin;
    private User joe;

    @Before
    public void start() {
        rig = new DirectoryRig(database);
        authenticator = rig.services.authenticator();
        browser = rig.services.browser();
        admin = rig.actor(rig.user("root", Role.ADMIN));
        joe = rig.signer("joe");
    }

    @After
    public void stop() {
        rig.stop();
    }

    @Test
    public void a_session_says_who_it_is_until_it_is_closed() {
        rig.team("North", joe.id(), joe.id());
        BrowserSignIn.Opened opened = browser.open("JOE", PASSWORD, HERE, null, null);
        assertEquals(new BrowserSignIn.Person(joe.id(), "joe", "joe name", "joe@example.com"), opened.info().user());
        assertEquals(List.of("North"), opened.info().teams().stream().map(ProfileService.OwnTeam::name).toList());
        assertTrue(opened.info().teams().get(0).leader());
        assertFalse(opened.info().onboardingCompleted());
        var identity = authenticator.session(opened.token()).orElseThrow();
        assertEquals("session", identity.via());
        assertEquals(opened.info().csrfToken(), identity.csrfToken());
        assertNotEquals(opened.token(), identity.csrfToken());
        browser.close(opened.token());
        assertTrue(authenticator.session(opened.token()).isEmpty());
        assertTrue(authenticator.session("made up").isEmpty());
    }

    @Test
    public void A09_signing_in_gives_a_new_token_and_ends_the_browsers_old_session() {
        String first = browser.open("joe", PASSWORD, HERE, null, null).token();
        String second = browser.open("joe", PASSWORD, HERE, first, null).token();
        assertNotEquals(first, second);
        assertTrue(authenticator.session(first).isEmpty());
        assertTrue(authenticator.session(second).isPresent());
    }

    @Test
    public void A09_no_token_key_or_password_stands_in_the_database() throws Exception {
        String token = browser.open("joe", PASSWORD, HERE, null, null).token();
        String key = rig.services.keys().create(rig.actor(joe), "script").key();
        String secret = key.substring(key.length() - 43); // may hold an underscore itself
        StringBuilder all = new StringBuilder();
        try (Connection connection = rig.crm.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            for (String column : List.of("token_hash FROM dir_session", "secret_hash FROM dir_api_key", "password_hash FROM dir_user")) {
                try (ResultSet rows = statement.executeQuery("SELECT " + column)) {
                    while (rows.next()) {
                        all.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        assertTrue(all.toString().contains("$argon2id$v=19$"));
        for (String plain : List.of(token, secret, PASSWORD)) {
            assertFalse(all.toString().contains(plain));
        }
    }

    @Test
    public void A09_sessions_end_after_twelve_idle_hours_and_after_seven_days() {
        String idle = browser.open("joe", PASSWORD, HERE, null, null).token();
        rig.wall.advance(Session.IDLE.minusSeconds(1));
        assertTrue(authenticator.session(idle).isPresent());
        rig.wall.advance(Session.IDLE.minusSeconds(1));
        assertTrue("use was noted", authenticator.session(idle).isPresent());
        rig.wall.advance(Session.IDLE);
        assertTrue(authenticator.session(idle).isEmpty());

        String busy = browser.open("joe", PASSWORD, HERE, null, null).token();
        for (int i = 0; i < 14; i++) {
            assertTrue("half day " + i, authenticator.session(busy).isPresent());
            rig.wall.advance(Duration.ofHours(12).minusSeconds(1));
        }
        rig.wall.advance(Duration.ofSeconds(14));
        assertTrue(authenticator.session(busy).isEmpty());
    }

    @Test
    public void setting_the_products_clock_signs_nobody_out() {
        String token = browser.open("joe", PASSWORD, HERE, null, null).token();
        rig.crm.clock().advance(Duration.ofDays(30));
        assertTrue(authenticator.session(token).isPresent());
    }

    @Test
    public void roles_and_teams_count_from_the_next_call_on() {
        String token = browser.open("joe", PASSWORD, HERE, null, null).token();
        var team = rig.team("North", null);
        rig.services.users().patch(admin, joe.id(), null, patch("roles", List.of("manager")));
        rig.services.teams().patch(admin, team.id(), null, patch("leaderId", joe.id(), "memberIds", List.of(joe.id())));
        for (Authenticator node : List.of(authenticator, rig.otherNode().authenticator())) {
            Actor actor = node.session(token).orElseThrow().actor();
            assertEquals(Set.of(Role.MANAGER), actor.roles());
            assertEquals(Set.of(team.id()), actor.teamIds());
            assertEquals(Set.of(team.id()), actor.ledTeamIds());
        }
        rig.services.teams().patch(admin, team.id(), null, patch("leaderId", null, "memberIds", List.of()));
        assertEquals(Set.of(), authenticator.session(token).orElseThrow().actor().visibleTeamIds());
    }

    @Test
    public void deactivation_ends_sessions_keys_and_remembered_passwords_at_once_here_and_within_a_second_on_other_nodes() {
        Authenticator other = rig.otherNode().authenticator();
        String token = browser.open("joe", PASSWORD, HERE, null, null).token();
        String key = rig.services.keys().create(rig.actor(joe), "script").key();
        assertTrue(other.session(token).isPresent());
        assertTrue(other.apiKey(key, HERE).isPresent());
        assertTrue(other.basic("joe", PASSWORD, HERE).isPresent());
        assertTrue(authenticator.session(token).isPresent());
        assertTrue(authenticator.apiKey(key, HERE).isPresent());
        rig.services.users().deactivate(admin, joe.id(), null);
        long committed = System.nanoTime();
        assertTrue(authenticator.session(token).isEmpty());
        assertTrue(authenticator.apiKey(key, HERE).isEmpty());
        assertTrue(authenticator.basic("joe", PASSWORD, HERE).isEmpty());
        assertTrue(other.basic("joe", PASSWORD, HERE).isEmpty());
        while (System.nanoTime() - committed < TimeUnit.SECONDS.toNanos(1)) {
            // what was read before the commit may be believed so long, and not a moment longer
            LockSupport.parkNanos(committed + TimeUnit.SECONDS.toNanos(1) - System.nanoTime());
        }
        assertTrue(other.session(token).isEmpty());
        assertTrue(other.apiKey(key, HERE).isEmpty());
        rig.services.users().patch(admin, joe.id(), null, patch("active", true));
        assertTrue("what ended stays ended", other.session(token).isEmpty());
        assertTrue(other.apiKey(key, HERE).isEmpty());
    }

    @Test
    public void A09_a_new_password_ends_all_other_sessions_and_the_old_password_everywhere() {
        Authenticator other = rig.otherNode().authenticator();
        String here = browser.open("joe", PASSWORD, HERE, null, null).token();
        String elsewhere = browser.open("joe", PASSWORD, HERE, null, null).token();
        assertTrue(other.basic("joe", PASSWORD, HERE).isPresent());
        ProfileService me = rig.services.profiles();
        invalid("currentPassword", () -> me.patch(rig.actor(joe), null, patch("password", "another long one"), here));
        invalid("currentPassword", () -> me.patch(rig.actor(joe), null,
                patch("currentPassword", "wrong", "password", "another long one"), here));
        invalid("password", () -> me.patch(rig.actor(joe), null, patch("currentPassword", PASSWORD, "password", "short"), here));
        me.patch(rig.actor(joe), null, patch("currentPassword", PASSWORD, "password", "another long one"), here);
        assertTrue(authenticator.session(here).isPresent());
        assertTrue(authenticator.session(elsewhere).isEmpty());
        assertTrue(other.basic("joe", PASSWORD, HERE).isEmpty());
        assertTrue(other.basic("joe", "another long one", HERE).isPresent());
    }

    @Test
    public void remembered_basic_credentials_and_keys_cost_no_password_hash() {
        PasswordHashing standard = PasswordHashing.standard();
        rig.services.users().createHashed(DirectoryRig.SYSTEM, new NewUser("dear", "Dear", null,
                null, null, Set.of(Role.SALESPERSON), null), standard.hash(PASSWORD));
        assertTrue(authenticator.basic("dear", PASSWORD, HERE).isPresent());
        String key = rig.services.keys().create(rig.actor(joe), "script").key();
        long started = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertEquals("basic", authenticator.basic("dear", PASSWORD, HERE).orElseThrow().via());
            assertEquals("api_key", authenticator.apiKey(key, HERE).orElseThrow().via());
        }
        long calls = System.nanoTime() - started;
        started = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            standard.hash(PASSWORD);
        }
        long hash = (System.nanoTime() - started) / 3;
        assertTrue("200 calls took " + calls + " ns, one hash " + hash, calls / 200 < hash / 3);
    }

    @Test
    public void many_calls_at_once_with_the_right_password_are_not_taken_for_guessing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        List<Callable<Optional<?>>> calls = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            calls.add(i % 4 == 0 ? () -> Optional.of(browser.open("joe", PASSWORD, HERE, null, null))
                    : () -> authenticator.basic("joe", PASSWORD, HERE));
        }
        for (Future<Optional<?>> call : threads.invokeAll(calls)) {
            assertTrue(call.get().isPresent());
        }
        threads.shutdown();
    }

    @Test
    public void A10_ten_tries_an_account_in_fifteen_minutes_with_growing_delay() {
        List<Long> waits = new ArrayList<>();
        int tries = 0;
        for (Duration elapsed = Duration.ZERO; elapsed.toMinutes() < 15;) {
            long wait = guess("joe");
            if (wait == 0) {
                tries++;
            } else {
                waits.add(wait);
                rig.crm.clock().advance(Duration.ofSeconds(wait));
                elapsed = elapsed.plusSeconds(wait);
            }
        }
        assertEquals(10, tries);
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L), waits.subList(0, 5));
        assertTrue("the right password has to wait too", isRefusedFor("joe", PASSWORD) == 0);
    }

    @Test
    public void A10_another_node_counts_the_same_tries() {
        for (int i = 0; i < 5; i++) {
            assertEquals(0, guess("joe"));
        }
        CrmException refused = refused("rate_limited", () -> rig.otherNode().authenticator().basic("joe", "guess", HERE));
        assertEquals(1L, refused.extras().get("retryAfter"));
    }

    @Test
    public void A10_success_forgets_the_accounts_tries() {
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 4; i++) {
                assertEquals(0, guess("joe"));
            }
            assertTrue(authenticator.basic("joe", PASSWORD, HERE).isPresent());
            assertTrue(rig.services.signIn().verify("joe", PASSWORD, HERE).isPresent());
        }
    }

    @Test
    public void A10_fifty_tries_an_address_over_many_accounts() {
        int tries = 0;
        long wait = 0;
        while (wait < Duration.ofMinutes(4).toSeconds()) {
            wait = guess("user" + tries);
            if (wait == 0) {
                tries++;
            } else {
                rig.crm.clock().advance(Duration.ofSeconds(wait));
            }
        }
        assertTrue("tries " + tries, tries > 25 && tries <= 50);
        assertTrue("elsewhere one can sign in", rig.services.signIn().verify("joe", PASSWORD, "10.0.0.2").isPresent());
    }

    @Test
    public void A10_a_known_device_keeps_its_way_in() {
        String device = browser.open("joe", PASSWORD, HERE, null, null).device();
        for (int i = 0; i < 5; i++) {
            assertEquals(0, guess("joe"));
        }
        refused("rate_limited", () -> browser.open("joe", PASSWORD, HERE, null, null));
        refused("rate_limited", () -> browser.open("joe", PASSWORD, HERE, null, "of nobody"));
        BrowserSignIn.Opened again = browser.open("joe", PASSWORD, HERE, null, device);
        assertEquals("it stays known by the same token", device, again.device());
        rig.signer("eve");
        refused("rate_limited", () -> browser.open("joe", PASSWORD, HERE, null,
                browser.open("eve", PASSWORD, "10.0.0.7", null, null).device()));
        for (int i = 0; i < 5; i++) {
            refused("unauthenticated", () -> browser.open("joe", "guess", HERE, null, device));
        }
        refused("rate_limited", () -> browser.open("joe", PASSWORD, HERE, null, device));
    }

    @Test
    public void A10_the_shell_is_counted_apart_and_its_operator_lets_people_in() {
        for (int i = 0; i < 5; i++) {
            assertEquals(0, guess("joe"));
        }
        assertTrue(rig.services.signIn().verifyInShell("joe", PASSWORD).isPresent());
        refused("rate_limited", () -> browser.open("joe", PASSWORD, HERE, null, null));
        rig.services.signIn().forget("joe");
        assertEquals("joe", browser.open("joe", PASSWORD, HERE, null, null).info().user().login());
    }

    @Test
    public void A10_unknown_inactive_and_passwordless_users_are_refused_alike() {
        rig.user("mute");
        User gone = rig.signer("gone");
        rig.services.users().deactivate(admin, gone.id(), null);
        String text = refused("unauthenticated", () -> browser.open("joe", "wrong password", HERE, null, null)).getMessage();
        for (String login : List.of("nobody", "mute", "gone", "", "x".repeat(2000))) {
            assertEquals(text, refused("unauthenticated", () -> browser.open(login, PASSWORD, HERE, null, null)).getMessage());
        }
        for (int i = 0; i < 4; i++) {
            refused("unauthenticated", () -> browser.open("nobody", PASSWORD, HERE, null, null));
        }
        refused("rate_limited", () -> browser.open("nobody", PASSWORD, HERE, null, null));
    }

    @Test
    public void A10_a_dry_run_that_rolls_back_gives_no_tries_back() {
        int tries = 0;
        while (tries < 20 && rig.crm.requests().within(true, () -> guess("joe")) == 0) {
            tries++;
        }
        assertEquals(5, tries);
    }

    @Test
    public void A10_showing_the_password_once_more_is_braked_too() {
        int tries = 0;
        CrmException refusal;
        do {
            tries++;
            refusal = org.junit.Assert.assertThrows(CrmException.class, () -> rig.services.profiles().patch(rig.actor(joe),
                    null, patch("currentPassword", "guess", "password", "another long one"), null));
        } while (tries < 20 && !refusal.code().equals("rate_limited"));
        assertEquals(6, tries);
    }

    @Test
    public void keys_are_shown_once_listed_revoked_and_ones_own() {
        ApiKeys keys = rig.services.keys();
        Actor actor = rig.actor(joe);
        ApiKeys.Made made = keys.create(actor, "script");
        assertTrue(made.key().startsWith("crm_" + made.id() + "_"));
        assertEquals(joe.id(), authenticator.apiKey(made.key(), HERE).orElseThrow().actor().user().id());
        var listed = keys.list(actor, com.pivotino.crm.api.ListQuery.first(10)).items();
        assertEquals(List.of("script"), listed.stream().map(ApiKeys.Listed::name).toList());
        assertEquals(rig.crm.clock().instant(), listed.get(0).lastUsedAt());
        assertEquals(List.of(), keys.list(admin, com.pivotino.crm.api.ListQuery.first(10)).items());
        refused("not_found", () -> keys.revoke(admin, made.id()));
        assertTrue(authenticator.apiKey(made.key().substring(0, made.key().length() - 1) + "-", HERE).isEmpty());
        assertTrue(authenticator.apiKey("crm_1_x", HERE).isEmpty());
        keys.revoke(actor, made.id());
        assertTrue(authenticator.apiKey(made.key(), HERE).isEmpty());
    }

    /** A wrong password; answers how long to wait, zero if it was tried. */
    private long guess(String login) {
        return isRefusedFor(login, "wrong password");
    }

    private long isRefusedFor(String login, String password) {
        try {
            rig.services.signIn().verify(login, password, HERE);
            return 0;
        } catch (CrmException e) {
            assertEquals("rate_limited", e.code());
            return (Long) e.extras().get("retryAfter");
        }
    }
}
