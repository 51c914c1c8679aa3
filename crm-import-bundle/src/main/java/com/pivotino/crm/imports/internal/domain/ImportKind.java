package com.pivotino.crm.imports.internal.domain;

import java.util.Locale;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;

/** What the rows of a file become. */
public enum ImportKind {

    OPPORTUNITIES, CONTACTS, USERS, TEAMS;

    /** As in the contract: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a run that fails half way takes out again what it has written; people it leaves, others may know them by then. */
    public boolean canBeTakenBack() {
        return this == OPPORTUNITIES;
    }

    /** Managers import; what makes users and teams is for administrators. */
    public void requireAllowed(Actor actor) {
        actor.requireManager();
        if (this == USERS || this == TEAMS) {
            actor.requireAdmin();
        }
    }

    /**
     * Reads the query parameter {@code kind}.
     *
     * @throws CrmException {@code validation_failed} on {@code kind}
     */
    public static ImportKind of(String key) {
        for (ImportKind kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        throw CrmException.invalid("kind", key == null ? "required" : "invalid",
                "The kind is opportunities, contacts, users or teams.");
    }
}
