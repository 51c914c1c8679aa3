package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.mail.MailStatus;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.directory.internal.domain.PasswordReset;
import com.pivotino.crm.directory.internal.domain.PasswordRule;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.store.PasswordResetStore;
import com.pivotino.crm.directory.internal.store.UserStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets people who have forgotten their password choose a new one by a link in a mail to their own address. Whoever asks hears
 * the same whether there is such a user or not.
 */
public final class PasswordResets {

    static final int PER_ACCOUNT = 6;
    static final int PER_ADDRESS = 30;
    private static final int LONGEST_TOKEN = 100;
    private static final Actor SYSTEM = Actor.system(ZoneOffset.UTC);

    private final Acts acts;
    private final UserStore users;
    private final UserService accounts;
    private final PasswordResetStore store;
    private final Credentials credentials;
    private final Clock clock;

    /** What makes, hashes and protects secrets. */
    record Credentials(Tokens tokens, PasswordHashing hashing, LoginRateLimiter brake) {
    }

    PasswordResets(Acts acts, UserStore users, UserService accounts, PasswordResetStore store, Credentials credentials, Clock clock) {
        this.acts = acts;
        this.users = users;
        this.accounts = accounts;
        this.store = store;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * Somebody asks for a link.
     *
     * @param asked   a login or an email address
     * @param address where the call comes from
     * @param mail    null if nothing sends mail
     * @return whether mail goes out at all: the same for everybody
     */
    public boolean ask(String asked, String address, MailStatus mail) {
        if (asked == null || asked.isBlank()) {
            throw CrmException.invalid("login", "required", "Enter your login or your email address.");
        }
        credentials.brake().takeOfReset(asked, address);
        if (mail == null || !mail.canSend()) {
            return false;
        }
        Optional<UserAccount> found = acts.read(() -> one(asked));
        found.ifPresent(account -> send(account.user(), mail));
        return true;
    }

    /** By login, else by an address that one user has; without an address of their own nobody gets a link. */
    private Optional<UserAccount> one(String asked) {
        Optional<UserAccount> named = users.byLogin(asked.strip());
        List<UserAccount> addressed = named.isPresent() ? List.of() : users.addressed(List.of(asked.strip()));
        return named.or(() -> addressed.size() == 1 ? Optional.of(addressed.get(0)) : Optional.empty())
                .filter(account -> account.isActive() && account.user().email() != null);
    }

    private void send(User user, MailStatus mail) {
        String token = credentials.tokens().next();
        RecordRef record = UserService.record(user.id());
        acts.run(Act.of(SYSTEM, "automation", Set.of(record)), tx -> {
            store.add(new PasswordReset(Tokens.hash(token), user.id(), clock.instant()), clock.instant());
            tx.publish(record, new MailRequested(PersonRef.user(user.id()), null, null, "Choose a new password",
                    "Your login is " + user.login() + ". Choose a new password here:\n\n" + mail.link("/new-password/" + token)
                            + "\n\nThe link works once, for " + PasswordReset.LONGEST.toMinutes()
                            + " minutes. If you did not ask for it, do nothing: your password stays as it is.",
                    null, null, "Somebody asked for a new password for your account."));
            return null;
        });
    }

    /** Sets the new password by the link; all the user's sessions end, and the link is used up. */
    public void redeem(String token, String password, String address) {
        credentials.brake().takeOfAddress(address);
        PasswordReset reset = acts.read(() -> known(token));
        PasswordRule.check(acts.read(() -> accounts.existing(reset.userId())).user().login(), password);
        String hash = credentials.hashing().hash(password);
        acts.run(Act.of(SYSTEM, "api", Set.of(UserService.record(reset.userId()))), tx -> {
            UserAccount account = accounts.existing(known(token).userId());
            if (!account.isActive() || !store.use(account.id())) {
                throw gone();
            }
            accounts.takePassword(account, hash, null);
            return null;
        });
    }

    private PasswordReset known(String token) {
        return Optional.ofNullable(token).filter(text -> text.length() <= LONGEST_TOKEN).flatMap(text -> store.find(Tokens.hash(text)))
                .filter(reset -> reset.holds(clock.instant())).orElseThrow(PasswordResets::gone);
    }

    private static CrmException gone() {
        return new CrmException(CrmException.Kind.NOT_FOUND, "not_found",
                "The link does not work any more. Ask for a new one.");
    }
}
