package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.domain.TextNormalization;
import com.pivotino.crm.directory.internal.store.DeviceStore;
import com.pivotino.crm.directory.internal.store.UserStore;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verifies a login and its password: the one place for the browser's sign-in, HTTP Basic and JAAS. Who is unknown,
 * inactive or without password gets the same answer after the same time. Tries for one account go one after the other, so
 * that a client which opens twenty connections with the right password at once is not taken for one that guesses.
 */
public final class SignIn {

    private static final int LONGEST_PASSWORD = 1000;

    private static final Memory NO_MEMORY = new Memory() {
        @Override
        public Optional<UserAccount> recall() {
            return Optional.empty();
        }

        @Override
        public void keep(UserAccount user) {
            // Whoever signs in with a form does it once.
        }
    };

    private final Acts acts;
    private final UserStore users;
    private final DeviceStore devices;
    private final Clock clock;
    private final PasswordHashing hashing;
    private final LoginRateLimiter brake;
    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

    SignIn(Acts acts, UserStore users, DeviceStore devices, Clock clock, PasswordHashing hashing, LoginRateLimiter brake) {
        this.acts = acts;
        this.users = users;
        this.devices = devices;
        this.clock = clock;
        this.hashing = hashing;
        this.brake = brake;
    }

    /**
     * The user whose login and password these are; empty if they are not.
     *
     * @param address null if there is none to count by
     * @throws com.pivotino.crm.api.CrmException {@code rate_limited} after too many tries
     */
    public Optional<UserAccount> verify(String login, String password, String address) {
        return verify(login, password, Door.network(address), NO_MEMORY);
    }

    /** The same in the operator's shell, whose tries are counted apart. */
    public Optional<UserAccount> verifyInShell(String login, String password) {
        return verify(login, password, Door.ofShell(), NO_MEMORY);
    }

    /** The same in a browser; one in which this user has signed in before keeps its way in while others guess. */
    Optional<UserAccount> verifyInBrowser(String login, String password, String address, String device) {
        Door door = Door.network(address);
        String hash = device == null || login == null ? null : Tokens.hash(device);
        boolean known = hash != null && acts.read(() -> users.byLogin(login)
                .filter(user -> devices.isKnown(hash, user.id(), clock.instant())).isPresent());
        return verify(login, password, known ? door.knownAs(hash) : door, NO_MEMORY);
    }

    /** Lets everybody try again for this account: for the operator. */
    public void forget(String login) {
        brake.forget(login);
    }

    /** What a caller remembers of credentials verified before; used when it is the account's turn. */
    interface Memory {

        /** The user, if these credentials were verified before: perhaps by another caller just now. */
        Optional<UserAccount> recall();

        void keep(UserAccount user);
    }

    /** The same for a caller who remembers. */
    Optional<UserAccount> verify(String login, String password, Door door, Memory memory) {
        if (login == null || password == null || password.length() > LONGEST_PASSWORD) {
            brake.takeOfAddress(door.address());
            return Optional.empty();
        }
        synchronized (turns[Math.floorMod(TextNormalization.key(login).hashCode(), turns.length)]) {
            Optional<UserAccount> known = memory.recall();
            if (known.isPresent()) {
                return known;
            }
            brake.take(login, door);
            Optional<UserAccount> user = acts.read(() -> users.byLogin(login)).filter(UserAccount::isActive);
            if (!hashing.matches(password, user.map(UserAccount::passwordHash).orElse(null))) {
                return Optional.empty();
            }
            brake.succeeded(login, door);
            user.ifPresent(memory::keep);
            return user;
        }
    }

    /** Whether this is the password of somebody who is signed in. */
    boolean verifyAgain(UserAccount user, String password) {
        brake.takeHere(user.login());
        boolean matches = password != null && password.length() <= LONGEST_PASSWORD
                && hashing.matches(password, user.passwordHash());
        if (matches) {
            brake.succeededHere(user.login());
        }
        return matches;
    }
}
