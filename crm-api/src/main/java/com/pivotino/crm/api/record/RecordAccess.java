package com.pivotino.crm.api.record;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import java.util.Set;

/**
 * The one rule for reading, changing and deleting records. Salespeople read their own, their teams' and the followed ones.
 * They change their own and, unless the workspace setting {@code teamRecords} is {@code read}, their teams'. They delete their
 * own. Managers change and delete those of their teams; administrators all. {@link RecordCondition} is the same in SQL.
 *
 * @param salespersonId user responsible, or null
 * @param teamId        team, or null
 * @param createdBy     user who made it, or null
 * @param followerIds   users who follow it
 */
public record RecordAccess(Long salespersonId, Long teamId, Long createdBy, Set<Long> followerIds) {

    public RecordAccess {
        followerIds = Set.copyOf(followerIds);
    }

    /** Own, team's, followed; administrators all. */
    public boolean readableBy(Actor actor) {
        Long me = actor.userId();
        return actor.isAdmin()
                || me != null && (me.equals(salespersonId) || followerIds.contains(me))
                || isTeamOf(actor)
                || isOrphanOf(me);
    }

    /** Own and teams'; only own, and nobody's in one's team, where team records are read only; administrators all. */
    public boolean writableBy(Actor actor) {
        return deletableBy(actor) || actor.editsTeamRecords() && isTeamOf(actor);
    }

    /** Own, or nobody's in one's team; managers their teams'; administrators all. */
    public boolean deletableBy(Actor actor) {
        Long me = actor.userId();
        return actor.isAdmin()
                || me != null && me.equals(salespersonId)
                || isTeamOf(actor) && (actor.isManager() || salespersonId == null)
                || isOrphanOf(me);
    }

    /** The actor's permissions on a record that they can read. */
    public Permissions permissions(Actor actor) {
        return new Permissions(writableBy(actor), deletableBy(actor));
    }

    private boolean isTeamOf(Actor actor) {
        return teamId != null && actor.visibleTeamIds().contains(teamId);
    }

    /** Without salesperson and team a record belongs to its creator. */
    private boolean isOrphanOf(Long user) {
        return salespersonId == null && teamId == null && user != null && user.equals(createdBy);
    }

    /**
     * Refuses an actor who may not read with {@code not_found}, so that nobody learns that the record exists.
     *
     * @param what the kind of thing, for the message
     */
    public void requireReadable(Actor actor, String what) {
        if (!readableBy(actor)) {
            throw CrmException.notFound(what);
        }
    }

    /** Refuses an actor who may not read with {@code not_found}, and one who may read but not change with {@code forbidden}. */
    public void requireWritable(Actor actor, String what) {
        requireReadable(actor, what);
        if (!writableBy(actor)) {
            throw CrmException.forbidden("This belongs to somebody else; only they or a manager may change it.");
        }
    }

    /** Refuses an actor who may not read with {@code not_found}, and one who may read but not delete with {@code forbidden}. */
    public void requireDeletable(Actor actor, String what) {
        requireReadable(actor, what);
        if (!deletableBy(actor)) {
            throw CrmException.forbidden("This belongs to somebody else; only they or a manager may delete it.");
        }
    }
}
