package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.NewTeam;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.event.TeamChanged;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.directory.internal.domain.SalesTeam;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.domain.TextNormalization;
import com.pivotino.crm.directory.internal.store.TeamStore;
import com.pivotino.crm.directory.internal.store.UserStore;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Teams: every user reads them, administrators make and edit them. */
public final class TeamService {

    private static final Set<String> WRITABLE = Set.of("name", "leaderId", "memberIds", "zone", "dueDays", "workingDays");
    private static final Set<String> READ_ONLY = Set.of("id", "version");
    private static final RecordRef ALL_TEAMS = new RecordRef("directory", 2);
    private static final int MOST_DUE_DAYS = 365;

    private final Acts acts;
    private final TeamStore teams;
    private final UserStore users;
    private final Edits edits;

    TeamService(Acts acts, TeamStore teams, UserStore users, Edits edits) {
        this.acts = acts;
        this.teams = teams;
        this.users = users;
        this.edits = edits;
    }

    public Page<Team> list(ListQuery query) {
        query.allowing(Set.of("q"));
        return acts.read(() -> teams.list(query));
    }

    public Team get(long id) {
        return acts.read(() -> existing(id).team());
    }

    public Team create(Actor actor, MergePatch input) {
        input.allowing(WRITABLE, READ_ONLY);
        return create(actor, new NewTeam(null, null, List.of()), input);
    }

    Team create(Actor actor, NewTeam team) {
        return create(actor, team, new MergePatch(Map.of()));
    }

    private Team create(Actor actor, NewTeam start, MergePatch input) {
        actor.requireAdmin();
        return acts.run(Act.of(actor, ALL_TEAMS), tx -> {
            SalesTeam team = new SalesTeam(TextNormalization.name("name", input.has("name") ? input.text("name", TextNormalization.NAME)
                    : start.name()));
            requireFree(team.nameKey(), null);
            team.leadBy(activeUser("leaderId", start.leaderId(), Set.of()));
            team.consistOf(activeUsers(start.memberIds() == null ? List.of() : start.memberIds(), Set.of()));
            take(team, input);
            Team made = teams.add(team).team();
            publish(tx, made);
            return made;
        }).value();
    }

    public Team patch(Actor actor, long id, Long ifMatch, MergePatch patch) {
        actor.requireAdmin();
        patch.allowing(WRITABLE, READ_ONLY);
        return edit(actor, id, ifMatch, patch.names(), team -> {
            if (patch.has("name")) {
                requireFree(TextNormalization.key(patch.requiredText("name", TextNormalization.NAME)), id);
            }
            take(team, patch);
        });
    }

    void addMember(Actor actor, long teamId, long userId) {
        actor.requireAdmin();
        edit(actor, teamId, null, Set.of("memberIds"), team -> {
            activeUser("userId", userId, people(team.team()));
            team.join(userId);
        });
    }

    /** Deletes one that nobody active belongs to or leads. */
    boolean withdraw(Actor actor, long id) {
        actor.requireAdmin();
        return acts.run(Act.of(actor, record(id), ALL_TEAMS), tx -> {
            Optional<SalesTeam> empty = teams.find(id).filter(team -> users.find(people(team.team())).stream()
                    .noneMatch(UserAccount::isActive));
            empty.ifPresent(team -> {
                Team last = team.team();
                teams.remove(team);
                publish(tx, new Team(id, last.version(), last.name(), null, List.of()));
            });
            return empty.isPresent();
        }).value();
    }

    private Team edit(Actor actor, long id, Long ifMatch, Set<String> sent, Consumer<SalesTeam> change) {
        RecordRef record = record(id);
        return acts.run(Act.of(actor, record, ALL_TEAMS), tx -> {
            SalesTeam team = existing(id);
            Team before = team.team();
            Set<String> changed = edits.apply(tx, record, Edits.editable(team::facts, team::team, teams::flush), ifMatch,
                    sent, () -> change.accept(team));
            if (!changed.isEmpty()) {
                publish(tx, team.team());
                tellWhoseZoneMayChange(tx, before, team.team());
            }
            return team.team();
        }).value();
    }

    private void take(SalesTeam team, MergePatch patch) {
        Team now = team.team();
        Long leader = patch.has("leaderId") ? activeUser("leaderId", patch.number("leaderId"), people(now)) : now.leaderId();
        Collection<Long> members = patch.has("memberIds") ? activeUsers(patch.ids("memberIds"), people(now)) : now.memberIds();
        team.rename(patch.has("name") ? patch.text("name", TextNormalization.NAME) : now.name());
        team.leadBy(leader);
        team.consistOf(members);
        team.judgeDaysBy(patch.has("zone") ? patch.text("zone", 60) : now.zone(),
                patch.has("dueDays") ? patch.number("dueDays", 0, MOST_DUE_DAYS) : now.dueDays(),
                patch.has("workingDays") ? patch.texts("workingDays") : now.workingDays());
    }

    /** Who has no zone of their own is judged by the team's (A5): other bundles hear of it as of a change of the user. */
    private void tellWhoseZoneMayChange(Transaction tx, Team before, Team now) {
        Set<Long> touched = new TreeSet<>();
        if (!Objects.equals(before.zone(), now.zone())) {
            touched.addAll(people(before));
            touched.addAll(people(now));
        } else if (now.zone() != null) {
            Set<Long> stayed = people(before);
            stayed.retainAll(people(now));
            touched.addAll(people(before));
            touched.addAll(people(now));
            touched.removeAll(stayed);
        }
        for (UserAccount user : users.find(touched)) {
            if (user.user().zone() == null) {
                UserService.publish(tx, user.user(), true);
            }
        }
    }

    private static Set<Long> people(Team team) {
        Set<Long> people = new TreeSet<>(team.memberIds());
        if (team.leaderId() != null) {
            people.add(team.leaderId());
        }
        return people;
    }

    /** @param already who belongs to the team and may stay, active or not */
    private Long activeUser(String field, Long id, Set<Long> already) {
        if (id != null) {
            UserAccount user = users.find(id).orElseThrow(() -> CrmException.invalid(field, "invalid", "There is no user " + id + "."));
            requireActive(field, user, already);
        }
        return id;
    }

    private Collection<Long> activeUsers(Collection<Long> ids, Set<Long> already) {
        Set<Long> wanted = new LinkedHashSet<>(ids);
        Collection<UserAccount> found = users.find(wanted);
        if (found.size() != wanted.size()) {
            throw CrmException.invalid("memberIds", "invalid", "One of these is no user.");
        }
        found.forEach(user -> requireActive("memberIds", user, already));
        return wanted;
    }

    private static void requireActive(String field, UserAccount user, Set<Long> already) {
        if (!user.isActive() && !already.contains(user.id())) {
            throw CrmException.invalid(field, "inactive", user.user().name() + " is no longer active.");
        }
    }

    private void requireFree(String nameKey, Long self) {
        if (teams.byName(nameKey).filter(other -> !other.id().equals(self)).isPresent()) {
            throw CrmException.invalid("name", "taken", "Another team has this name.");
        }
    }

    private SalesTeam existing(long id) {
        return teams.find(id).orElseThrow(() -> CrmException.notFound("The team"));
    }

    private static RecordRef record(long id) {
        if (id < 1) {
            throw CrmException.notFound("The team");
        }
        return new RecordRef("team", id);
    }

    private static void publish(Transaction tx, Team team) {
        tx.publish(record(team.id()), new TeamChanged(team.id(), team.name(), team.leaderId(), team.memberIds(), team.zone()));
    }
}
