package com.pivotino.crm.runtime.internal.act;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.event.DomainEvent;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/** Automation that makes up for what was missed: in the name of who acted, with the system's rights. */
final class Automation {

    private Automation() {
    }

    static Actor inNameOf(DomainEvent event) {
        return event.actor() == null ? Actor.system(ZoneOffset.UTC) : new Actor(event.actor(), event.actorName(),
                Set.of(Role.ADMIN), Set.of(), Set.of(), ZoneOffset.UTC, Locale.ENGLISH);
    }
}
