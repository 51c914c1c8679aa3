package com.pivotino.crm.testkit;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.directory.NewTeam;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Makes and finds people, contacts and teams of a {@link FakeDirectory}; those it makes have ids from 1000 on. */
public class FakeDirectoryAdmin implements DirectoryAdmin {

    private final FakeDirectory directory;
    private final AtomicLong ids = new AtomicLong(1000);

    public FakeDirectoryAdmin(FakeDirectory directory) {
        this.directory = directory;
    }

    /** Administrators only; a login is taken once, whatever its case. */
    @Override
    public User createUser(Actor actor, NewUser user) {
        actor.requireAdmin();
        if (directory.allUsers().stream().anyMatch(old -> old.login().equalsIgnoreCase(user.login()))) {
            throw CrmException.invalid("login", "taken", "This login is taken.");
        }
        return directory.add(new User(ids.getAndIncrement(), 1, user.login(), user.name(), user.email(), user.zone(), user.locale(),
                user.roles(), true));
    }

    /** One without a name is called by its address, as in the real directory. */
    @Override
    public Contact createContact(Actor actor, NewContact contact) {
        String name = contact.name() == null ? contact.email() : contact.name();
        return directory.add(new Contact(ids.getAndIncrement(), 1, name, contact.email(), contact.phone(), contact.company(), false));
    }

    @Override
    public Team createTeam(Actor actor, NewTeam team) {
        actor.requireAdmin();
        return directory.add(new Team(ids.getAndIncrement(), 1, team.name(), team.leaderId(), team.memberIds()));
    }

    @Override
    public void addMember(Actor actor, long teamId, long userId) {
        Team team = directory.team(teamId).orElseThrow(() -> CrmException.notFound("The team"));
        List<Long> members = new ArrayList<>(team.memberIds());
        members.remove(userId);
        members.add(userId);
        directory.add(new Team(teamId, team.version() + 1, team.name(), team.leaderId(), members));
    }

    @Override
    public Optional<User> findUser(String loginOrName) {
        Optional<User> byLogin = directory.allUsers().stream().filter(user -> user.login().equalsIgnoreCase(loginOrName)).findFirst();
        List<User> named = directory.allUsers().stream().filter(user -> user.name().equalsIgnoreCase(loginOrName)).toList();
        return byLogin.or(() -> named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty());
    }

    @Override
    public Optional<Team> findTeam(String name) {
        return directory.allTeams().stream().filter(team -> team.name().equalsIgnoreCase(name)).findFirst();
    }

    @Override
    public Map<String, Contact> findContactsByName(Collection<String> names) {
        Map<String, Contact> byName = new HashMap<>();
        directory.contactsCalled(names).forEach(contact -> byName.putIfAbsent(FakeDirectory.key(contact.name()), contact));
        Map<String, Contact> found = new HashMap<>();
        names.stream().filter(name -> byName.containsKey(FakeDirectory.key(name)))
                .forEach(name -> found.put(name, byName.get(FakeDirectory.key(name))));
        return found;
    }

    @Override
    public Optional<Contact> findContactByEmail(String email) {
        return directory.allContacts().stream().filter(contact -> email.equalsIgnoreCase(contact.email())).findFirst();
    }
}
