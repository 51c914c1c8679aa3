package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.directory.Identity;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.internal.Memory;
import com.pivotino.crm.directory.internal.domain.ApiKey;
import com.pivotino.crm.directory.internal.store.CredentialStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys by which programs act as their user: {@code crm_<id>_<secret>}, shown once when made. */
public final class ApiKeys {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);
    private static final Pattern FORM = Pattern.compile("crm_([1-9]\\d{0,17})_([\\w-]{43})");

    private final Acts acts;
    private final Acts changes;
    private final CredentialStore store;
    private final Actors actors;
    private final Tokens tokens;
    private final Clock clock;

    private final Memory.Shelf<Long, Used> known;

    ApiKeys(Acts acts, CredentialStore store, Actors actors, Tokens tokens, Clock clock, Memory memory) {
        this.acts = acts;
        this.changes = memory.watching(acts);
        this.store = store;
        this.actors = actors;
        this.tokens = tokens;
        this.clock = clock;
        this.known = memory.shelf();
    }

    /** A key without its secret. */
    public record Listed(long id, String name, Instant createdAt, Instant lastUsedAt) {
    }

    /** A key just made; {@code key} is never told again. */
    public record Made(long id, String name, Instant createdAt, Instant lastUsedAt, String key) {
    }

    private record Used(Actor actor, ApiKey key) {
    }

    /** Makes a key for the caller. */
    public Made create(Actor actor, String name) {
        long userId = requireUser(actor);
        String secret = tokens.next();
        return acts.run(Act.of(actor), tx -> {
            ApiKey key = store.add(new ApiKey(userId, name, Tokens.hash(secret), tx.now()));
            return new Made(key.id(), key.name(), key.createdAt(), null, "crm_" + key.id() + "_" + secret);
        }).value();
    }

    /** The caller's keys. */
    public Page<Listed> list(Actor actor, ListQuery query) {
        query.allowing(Set.of());
        long userId = requireUser(actor);
        return acts.read(() -> store.keys(userId, query, Listed::id, ApiKeys::listed));
    }

    /** Revokes one of the caller's keys. */
    public void revoke(Actor actor, long id) {
        long userId = requireUser(actor);
        changes.run(Act.of(actor), tx -> {
            if (!store.revoke(userId, id)) {
                throw CrmException.notFound("The API key");
            }
            return null;
        });
    }

    /** Who is behind a key. */
    Optional<Identity> find(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long id = Long.parseLong(form.group(1));
        Instant now = clock.instant();
        Optional<Used> used = Optional.ofNullable(known.one(id, key -> acts.read(() -> store.key(key)
                .map(found -> new Used(actors.of(found.user()), found.credential())).orElse(null))))
                .filter(found -> Tokens.same(Tokens.hash(form.group(2)), found.key().secretHash()));
        if (used.isPresent() && isToBeNoted(used.get().key(), now)) {
            acts.run(Act.of(used.get().actor()), tx -> {
                store.used(id, tx.now());
                return null;
            });
            known.forget(id);
        }
        return used.map(u -> new Identity(u.actor(), "api_key", null));
    }

    private static boolean isToBeNoted(ApiKey key, Instant now) {
        return key.usedAt() == null || Duration.between(key.usedAt(), now).abs().compareTo(NOTED_EVERY) > 0;
    }

    private static Listed listed(ApiKey key) {
        return new Listed(key.id(), key.name(), key.createdAt(), key.usedAt());
    }

    private static long requireUser(Actor actor) {
        if (actor.userId() == null) {
            throw CrmException.forbidden("Only a user has API keys.");
        }
        return actor.userId();
    }
}
