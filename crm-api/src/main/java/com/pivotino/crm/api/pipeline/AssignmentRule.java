package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Team;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * To whom an actor may assign an opportunity: to themselves, to people of the opportunity's team or of a team that the actor
 * belongs to or leads, and to such a team. People in no team assign to each other. Administrators and the system assign to
 * everybody. Create, edit, bulk and import ask this one rule (ADR 0010). One object serves one act; teams are read once.
 */
public final class AssignmentRule {
    private final Actor actor;
    private final Directory directory;
    private final Map<Long, Team> teams = new HashMap<>();
    private boolean ownTeamsRead;

    public AssignmentRule(Actor actor, Directory directory) {
        this.actor = actor;
        this.directory = directory;
    }

    /**
     * Checks what is assigned now, not what stays.
     *
     * @param salespersonId null for nobody
     * @param teamId        the opportunity's team after the act, null for none
     * @param toPerson      whether the salesperson is new
     * @param toTeam        whether the team is new
     * @throws CrmException {@code validation_failed} naming {@code teamId} or {@code salespersonId}, code {@code forbidden}
     */
    public void require(Long salespersonId, Long teamId, boolean toPerson, boolean toTeam) {
        boolean foreign = toTeam && !allowsTeam(teamId); // and makes nobody a colleague
        if (toPerson && !allowsPerson(salespersonId, foreign ? null : teamId)) {
            throw CrmException.invalid("salespersonId", "forbidden", "This person is not in the opportunity's team or in one of yours.");
        }
        if (foreign) {
            throw CrmException.invalid("teamId", "forbidden", "This team is not one of yours.");
        }
    }

    /** Whether the actor may put an opportunity into the team; null is none. */
    public boolean allowsTeam(Long teamId) {
        return teamId == null || isFree() || actor.visibleTeamIds().contains(teamId);
    }

    /** Whether the actor may make the person responsible for an opportunity of this team; null is nobody, or no team. */
    public boolean allowsPerson(Long userId, Long teamId) {
        if (userId == null || isFree() || userId.equals(actor.userId())) {
            return true;
        }
        Set<Long> own = actor.visibleTeamIds();
        return own.isEmpty() && directory.teamsOf(userId).isEmpty()
                || own.stream().anyMatch(team -> isIn(userId, team))
                || teamId != null && isIn(userId, teamId);
    }

    private boolean isFree() {
        return actor.userId() == null || actor.isAdmin();
    }

    private boolean isIn(Long userId, Long teamId) {
        if (!ownTeamsRead) {
            ownTeamsRead = true;
            read(actor.visibleTeamIds());
        }
        if (!teams.containsKey(teamId)) {
            read(Set.of(teamId));
        }
        Team team = teams.get(teamId);
        return team != null && (userId.equals(team.leaderId()) || team.memberIds().contains(userId));
    }

    private void read(Collection<Long> ids) {
        ids.forEach(id -> teams.put(id, null));
        teams.putAll(directory.teams(ids));
    }
}
