package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.directory.Identity;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.store.UserStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Login and password sent with every call. What was verified is remembered for five minutes as a keyed hash under a key
 * that only this process has, together with the user's credential version: when any node changes the password or
 * deactivates the user, the version read with the call is another one and the password is hashed again.
 */
final class BasicCredentials {

    private static final long REMEMBERED_NS = Duration.ofMinutes(5).toNanos();
    private static final int MOST = 10_000;

    private final Acts acts;
    private final UserStore users;
    private final SignIn signIn;
    private final Actors actors;
    private final SecretKeySpec processKey;
    private final Map<String, Verified> verified = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    };

    BasicCredentials(Acts acts, UserStore users, SignIn signIn, Actors actors, Tokens tokens) {
        this.acts = acts;
        this.users = users;
        this.signIn = signIn;
        this.actors = actors;
        processKey = new SecretKeySpec(tokens.next().getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    }

    private record Verified(long userId, long credentialVersion, long atNs) {
    }

    /** Who is behind these; empty if they are wrong. */
    Optional<Identity> find(String login, String password, String address) {
        if (login == null || password == null) {
            return Optional.empty();
        }
        String key = mac(login + '\u0000' + password);
        Optional<Identity> known = acts.read(() -> recall(key).map(this::identity));
        if (known.isPresent()) {
            return known;
        }
        return signIn.verify(login, password, Door.network(address), new SignIn.Memory() {
            @Override
            public Optional<UserAccount> recall() {
                return BasicCredentials.this.recall(key);
            }

            @Override
            public void keep(UserAccount user) {
                remember(key, user);
            }
        }).map(user -> acts.read(() -> identity(user)));
    }

    /** The user as of now behind credentials verified before. */
    private Optional<UserAccount> recall(String key) {
        Verified before;
        synchronized (verified) {
            before = verified.get(key);
            if (before != null && System.nanoTime() - before.atNs() > REMEMBERED_NS) {
                verified.remove(key);
                before = null;
            }
        }
        if (before == null) {
            return Optional.empty();
        }
        long id = before.userId();
        long version = before.credentialVersion();
        return acts.read(() -> users.find(id)).filter(user -> user.isActive() && user.credentialVersion() == version);
    }

    private void remember(String key, UserAccount user) {
        synchronized (verified) {
            verified.put(key, new Verified(user.id(), user.credentialVersion(), System.nanoTime()));
        }
    }

    private Identity identity(UserAccount user) {
        return new Identity(actors.of(user), "basic", null);
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(processKey);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
