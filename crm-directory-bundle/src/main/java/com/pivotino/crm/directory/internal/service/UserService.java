package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.directory.event.UserChanged;
import com.pivotino.crm.api.directory.event.UserDeactivated;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.directory.internal.domain.PasswordRule;
import com.pivotino.crm.directory.internal.domain.Profile;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.domain.TextNormalization;
import com.pivotino.crm.directory.internal.store.CredentialStore;
import com.pivotino.crm.directory.internal.store.TeamStore;
import com.pivotino.crm.directory.internal.store.UserStore;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Users: everybody signed in reads them, administrators make, edit and deactivate them. */
public final class UserService {

    /** Held by whatever decides about logins, roles or who is active, so that two at once never end the last administrator. */
    static final RecordRef ALL_USERS = new RecordRef("directory", 1);

    private static final Set<String> WRITABLE =
            Set.of("login", "name", "email", "zone", "locale", "roles", "active", "password");
    private static final Set<String> READ_ONLY = Set.of("id", "version");

    private final Acts acts;
    private final UserStore users;
    private final TeamStore teams;
    private final CredentialStore credentials;
    private final PasswordHashing hashing;
    private final Edits edits;

    UserService(Acts acts, UserStore users, TeamStore teams, CredentialStore credentials, PasswordHashing hashing,
            Edits edits) {
        this.acts = acts;
        this.users = users;
        this.teams = teams;
        this.credentials = credentials;
        this.hashing = hashing;
        this.edits = edits;
    }

    public Page<User> list(ListQuery query) {
        query.allowing(Set.of("q", "active"));
        return acts.read(() -> users.list(query));
    }

    public User get(long id) {
        return acts.read(() -> existing(id).user());
    }

    /** Makes one from the members of a user and {@code password}. */
    public User create(Actor actor, MergePatch input) {
        actor.requireAdmin();
        input.allowing(Set.of("login", "name", "email", "zone", "locale", "roles", "password"),
                Set.of("id", "version", "active"));
        Profile profile = new Profile(null, null, null, null, null, Set.of(Role.SALESPERSON)).with(input);
        return create(actor, new NewUser(profile.login(), profile.name(), profile.email(), profile.zone(),
                profile.locale(), profile.roles(), input.exactText("password", PasswordRule.LONGEST)));
    }

    User create(Actor actor, NewUser user) {
        actor.requireAdmin();
        if (user.password() == null) {
            return createHashed(actor, user, null);
        }
        PasswordRule.check(user.login(), user.password());
        return createHashed(actor, user, hashing.hash(user.password()));
    }

    /** Makes one whose password was checked and hashed before; null for none. */
    User createHashed(Actor actor, NewUser user, String passwordHash) {
        return acts.run(Act.of(actor, ALL_USERS), tx -> {
            UserAccount account = new UserAccount(Profile.of(user), tx.now());
            requireFree(user.login(), null);
            if (passwordHash != null) {
                account.takePassword(passwordHash);
            }
            User made = users.add(account).user();
            publish(tx, made, false);
            return made;
        }).value();
    }

    /** Edits another's account: {@code active} and {@code password} too. */
    public Answer<User> patch(Actor actor, long id, Long ifMatch, MergePatch patch) {
        actor.requireAdmin();
        patch.allowing(WRITABLE, READ_ONLY);
        RecordRef record = record(id);
        String hash = null;
        if (patch.has("password")) {
            String password = patch.exactText("password", PasswordRule.LONGEST);
            PasswordRule.check(patch.has("login") ? patch.text("login", TextNormalization.LOGIN) : get(id).login(), password);
            hash = hashing.hash(password);
        }
        return patch(actor, record, ifMatch, patch, hash);
    }

    private Answer<User> patch(Actor actor, RecordRef record, Long ifMatch, MergePatch patch, String hash) {
        return acts.run(Act.of(actor, record, ALL_USERS), tx -> {
            UserAccount account = existing(record.id());
            apply(tx, account, ifMatch, patch);
            if (hash != null) {
                takePassword(account, hash, null);
            }
            if (patch.has("active")) {
                beActive(tx, account, Boolean.TRUE.equals(patch.flag("active")));
            }
            return account.user();
        });
    }

