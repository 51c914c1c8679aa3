package com.pivotino.crm.runtime.internal.undo;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Undo;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What an act that may be taken back gathers until its commit. */
public final class UndoOffer {

    private static final int TOKEN_BYTES = 24;

    /** What a bundle needs to take back one thing that it did. */
    public record Step(RecordRef record, String owner, String body) {
    }

    private final String causeId;
    private final String token;
    private final PersonRef actor;
    private final String actorName;
    private final Instant at;
    private final Instant until;
    private final List<Step> steps = new ArrayList<>();

    private UndoOffer(String causeId, String token, PersonRef actor, String actorName, Instant at, Instant until) {
        this.causeId = causeId;
        this.token = token;
        this.actor = actor;
        this.actorName = actorName;
        this.at = at;
        this.until = until;
    }

    /** A new one with a token that nobody can guess. */
    public static UndoOffer of(String causeId, Actor actor, Instant at, Instant until) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return new UndoOffer(causeId, Base64.getUrlEncoder().withoutPadding().encodeToString(random), actor.user(),
                actor.name(), at, until);
    }

    /** For a reaction that hears later of an act which may still be undone: only its steps are added. */
    public static UndoOffer catchingUp(String causeId, Instant until) {
        return until == null ? null : new UndoOffer(causeId, null, null, null, null, until);
    }

    public Undo answer() {
        return new Undo(token, until);
    }

    public void add(Step step) {
        steps.add(step);
    }

    String causeId() {
        return causeId;
    }

    /** Null if the offer itself is there already. */
    String token() {
        return token;
    }

    PersonRef actor() {
        return actor;
    }

    String actorName() {
        return actorName;
    }

    Instant at() {
        return at;
    }

    public Instant until() {
        return until;
    }

    List<Step> steps() {
        return steps;
    }
}
