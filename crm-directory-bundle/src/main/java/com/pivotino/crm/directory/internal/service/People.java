package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.internal.Memory;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.store.TeamStore;
import com.pivotino.crm.directory.internal.store.TeamStore.Membership;
import com.pivotino.crm.directory.internal.store.UserStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Users and teams as nearly every act asks for them, remembered for a moment. */
final class People {

    /** A user with what is kept beside them. */
    record Person(User user, NotificationPreferences preferences) {

        static Person of(UserAccount account) {
            return new Person(account.user(), account.preferences());
        }
    }

    private final Acts acts;
    private final UserStore users;
    private final TeamStore teams;
    private final Actors actors;
    private final Memory.Shelf<Long, Person> people;
    private final Memory.Shelf<Long, Team> known;
    private final Memory.Shelf<Long, List<Membership>> memberships;

    People(Acts acts, UserStore users, TeamStore teams, Actors actors, Memory memory) {
        this.acts = acts;
        this.users = users;
        this.teams = teams;
        this.actors = actors;
        this.people = memory.shelf();
        this.known = memory.shelf();
        this.memberships = memory.shelf();
    }

    Optional<Person> person(long id) {
        return Optional.ofNullable(people.one(id, key -> acts.read(() -> users.find(key).map(Person::of).orElse(null))));
    }

    Map<Long, Person> people(Collection<Long> ids) {
        return people.all(ids, missing -> acts.read(() -> users.find(missing).stream()
                .collect(Collectors.toMap(UserAccount::id, Person::of))));
    }

    Map<Long, Team> teams(Collection<Long> ids) {
        return known.all(ids, missing -> acts.read(() -> teams.teams(missing).stream()
                .collect(Collectors.toMap(Team::id, Function.identity()))));
    }

    List<Membership> memberships(long userId) {
        return memberships.one(userId, key -> acts.read(() -> List.copyOf(teams.memberships(key))));
    }

    Optional<Actor> actor(long userId) {
        return person(userId).map(person -> actors.of(person.user(), memberships(userId)));
    }

    Actors actors() {
        return actors;
    }
}
