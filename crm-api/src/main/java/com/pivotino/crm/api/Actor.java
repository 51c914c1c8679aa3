package com.pivotino.crm.api;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The person or system that acts: a parameter of every call, never a thread-local.
 *
 * @param user    the acting user, or null for the system itself
 * @param name    the name as of now, for the log
 * @param roles   what the user may be
 * @param teamIds teams that the user belongs to
 * @param ledTeamIds teams that the user leads
 * @param zone    the user's time zone
 * @param locale  the language for messages
 * @param editsTeamRecords whether the workspace lets everybody change the records of their teams (setting {@code teamRecords})
 */
public record Actor(PersonRef user, String name, Set<Role> roles, Set<Long> teamIds, Set<Long> ledTeamIds,
        ZoneId zone, Locale locale, boolean editsTeamRecords) {

    public Actor {
        roles = Set.copyOf(roles);
        teamIds = Set.copyOf(teamIds);
        ledTeamIds = Set.copyOf(ledTeamIds);
    }

    /** With the default: the records of their teams may be changed. */
    public Actor(PersonRef user, String name, Set<Role> roles, Set<Long> teamIds, Set<Long> ledTeamIds, ZoneId zone,
            Locale locale) {
        this(user, name, roles, teamIds, ledTeamIds, zone, locale, true);
    }

    /** The system acting without a user: automation, start-up, repair. It may do everything. */
    public static Actor system(ZoneId zone) {
        return new Actor(null, "System", Set.of(Role.ADMIN), Set.of(), Set.of(), zone, Locale.ENGLISH);
    }

    /** The id of the acting user, or null for the system. */
    public Long userId() {
        return user == null ? null : user.id();
    }

    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }

    /** Managers and administrators. */
    public boolean isManager() {
        return roles.contains(Role.MANAGER) || isAdmin();
    }

    /** Teams whose records the user may read: those the user belongs to or leads, ordered. */
    public Set<Long> visibleTeamIds() {
        Set<Long> visible = new TreeSet<>(teamIds);
        visible.addAll(ledTeamIds);
        return visible;
    }

    /**
     * Refuses everybody but administrators.
     *
     * @throws CrmException {@code forbidden}
     */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw CrmException.forbidden("Only an administrator may do this.");
        }
    }

    /**
     * Refuses everybody but managers and administrators.
     *
     * @throws CrmException {@code forbidden}
     */
    public void requireManager() {
        if (!isManager()) {
            throw CrmException.forbidden("Only a manager may do this.");
        }
    }
}
