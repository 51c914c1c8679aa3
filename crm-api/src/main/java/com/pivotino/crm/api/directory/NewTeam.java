package com.pivotino.crm.api.directory;

import java.util.List;

/** What makes a team. */
public record NewTeam(String name, Long leaderId, List<Long> memberIds) {
}
