package com.pivotino.crm.api.directory.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.event.EventType;

/**
 * A user left (SEMANTICS A11).
 *
 * @param user       who left
 * @param reassignTo who takes over their open activities: the named user, else the team's leader, else null
 */
@EventType("directory.UserDeactivated")
public record UserDeactivated(NamedRef user, NamedRef reassignTo) {
}
