package com.pivotino.crm.api.directory.event;

import com.pivotino.crm.api.event.EventType;

/**
 * A user was made, edited or activated again, or their team's zone changed; the record is {@code user:id}.
 *
 * @param name        as of now
 * @param zoneChanged whether the zone that their due dates are judged in changed
 */
@EventType("directory.UserChanged")
public record UserChanged(long userId, String name, String zone, boolean zoneChanged, boolean active) {
}
