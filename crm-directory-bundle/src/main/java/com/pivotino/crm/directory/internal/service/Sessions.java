package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.directory.Identity;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
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
    private final CredentialStore store;
    private final Actors actors;
    private final Tokens tokens;
    private final Clock wall;

    Sessions(Acts acts, CredentialStore store, Actors actors, Tokens tokens, Clock wall) {
        this.acts = acts;
        this.store = store;
        this.actors = actors;
        this.tokens = tokens;
        this.wall = wall;
    }

    /** Opens a session with a new token, which is answered once; the browser's old one ends. */
    String open(UserAccount user, String oldToken) {
        String token = tokens.next();
        Instant now = now();
        acts.run(Act.of(actors.of(user)), tx -> {
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
        Optional<Seen> seen = acts.read(() -> store.session(hash).filter(found -> found.credential().holds(now))
                .map(found -> new Seen(actors.of(found.user()), found.credential().isStale(now))));
        if (seen.isPresent() && seen.get().stale()) {
            acts.run(Act.of(Actor.system(ZoneOffset.UTC)), tx -> {
                store.seen(hash, now);
                return null;
            });
        }
        return seen.map(s -> new Identity(s.actor(), "session", Tokens.csrf(token)));
    }

    void end(String token) {
        acts.run(Act.of(Actor.system(ZoneOffset.UTC)), tx -> {
            store.end(Tokens.hash(token));
            return null;
        });
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Seen(Actor actor, boolean stale) {
    }
}
