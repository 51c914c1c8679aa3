package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Users and teams that were found in the database, remembered for as long as one slice of a run takes: each name is
 * asked for once. Never holds what the running act has made, which may be rolled back.
 */
final class DirectoryCache {

    private final Directory directory;
    private final DirectoryAdmin admin;
    private final Map<String, User> users = new HashMap<>();
    private final Map<String, Team> teams = new HashMap<>();
    private final Map<Long, List<Team>> teamsOf = new HashMap<>();

    DirectoryCache(ImportServices around) {
        this.directory = around.directory();
        this.admin = around.admin();
    }

    /** The user with this login, name or address that nobody shares, or {@code #id}. */
    Optional<User> user(String text) {
        if (!users.containsKey(text)) {
            Optional<User> found = text.startsWith("#") ? directory.user(Long.parseLong(text.substring(1)))
                    : admin.findUser(text).or(() -> addressed(text));
            found.ifPresent(user -> users.put(text, user));
            return found;
        }
        return Optional.of(users.get(text));
    }

    private Optional<User> addressed(String text) {
        List<User> all = text.contains("@") ? directory.usersAddressed(List.of(text)) : List.of();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The team with this name, or {@code #id}. */
    Optional<Team> team(String text) {
        if (!teams.containsKey(text)) {
            Optional<Team> found = text.startsWith("#") ? directory.team(Long.parseLong(text.substring(1))) : admin.findTeam(text);
            found.ifPresent(team -> teams.put(text, team));
            return found;
        }
        return Optional.of(teams.get(text));
    }

    /** The team that a user sells in: the first one they are a member of, else the first one they lead. */
    Optional<Team> teamOf(long userId) {
        List<Team> all = teamsOf.computeIfAbsent(userId, directory::teamsOf);
        return all.stream().filter(team -> team.memberIds().contains(userId)).findFirst().or(() -> all.stream().findFirst());
    }
}
