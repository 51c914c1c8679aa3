package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Team;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Zones of users and teams of records, asked once an act however many activities it plans. For one act, on one thread. */
public final class ZoneCache {

    private final Directory directory;
    private final Map<Long, ZoneId> zones = new HashMap<>();
    private final Map<Long, Optional<Team>> teams = new HashMap<>();

    public ZoneCache(Directory directory) {
        this.directory = directory;
    }

    Directory directory() {
        return directory;
    }

    /** The user's zone, or the system's for nobody (SEMANTICS A5). */
    ZoneId zoneOf(Long userId) {
        return zones.computeIfAbsent(userId, directory::zoneOf);
    }

    /** The assignee's zone; while a team's activity has none, the team's, then the system's (SEMANTICS A5). */
    ZoneId zoneOf(Long userId, Long teamId) {
        Team team = userId == null ? team(teamId) : null;
        return team == null || team.zone() == null ? zoneOf(userId) : ZoneId.of(team.zone());
    }

    /** The team, or null. */
    Team team(Long id) {
        return id == null ? null : teams.computeIfAbsent(id, directory::team).orElse(null);
    }
}
