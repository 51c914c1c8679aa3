package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.store.DeviceStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;

/** Remembers the browsers in which people have signed in. */
final class Devices {

    private static final int LONGEST = 100;

    private final Acts acts;
    private final DeviceStore store;
    private final Tokens tokens;
    private final Clock clock;

    Devices(Acts acts, DeviceStore store, Tokens tokens, Clock clock) {
        this.acts = acts;
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The user has signed in there.
     *
     * @param token the device's token of before, or null
     * @return the token for its cookie: that of before if the user was known there, else a new one
     */
    String signedIn(UserAccount user, String token) {
        boolean known = token != null && token.length() <= LONGEST
                && acts.read(() -> store.isKnown(Tokens.hash(token), user.id(), clock.instant()));
        String kept = known ? token : tokens.next();
        acts.run(Act.of(Actor.system(ZoneOffset.UTC), "automation", Set.of()), tx -> {
            store.signedIn(Tokens.hash(kept), user.id(), clock.instant());
            return null;
        });
        return kept;
    }
}
