package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.directory.Identity;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.internal.Memory;
import com.pivotino.crm.directory.internal.domain.Session;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.store.CredentialStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Browser sessions. They are judged by the clock on the wall: who sets the product's clock for a trial does not sign
 * everybody out.
 */
public final class Sessions {

    private final Acts acts;
    private final Acts changes;
    private final CredentialStore store;
    private final Actors actors;
    private final Tokens tokens;
    private final Clock wall;
    private final Memory.Shelf<String, Open> known;

    Sessions(Acts acts, CredentialStore store, Actors actors, Tokens tokens, Clock wall, Memory memory) {
        this.acts = acts;
        this.changes = memory.watching(acts);
        this.store = store;
        this.actors = actors;
        this.tokens = tokens;
        this.wall = wall;
        this.known = memory.shelf();
    }

    /** Opens a session with a new token, which is answered once; the browser's old one ends. */
    String open(UserAccount user, String oldToken) {
        String token = tokens.next();
        Instant now = now();
        changes.run(Act.of(actors.of(user)), tx -> {
            if (oldToken != null) {
                store.end(Tokens.hash(oldToken));
            }
            store.open(new Session(Tokens.hash(token), user.id(), now), now);
            return null;
        });
        return token;
    }

    /** Who is behind a session's token. */
    Optional<Identity> find(String token) {
        if (token == null || token.length() > 100) {
            return Optional.empty();
        }
        Instant now = now();
        String hash = Tokens.hash(token);
        Optional<Open> open = Optional.ofNullable(known.one(hash, key -> acts.read(() -> store.session(key)
                .map(found -> new Open(actors.of(found.user()), found.credential())).orElse(null))))
                .filter(found -> found.session().holds(now));
        if (open.isPresent() && open.get().session().isStale(now)) {
            acts.run(Act.of(Actor.system(ZoneOffset.UTC)), tx -> {
                store.seen(hash, now);
                return null;
            });
            known.forget(hash);
        }
        return open.map(s -> new Identity(s.actor(), "session", Tokens.csrf(token)));
    }

    void end(String token) {
        changes.run(Act.of(Actor.system(ZoneOffset.UTC)), tx -> {
            store.end(Tokens.hash(token));
            return null;
        });
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Open(Actor actor, Session session) {
    }
}
