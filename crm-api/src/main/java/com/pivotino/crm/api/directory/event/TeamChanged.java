package com.pivotino.crm.api.directory.event;

import com.pivotino.crm.api.event.EventType;
import java.util.List;

/**
 * A team was made or edited; the record is {@code team:id}.
 *
 * @param zone the team's zone, or null for the system's
 */
@EventType("directory.TeamChanged")
public record TeamChanged(long teamId, String name, Long leaderId, List<Long> memberIds, String zone) {
}
