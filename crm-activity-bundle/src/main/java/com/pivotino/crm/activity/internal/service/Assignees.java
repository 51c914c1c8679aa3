package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who may be given an activity: active users who can read its record (SEMANTICS A10). */
public final class Assignees {

    private final Directory directory;
    private final ActivityAccess access;

    public Assignees(Directory directory, ActivityStore store) {
        this.directory = directory;
        this.access = new ActivityAccess(store);
    }

    /** The user, or {@code validation_failed} on {@code assigneeId} with the reason. */
    NamedRef require(long userId, RecordRef record) {
        User user = directory.user(userId).orElseThrow(
                () -> CrmException.invalid("assigneeId", "invalid", "There is no such user."));
        if (!user.active()) {
            throw CrmException.invalid("assigneeId", "inactive_person", user.name() + " is not active any more.");
        }
        if (!access.canRead(directory.actor(userId), record)) {
            throw CrmException.invalid("assigneeId", "cannot_read",
                    user.name() + " cannot read the record; let them follow it first.");
        }
        return new NamedRef(userId, user.name());
    }

    /**
     * The team, or {@code validation_failed} on {@code teamId}: it has somebody, and all of them can read the record, because
     * each may claim it.
     */
    NamedRef requireTeam(long teamId, RecordRef record) {
        Team team = directory.team(teamId).orElseThrow(
                () -> CrmException.invalid("teamId", "invalid", "There is no such team."));
        List<User> members = members(team);
        if (members.isEmpty()) {
            throw CrmException.invalid("teamId", "inactive_person", "Nobody in " + team.name() + " is active.");
        }
        List<String> blind = members.stream().filter(user -> !access.canRead(directory.actor(user.id()), record))
                .map(User::name).sorted().toList();
        if (!blind.isEmpty()) {
            throw CrmException.invalid("teamId", "cannot_read",
                    String.join(", ", blind) + " of " + team.name() + " cannot read the record.");
        }
        return new NamedRef(teamId, team.name());
    }

    /** Whether an automatic step may offer it to this team. */
    boolean suits(Team team, RecordRef record) {
        List<User> members = members(team);
        return !members.isEmpty() && members.stream().allMatch(user -> access.canRead(directory.actor(user.id()), record));
    }

    private List<User> members(Team team) {
        Set<Long> ids = new TreeSet<>(team.memberIds());
        if (team.leaderId() != null) {
            ids.add(team.leaderId());
        }
        return directory.users(ids).values().stream().filter(User::active).toList();
    }

    /** Whether an automatic step may give it to this user. */
    public boolean suits(NamedRef user, RecordRef record) {
        return user != null && directory.user(user.id()).filter(User::active).isPresent()
                && access.canRead(directory.actor(user.id()), record);
    }
}