    /** Edits the profile as far as the patch goes; the caller holds the lock on the user. */
    void apply(Transaction tx, UserAccount account, Long ifMatch, MergePatch patch) {
        User before = account.user();
        Profile next = account.profile().with(patch);
        if (patch.has("login")) {
            requireFree(next.login(), account.id());
        }
        Set<String> changed = edits.apply(tx, record(account.id()), editable(account), ifMatch, patch.names(),
                () -> account.edit(next));
        if (before.roles().contains(Role.ADMIN) && !account.isAdmin() && account.isActive()) {
            requireOtherAdmin(account.id());
        }
        if (!changed.isEmpty()) {
            publish(tx, account.user(), !Objects.equals(before.zone(), account.user().zone()));
        }
    }

    /** Takes a new password, already hashed; all the user's sessions end but the one named. */
    void takePassword(UserAccount account, String hash, String keptSession) {
        account.takePassword(hash);
        users.flush();
        credentials.endAll(account.id(), keptSession == null ? null : Tokens.hash(keptSession));
    }

    Edits.Editable<User> editable(UserAccount account) {
        return Edits.editable(account::facts, account::user, users::flush);
    }

    /** The user leaves; their open activities go to the one named, else to their team's leader (SEMANTICS A11). */
    public Answer<User> deactivate(Actor actor, long id, Long reassignTo) {
        actor.requireAdmin();
        RecordRef record = record(id);
        return acts.run(Act.of(actor, record, ALL_USERS), tx -> {
            UserAccount account = existing(id);
            if (account.isActive()) {
                deactivate(tx, account, reassignTo == null ? leaderOf(id) : successor(id, reassignTo));
            }
            return account.user();
        });
    }

    /** Deactivates one who never had a password and whom nobody has changed since they were made. */
    boolean withdraw(Actor actor, long id) {
        actor.requireAdmin();
        return acts.run(Act.of(actor, record(id), ALL_USERS), tx -> {
            Optional<UserAccount> untouched = users.find(id).filter(user -> user.isActive() && user.version() == 1
                    && user.passwordHash() == null && !user.isAdmin());
            untouched.ifPresent(user -> deactivate(tx, user, leaderOf(id)));
            return untouched.isPresent();
        }).value();
    }

    private void beActive(Transaction tx, UserAccount account, boolean active) {
        if (active && !account.isActive()) {
            edits.apply(tx, record(account.id()), editable(account), null, Set.of(), account::activate);
            publish(tx, account.user(), false);
        } else if (!active && account.isActive()) {
            deactivate(tx, account, leaderOf(account.id()));
        }
    }

    private void deactivate(Transaction tx, UserAccount account, NamedRef successor) {
        if (account.isAdmin()) {
            requireOtherAdmin(account.id());
        }
        edits.apply(tx, record(account.id()), editable(account), null, Set.of(), account::deactivate);
        credentials.endAll(account.id(), null);
        credentials.revokeAll(account.id());
        tx.publish(record(account.id()), new UserDeactivated(new NamedRef(account.id(), account.user().name()), successor));
    }

    private NamedRef successor(long leaving, long id) {
        Optional<UserAccount> successor = users.find(id).filter(user -> user.isActive() && id != leaving);
        return successor.map(user -> new NamedRef(id, user.user().name())).orElseThrow(() -> CrmException.invalid(
                "reassignTo", "invalid", "This must be another active user."));
    }

    /** The active leader of the first of the user's teams that has one beside themselves; null if there is none. */
    private NamedRef leaderOf(long userId) {
        return teams.teams(teams.idsOf(userId)).stream().map(Team::leaderId).filter(Objects::nonNull)
                .filter(leader -> leader != userId).map(users::find).flatMap(Optional::stream)
                .filter(UserAccount::isActive).findFirst().map(user -> new NamedRef(user.id(), user.user().name()))
                .orElse(null);
    }

    private void requireOtherAdmin(long id) {
        if (users.otherAdmins(id) == 0) {
            throw CrmException.conflict("last_admin", "This is the last active administrator.");
        }
    }

    private void requireFree(String login, Long self) {
        if (login != null && users.byLogin(login).filter(other -> self == null || other.id() != self).isPresent()) {
            throw CrmException.invalid("login", "taken", "Another user has this login.");
        }
    }

    UserAccount existing(long id) {
        return users.find(id).orElseThrow(() -> CrmException.notFound("The user"));
    }

    static RecordRef record(long id) {
        if (id < 1) {
            throw CrmException.notFound("The user");
        }
        return new RecordRef("user", id);
    }

    static void publish(Transaction tx, User user, boolean zoneChanged) {
        tx.publish(record(user.id()), new UserChanged(user.id(), user.name(), user.zone(), zoneChanged, user.active()));
    }
}
