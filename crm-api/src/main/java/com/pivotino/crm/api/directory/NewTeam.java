package com.pivotino.crm.api.directory;

import java.util.List;

/** The request that creates a team. */
public record NewTeam(String name, Long leaderId, List<Long> memberIds) {
}
