package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.directory.internal.domain.PasswordRule;
import com.pivotino.crm.directory.internal.domain.Preferences;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.store.TeamStore;
import com.pivotino.crm.directory.internal.store.TeamStore.Membership;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One's own account: read and edited by oneself. */
public final class ProfileService {

    private static final Set<String> WRITABLE =
            Set.of("name", "email", "zone", "locale", "notifications", "currentPassword", "password");
    private static final Set<String> READ_ONLY = Set.of("id", "version", "login", "roles", "active", "teams");

    private final Acts acts;
    private final UserService users;
    private final TeamStore teams;
    private final PasswordHashing hashing;
    private final SignIn signIn;
    private final Edits edits;

    ProfileService(Acts acts, UserService users, TeamStore teams, PasswordHashing hashing, SignIn signIn, Edits edits) {
        this.acts = acts;
        this.users = users;
        this.teams = teams;
        this.hashing = hashing;
        this.signIn = signIn;
        this.edits = edits;
    }

    /** One's own account, teams and wishes. */
    public record Own(User user, List<OwnTeam> teams, NotificationPreferences preferences) {
    }

    /** A team that one belongs to or leads. */
    public record OwnTeam(long id, String name, boolean leader) {
    }

    public Own get(Actor actor) {
        return acts.read(() -> own(account(actor)));
    }

    /**
     * Edits one's own account. A new password needs the current one, and ends all other sessions.
     *
     * @param sessionToken the session that the caller came by, or null
     */
    public Own patch(Actor actor, Long ifMatch, MergePatch patch, String sessionToken) {
        patch.allowing(WRITABLE, READ_ONLY);
        String hash = patch.has("password") || patch.has("currentPassword") ? newPassword(actor, patch) : null;
        RecordRef record = UserService.record(me(actor));
        return acts.run(Act.of(actor, record), tx -> {
            UserAccount account = account(actor);
            users.apply(tx, account, ifMatch, patch);
            if (patch.has("notifications")) {
                NotificationPreferences chosen = Preferences.merged(account.preferences(), patch.object("notifications"));
                edits.apply(tx, record, users.editable(account), ifMatch, patch.names(), () -> account.prefer(chosen));
            }
            if (hash != null) {
                users.takePassword(account, hash, sessionToken);
            }
            return own(account);
        }).value();
    }

    private String newPassword(Actor actor, MergePatch patch) {
        UserAccount account = acts.read(() -> account(actor));
        if (!signIn.verifyAgain(account, patch.exactText("currentPassword", Integer.MAX_VALUE))) {
            throw CrmException.invalid("currentPassword", "wrong", "This is not your current password.");
        }
        String password = patch.exactText("password", PasswordRule.LONGEST);
        PasswordRule.check(account.login(), password);
        return hashing.hash(password);
    }

    private Own own(UserAccount account) {
        Map<Long, OwnTeam> own = new LinkedHashMap<>();
        for (Membership membership : teams.memberships(account.id())) {
            own.merge(membership.teamId(), new OwnTeam(membership.teamId(), membership.name(), membership.leads()),
                    (one, other) -> one.leader() ? one : other);
        }
        return new Own(account.user(), List.copyOf(own.values()), account.preferences());
    }

    private UserAccount account(Actor actor) {
        return users.existing(me(actor));
    }

    private static long me(Actor actor) {
        if (actor.userId() == null) {
            throw CrmException.forbidden("Only a user has an account.");
        }
        return actor.userId();
    }
}
