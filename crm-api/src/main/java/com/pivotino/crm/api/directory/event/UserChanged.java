package com.pivotino.crm.api.directory.event;

import com.pivotino.crm.api.event.EventType;

/**
 * A user was edited.
 *
 * @param name        as of now
 * @param zoneChanged whether the zone that their due dates are judged in changed
 */
@EventType("directory.UserChanged")
public record UserChanged(long userId, String name, String zone, boolean zoneChanged, boolean active) {
}
