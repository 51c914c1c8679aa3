package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.directory.internal.domain.Attempts;
import com.pivotino.crm.directory.internal.domain.TextNormalization;
import com.pivotino.crm.directory.internal.store.AttemptStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Slows down who guesses passwords (RELIABILITY A-10): tries are counted per account, known or not, and per address, in
 * the database for all nodes together, and once more in memory: there a try stays counted even if the transaction of
 * the request that made it is rolled back. Nobody is made to wait on a thread; they are told when to come back.
 */
final class LoginRateLimiter {

    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 50;
    private static final int REMEMBERED = 10_000;
    private static final int STRIPES = 64;

    private final Acts acts;
    private final AttemptStore store;
    private final Clock clock;
    private final Map<String, Attempts> local = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginRateLimiter(Acts acts, AttemptStore store, Clock clock) {
        this.acts = acts;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Takes one try for the account at the door.
     *
     * @throws CrmException {@code rate_limited} with extra {@code retryAfter}
     */
    void take(String login, Door door) {
        Map<String, Integer> limits = new TreeMap<>();
        limits.put(account(login, door), PER_ACCOUNT);
        if (door.address() != null && door.deviceHash() == null) {
            limits.put(address(door.address()), PER_ADDRESS);
        }
        take(limits);
    }

    /** Forgets the tries for the account at every door but known devices. */
    void forget(String login) {
        succeeded(login, Door.network(null));
        succeeded(login, Door.ofShell());
    }

    /** Takes one try from the address alone. */
    void takeOfAddress(String address) {
        if (address != null) {
            take(Map.of(address(address), PER_ADDRESS));
        }
    }

    /** Takes one try to have a link for a new password mailed: counted by what was asked for, known or not. */
    void takeOfReset(String asked, String address) {
        Map<String, Integer> limits = new TreeMap<>();
        String key = TextNormalization.key(asked.strip());
        limits.put("reset:" + (key.length() <= TextNormalization.LOGIN ? key : Tokens.hash(key)), PasswordResets.PER_ACCOUNT);
        if (address != null) {
            limits.put("reset-" + address(address), PasswordResets.PER_ADDRESS);
        }
        take(limits);
    }

    /** Takes one try of a signed in user who has to show their password once more; counted on this node only. */
    void takeHere(String login) {
        refuse(takeLocal(Map.of("self:" + account(login), PER_ACCOUNT), clock.instant()));
    }

    /** The user showed their password; the tries before are forgotten. */
    void succeededHere(String login) {
        synchronized (local) {
            local.remove("self:" + account(login));
        }
    }

    /** The try was a good one: the account's tries are forgotten, the address has its try back. */
    void succeeded(String login, Door door) {
        String account = account(login, door);
        Set<String> from = door.address() == null || door.deviceHash() != null ? Set.of() : Set.of(address(door.address()));
        synchronized (local) {
            local.remove(account);
            from.stream().map(local::get).filter(Objects::nonNull).forEach(Attempts::giveBack);
        }
        Set<String> both = new HashSet<>(from);
        both.add(account);
        acts.run(act(both), tx -> {
            store.succeeded(account, from);
            return null;
        });
    }

    private void take(Map<String, Integer> limits) {
        Instant now = clock.instant();
        refuse(takeLocal(limits, now));
        refuse(acts.run(act(limits.keySet()), tx -> store.take(limits, now)).value());
    }

    private Duration takeLocal(Map<String, Integer> limits, Instant now) {
        synchronized (local) {
            Map<Attempts, Integer> counted = new LinkedHashMap<>();
            limits.forEach((subject, limit) ->
                    counted.put(local.computeIfAbsent(subject, its -> new Attempts(its, now)), limit));
            return Attempts.take(counted, now);
        }
    }

    private static void refuse(Duration wait) {
        if (!wait.isZero()) {
            throw new CrmException(CrmException.Kind.RATE_LIMITED, "rate_limited",
                    "Too many tries. Please wait and try again.", List.of(),
                    Map.of("retryAfter", Math.max(1, wait.plusMillis(999).toSeconds())), null);
        }
    }

    /** Tries for the same thing one after the other, with few locks for any number of things. */
    private static Act act(Set<String> subjects) {
        Set<RecordRef> locks = subjects.stream()
                .map(subject -> new RecordRef("sign-in", 1 + Math.floorMod(subject.hashCode(), STRIPES)))
                .collect(Collectors.toSet());
        return Act.of(Actor.system(ZoneOffset.UTC), "automation", locks);
    }

    private static String account(String login, Door door) {
        if (door.deviceHash() != null) {
            return "device:" + door.deviceHash();
        }
        return door.shell() ? "shell:" + account(login) : account(login);
    }

    private static String account(String login) {
        String key = TextNormalization.key(login == null ? "" : login);
        return "account:" + (key.length() <= TextNormalization.LOGIN ? key : Tokens.hash(key));
    }

    private static String address(String address) {
        return "address:" + (address.length() <= TextNormalization.LOGIN ? address : Tokens.hash(address));
    }
}
