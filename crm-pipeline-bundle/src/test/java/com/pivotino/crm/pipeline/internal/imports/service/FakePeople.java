package com.pivotino.crm.pipeline.internal.imports.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.directory.NewTeam;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.testkit.FakeDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Makes people in memory and counts what it is asked. */
final class FakePeople implements DirectoryAdmin {

    final FakeDirectory directory = new FakeDirectory();
    final List<User> users = new ArrayList<>();
    final List<Team> teams = new ArrayList<>();
    final Map<String, Contact> contacts = new HashMap<>();
    int questions;
    private final AtomicLong ids = new AtomicLong(1000);

    User add(User user) {
        users.removeIf(old -> old.id() == user.id());
        users.add(user);
        return directory.add(user);
    }

    Team add(Team team) {
        teams.removeIf(old -> old.id() == team.id());
        teams.add(team);
        return directory.add(team);
    }

    @Override
    public User createUser(Actor actor, NewUser user) {
        actor.requireAdmin();
        if (users.stream().anyMatch(old -> old.login().equalsIgnoreCase(user.login()))) {
            throw CrmException.invalid("login", "taken", "This login is taken.");
        }
        return add(new User(ids.getAndIncrement(), 1, user.login(), user.name(), user.email(), user.zone(), user.locale(), user.roles(), true));
    }

    @Override
    public Contact createContact(Actor actor, NewContact contact) {
        Contact made = directory.add(new Contact(ids.getAndIncrement(), 1, contact.name(), contact.email(), contact.phone(),
                contact.company(), false));
        contacts.putIfAbsent(contact.name() == null ? contact.email() : contact.name().toLowerCase(), made);
        return made;
    }

    @Override
    public Team createTeam(Actor actor, NewTeam team) {
        actor.requireAdmin();
        return add(new Team(ids.getAndIncrement(), 1, team.name(), team.leaderId(), team.memberIds()));
    }

    @Override
    public void addMember(Actor actor, long teamId, long userId) {
        Team team = directory.team(teamId).orElseThrow();
        List<Long> members = new ArrayList<>(team.memberIds());
        members.remove(userId);
        members.add(userId);
        add(new Team(teamId, team.version() + 1, team.name(), team.leaderId(), members));
    }

    /** Only whom this import made; {@code kept} stands for what the directory knows of their use. */
    final java.util.Set<Long> kept = new java.util.HashSet<>();
    final List<String> withdrawn = new ArrayList<>();

    @Override
    public boolean withdraw(Actor actor, String kind, long id) {
        return !kept.contains(id) && withdrawn.add(kind + " " + id);
    }

    @Override
    public Optional<User> findUser(String text) {
        questions++;
        return users.stream().filter(user -> user.login().equalsIgnoreCase(text) || user.name().equalsIgnoreCase(text)).findFirst();
    }

    @Override
    public Optional<Team> findTeam(String name) {
        questions++;
        return teams.stream().filter(team -> team.name().equalsIgnoreCase(name)).findFirst();
    }

    @Override
    public Map<String, Contact> findContactsByName(Collection<String> names) {
        questions++;
        Map<String, Contact> found = new HashMap<>();
        names.forEach(name -> Optional.ofNullable(contacts.get(name.toLowerCase())).ifPresent(contact -> found.put(name, contact)));
        return found;
    }

    @Override
    public Optional<Contact> findContactByEmail(String email) {
        return Optional.empty();
    }
}
