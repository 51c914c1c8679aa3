package com.pivotino.crm.api;

import java.util.Objects;

/**
 * A call of a service: the actor, the cause, and the version that the caller knows. Every method that checks versions takes one.
 *
 * @param actor   the person, or the system
 * @param cause   {@code drag, button, automation, import, api, undo}
 * @param version the version that the caller knows ({@code If-Match}), or null to change whatever is there
 */
public record Call(Actor actor, String cause, Long version) {

    public Call {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(cause, "cause");
    }

    /** By API, whatever the version. */
    public static Call of(Actor actor) {
        return of(actor, null);
    }

    /** By API. */
    public static Call of(Actor actor, Long version) {
        return new Call(actor, "api", version);
    }
}
