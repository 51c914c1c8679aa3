package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.NamedPerson;
import java.util.Locale;

/**
 * Who writes.
 *
 * @param person a user or contact, or null for somebody known by address only
 * @param email  the address of somebody outside, or null
 */
public record Author(PersonRef person, String name, String email) {

    static Author of(Actor actor) {
        return new Author(actor.user(), actor.name(), null);
    }

    boolean isUser() {
        return person != null && person.isUser();
    }

    public NamedPerson named() {
        return person == null ? null : new NamedPerson(person.kind().name().toLowerCase(Locale.ROOT), person.id(), name);
    }
}
