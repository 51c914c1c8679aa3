package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Actor;
import java.util.Objects;

/**
 * Who asks for a change, in which way, knowing which version.
 *
 * @param actor   who
 * @param cause   {@code drag, button, automation, import, api, undo}
 * @param version the version that the caller knows ({@code If-Match}), or null
 */
public record Call(Actor actor, String cause, Long version) {
    public Call {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(cause, "cause");
    }

    /** By API, whatever the version. */
    public static Call of(Actor actor) {
        return new Call(actor, "api", null);
    }
}
