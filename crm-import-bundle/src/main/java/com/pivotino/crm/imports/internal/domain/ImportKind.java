package com.pivotino.crm.imports.internal.domain;

import com.pivotino.crm.api.Actor;
import java.util.List;

/**
 * What the rows of a file become.
 *
 * @param key as in the contract, in lower case
 */
public record ImportKind(String key) {

    public static final ImportKind OPPORTUNITIES = new ImportKind("opportunities");
    public static final ImportKind CONTACTS = new ImportKind("contacts");
    public static final ImportKind USERS = new ImportKind("users");
    public static final ImportKind TEAMS = new ImportKind("teams");

    /** The product's own. */
    public static final List<ImportKind> OWN = List.of(OPPORTUNITIES, CONTACTS, USERS, TEAMS);

    /** Whether a plugin brings it. */
    public boolean isProvided() {
        return !OWN.contains(this);
    }

    /** Whether a run that fails half way takes out again what it has written; people it leaves, others may know them by then. */
    public boolean canBeTakenBack() {
        return equals(OPPORTUNITIES);
    }

    /** Managers import; what makes users and teams is for administrators. */
    public void requireAllowed(Actor actor) {
        actor.requireManager();
        if (equals(USERS) || equals(TEAMS)) {
            actor.requireAdmin();
        }
    }
}
