package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.directory.NewTeam;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.directory.internal.domain.ContactCard;
import com.pivotino.crm.directory.internal.domain.SalesTeam;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.domain.TextNormalization;
import com.pivotino.crm.directory.internal.store.ContactStore;
import com.pivotino.crm.directory.internal.store.TeamStore;
import com.pivotino.crm.directory.internal.store.UserStore;
import java.time.ZoneId;
import com.pivotino.crm.directory.internal.store.TeamStore.Membership;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What other bundles ask of the directory and make in it. */
public final class DefaultDirectory implements Directory, DirectoryAdmin {

    private final Acts acts;
    private final UserStore users;
    private final TeamStore teams;
    private final ContactStore contacts;
    private final People people;
    private final DirectoryWriters writers;

    /** Who makes people and teams. */
    record DirectoryWriters(UserService users, ContactService contacts, TeamService teams) {
    }

    DefaultDirectory(Acts acts, UserStore users, TeamStore teams, ContactStore contacts, People people, DirectoryWriters writers) {
        this.acts = acts;
        this.users = users;
        this.teams = teams;
        this.contacts = contacts;
        this.people = people;
        this.writers = writers;
    }

    @Override
    public Optional<User> user(long id) {
        return people.person(id).map(People.Person::user);
    }

    @Override
    public Map<Long, User> users(Collection<Long> ids) {
        return people.people(ids).values().stream().map(People.Person::user)
                .collect(Collectors.toMap(User::id, Function.identity()));
    }

    @Override
    public Optional<Contact> contact(long id) {
        return acts.read(() -> contacts.find(id).map(ContactCard::contact));
    }

    @Override
    public Map<Long, Contact> contacts(Collection<Long> ids) {
        return acts.read(() -> contacts.find(ids).stream().map(ContactCard::contact)
                .collect(Collectors.toMap(Contact::id, Function.identity())));
    }

    @Override
    public Optional<Team> team(long id) {
        return Optional.ofNullable(people.teams(List.of(id)).get(id));
    }

    @Override
    public Map<Long, Team> teams(Collection<Long> ids) {
        return people.teams(ids);
    }

    @Override
    public List<Team> teamsOf(long userId) {
        return people.teams(people.memberships(userId).stream().map(Membership::teamId).toList()).values().stream()
                .sorted(Comparator.comparing(Team::id)).toList();
    }

    @Override
    public ZoneId zoneOf(Long userId) {
        Optional<User> user = userId == null ? Optional.empty() : user(userId);
        return user.map(found -> people.actors().zone(found.zone(), found.zone() == null ? people.memberships(userId) : List.of()))
                .orElseGet(() -> people.actors().zone(null, List.of()));
    }

    @Override
    public Actor actor(long userId) {
        return people.actor(userId).orElseThrow(() -> CrmException.notFound("The user"));
    }

    @Override
    public Map<Long, NotificationPreferences> notificationPreferences(Collection<Long> userIds) {
        return people.people(userIds).values().stream()
                .collect(Collectors.toMap(person -> person.user().id(), People.Person::preferences));
    }

    @Override
    public User createUser(Actor actor, NewUser user) {
        return writers.users().create(actor, user);
    }

    @Override
    public Contact createContact(Actor actor, NewContact contact) {
        return writers.contacts().create(actor, contact);
    }

    @Override
    public Team createTeam(Actor actor, NewTeam team) {
        return writers.teams().create(actor, team);
    }

    @Override
    public void addMember(Actor actor, long teamId, long userId) {
        writers.teams().addMember(actor, teamId, userId);
    }

    @Override
    public Optional<User> findUser(String loginOrName) {
        return loginOrName == null || loginOrName.isBlank() ? Optional.empty() : acts.read(() -> users.byLogin(loginOrName)
                .or(() -> users.byName(loginOrName)).map(UserAccount::user));
    }

    @Override
    public Optional<Team> findTeam(String name) {
        return name == null || name.isBlank() ? Optional.empty()
                : acts.read(() -> teams.byName(name).map(SalesTeam::team));
    }

    @Override
    public Map<String, Contact> findContactsByName(Collection<String> names) {
        Map<String, Contact> oldest = new HashMap<>();
        for (ContactCard card : acts.read(() -> contacts.named(names))) {
            oldest.putIfAbsent(card.nameKey(), card.contact());
        }
        Map<String, Contact> found = new HashMap<>();
        for (String name : names) {
            Contact contact = name == null ? null : oldest.get(TextNormalization.key(name));
            if (contact != null) {
                found.put(name, contact);
            }
        }
        return found;
    }

    @Override
    public Optional<Contact> findContactByEmail(String email) {
        return email == null || email.isBlank() ? Optional.empty()
                : acts.read(() -> contacts.addressed(email).map(ContactCard::contact));
    }

    @Override
    public List<Contact> findSimilarContacts(String email, String phone, String name, int limit) {
        return acts.read(() -> contacts.similar(email, phone, name, limit).stream().map(ContactCard::contact).toList());
    }

    @Override
    public boolean withdraw(Actor actor, String kind, long id) {
        return switch (kind) {
            case "contact" -> writers.contacts().withdraw(actor, id);
            case "user" -> writers.users().withdraw(actor, id);
            default -> writers.teams().withdraw(actor, id);
        };
    }

    @Override
    public List<User> usersCalled(Collection<String> loginsOrNames) {
        return acts.read(() -> users.called(loginsOrNames).stream().map(UserAccount::user).toList());
    }

    @Override
    public List<User> usersAddressed(Collection<String> emails) {
        return acts.read(() -> users.addressed(emails).stream().map(UserAccount::user).toList());
    }

    @Override
    public List<Contact> contactsAddressed(Collection<String> emails) {
        return acts.read(() -> contacts.addressed(emails).stream().map(ContactCard::contact).toList());
    }

    @Override
    public List<Contact> contactsCalled(Collection<String> names) {
        return acts.read(() -> contacts.named(names).stream().map(ContactCard::contact).toList());
    }

    @Override
    public List<User> findUsers(String text, int limit) {
        return acts.read(() -> users.matching(text, limit).stream().map(UserAccount::user).toList());
    }

    @Override
    public List<Contact> findContactsOfCompany(String company, String text, int limit) {
        return acts.read(() -> contacts.ofCompany(company, text, limit).stream().map(ContactCard::contact).toList());
    }

    @Override
    public List<Team> findTeams(String text, int limit) {
        return acts.read(() -> teams.matching(text, limit));
    }
}
