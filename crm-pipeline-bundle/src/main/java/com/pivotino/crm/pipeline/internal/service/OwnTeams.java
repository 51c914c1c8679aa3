package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Team;
import java.util.List;
import java.util.Set;

/**
 * To whom one may give a record: oneself, anybody in a team of one's own, and without a team one's team mates. People in no
 * team at all give to each other. Administrators and the system give to everybody. One rule for create, edit, bulk and import.
 */
public final class OwnTeams {
    private final Actor actor;
    private final Directory directory;

    OwnTeams(Actor actor, Directory directory) {
        this.actor = actor;
        this.directory = directory;
    }

    /**
     * Checks what is given now.
     *
     * @param salespersonId null if it is nobody
     * @param teamId        null if it is none
     * @param toPerson      whether the salesperson is new
     * @param toTeam        whether the team is new
     * @throws CrmException {@code validation_failed} naming {@code teamId} or {@code salespersonId}
     */
    void require(Long salespersonId, Long teamId, boolean toPerson, boolean toTeam) {
        if (toTeam && !mayTake(actor, teamId)) {
            throw CrmException.invalid("teamId", "forbidden", "This team is not one of yours.");
        }
        if (toPerson && !mayGive(salespersonId, teamId)) {
            throw CrmException.invalid("salespersonId", "forbidden", "This person is not in your teams.");
        }
    }

    /** Whether the actor may put a record into the team. */
    public static boolean mayTake(Actor actor, Long teamId) {
        return teamId == null || isFree(actor) || actor.visibleTeamIds().contains(teamId);
    }

    private boolean mayGive(Long salespersonId, Long teamId) {
        return salespersonId == null || isFree(actor) || salespersonId.equals(actor.userId())
                || (teamId == null ? isMate(salespersonId) : actor.visibleTeamIds().contains(teamId));
    }

    private static boolean isFree(Actor actor) {
        return actor.userId() == null || actor.isAdmin();
    }

    private boolean isMate(long userId) {
        Set<Long> own = actor.visibleTeamIds();
        List<Team> theirs = directory.teamsOf(userId);
        return own.isEmpty() ? theirs.isEmpty() : theirs.stream().anyMatch(team -> own.contains(team.id()));
    }
}
