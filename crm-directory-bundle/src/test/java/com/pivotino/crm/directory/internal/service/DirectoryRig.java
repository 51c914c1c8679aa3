package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.NewTeam;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.ModuleUnit;
import com.pivotino.crm.testkit.MutableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The directory's services on an empty database; it hears of every event. Starting one takes seconds, so each database is
 * started once and emptied for every test.
 */
public final class DirectoryRig {

    public static final Actor SYSTEM = Actor.system(ZoneOffset.UTC);
    public static final String PASSWORD = "correct horse battery";

    /** Nobody guesses passwords in a test. */
    private static final PasswordHashing CHEAP = new PasswordHashing(64, 1);
    private static final Instant START = Instant.parse("2026-06-03T10:00:00Z");
    private static final List<String> TABLES = List.of("dir_change", "dir_attempt", "dir_session", "dir_device",
            "dir_password_reset", "dir_api_key",
            "dir_team_member", "dir_team", "dir_user", "dir_contact_term", "dir_contact", "dir_setting");
    private static final Map<Database, CrmHarness> STARTED = new EnumMap<>(Database.class);

    public final CrmHarness crm;
    public final MutableClock wall = new MutableClock(START);
    public final List<DomainEvent> events = new CopyOnWriteArrayList<>();
    public final Services services;
    /** The mails that were asked for. */
    public final List<MailRequested> mails = new CopyOnWriteArrayList<>();
    private final Reaction mailed = (event, tx) -> mails.add(event.body(MailRequested.class));
    private final Reaction takesBack = this::takeBack;
    private final Reaction hears = (event, tx) -> events.add(event);

    public DirectoryRig(Database database) {
        crm = STARTED.computeIfAbsent(database, its -> CrmHarness.start(its, unit()));
        empty();
        crm.clock().set(START);
        services = otherNode();
        crm.reaction("test.hears", 0, new String[] {"directory.*"}, hears);
        crm.reaction("test.mails", 0, new String[] {"mail.MailRequested"}, mailed);
        crm.reaction("directory.undo", 0, new String[] {"runtime.ActUndone"}, takesBack);
    }

    /** Takes back what a test must not leave to the next one. */
    public void stop() {
        crm.remove(hears);
        crm.remove(mailed);
        crm.remove(takesBack);
    }

    private void takeBack(DomainEvent event, Transaction tx) {
        if (event.record().type().equals("contact")) {
            services.merging().putBack(tx, event.record(), event.body(ContactMerging.Undone.class));
        }
    }

    /** The services as another node has them: on the same database, with a memory of their own. */
    public Services otherNode() {
        return new Services(crm.acts(), crm.jpa("crm-directory"), crm.clock(), wall, CHEAP);
    }

    private void empty() {
        try (Connection connection = crm.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ModuleUnit unit() {
        return new ModuleUnit("directory", UserAccount.class.getClassLoader());
    }

    /** Makes a user who cannot sign in. */
    public User user(String login, Role... roles) {
        return user(login, null, roles);
    }

    /** Makes a user with {@link #PASSWORD}. */
    public User signer(String login, Role... roles) {
        return user(login, PASSWORD, roles);
    }

    private User user(String login, String password, Role... roles) {
        return services.users().create(SYSTEM, new NewUser(login, login + " name", login + "@example.com", null, null,
                Set.of(roles.length == 0 ? new Role[] {Role.SALESPERSON} : roles), password));
    }

    public Team team(String name, Long leader, Long... members) {
        return services.teams().create(SYSTEM, new NewTeam(name, leader, List.of(members)));
    }

    public Actor actor(User user) {
        return services.directory().actor(user.id());
    }

    /** The types of the events since the last call, in order. */
    public List<String> heard() {
        List<String> types = events.stream().map(DomainEvent::type).toList();
        events.clear();
        return types;
    }

    /** A merge patch of names and values, null included. */
    public static MergePatch patch(Object... namesAndValues) {
        Map<String, Object> members = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new MergePatch(members);
    }
}
