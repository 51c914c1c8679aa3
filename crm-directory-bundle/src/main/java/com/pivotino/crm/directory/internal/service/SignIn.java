package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.domain.TextNormalization;
import com.pivotino.crm.directory.internal.store.UserStore;
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
    private final PasswordHashing hashing;
    private final LoginRateLimiter brake;
    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

    SignIn(Acts acts, UserStore users, PasswordHashing hashing, LoginRateLimiter brake) {
        this.acts = acts;
        this.users = users;
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
        return verify(login, password, address, NO_MEMORY);
    }

    /** What a caller remembers of credentials verified before; used when it is the account's turn. */
    interface Memory {

        /** The user, if these credentials were verified before: perhaps by another caller just now. */
        Optional<UserAccount> recall();

        void keep(UserAccount user);
    }

    /** The same for a caller who remembers. */
    Optional<UserAccount> verify(String login, String password, String address, Memory memory) {
        if (login == null || password == null || password.length() > LONGEST_PASSWORD) {
            brake.takeOfAddress(address);
            return Optional.empty();
        }
        synchronized (turns[Math.floorMod(TextNormalization.key(login).hashCode(), turns.length)]) {
            Optional<UserAccount> known = memory.recall();
            if (known.isPresent()) {
                return known;
            }
            brake.take(login, address);
            Optional<UserAccount> user = acts.read(() -> users.byLogin(login)).filter(UserAccount::isActive);
            if (!hashing.matches(password, user.map(UserAccount::passwordHash).orElse(null))) {
                return Optional.empty();
            }
            brake.succeeded(login, address);
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
