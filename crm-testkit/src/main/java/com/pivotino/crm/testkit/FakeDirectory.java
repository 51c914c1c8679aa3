package com.pivotino.crm.testkit;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import java.text.Normalizer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** People and teams in memory; rows may be put into the maps at any time. */
public final class FakeDirectory implements Directory {

    private final Map<Long, User> users = new ConcurrentHashMap<>();
    private final Map<Long, Contact> contacts = new ConcurrentHashMap<>();
    private final Map<Long, Team> teams = new ConcurrentHashMap<>();
    private final Map<Long, NotificationPreferences> preferences = new ConcurrentHashMap<>();
    private volatile ZoneId zone = ZoneOffset.UTC;
    private volatile boolean editsTeamRecords = true;

    /** Adds or replaces an active user {@code <name>@example.com} with these roles. */
    public User addUser(long id, String name, Role... roles) {
        String login = name.toLowerCase(Locale.ROOT).replace(' ', '.');
        return add(new User(id, 1, login, name, login + "@example.com", null, null, Set.copyOf(Arrays.asList(roles)), true));
    }

    public User add(User user) {
        users.put(user.id(), user);
        return user;
    }

    /** As if there had never been such a user. */
    public void removeUser(long id) {
        users.remove(id);
    }

    public Contact add(Contact contact) {
        contacts.put(contact.id(), contact);
        return contact;
    }

    /** Adds or replaces a team without a leader. */
    public Team addTeam(long id, String name, Long... memberIds) {
        return add(new Team(id, 1, name, null, List.of(memberIds)));
    }

    public Team add(Team team) {
        teams.put(team.id(), team);
        return team;
    }

    /** All of them, the oldest first. */
    Collection<User> allUsers() {
        return new TreeMap<>(users).values();
    }

    Collection<Contact> allContacts() {
        return new TreeMap<>(contacts).values();
    }

    Collection<Team> allTeams() {
        return new TreeMap<>(teams).values();
    }

    /** The system's zone, UTC until it is set. */
    public void zone(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Optional<User> user(long id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Map<Long, User> users(Collection<Long> ids) {
        return those(users, ids);
    }

    @Override
    public Optional<Contact> contact(long id) {
        return Optional.ofNullable(contacts.get(id));
    }

    @Override
    public Map<Long, Contact> contacts(Collection<Long> ids) {
        return those(contacts, ids);
    }

    @Override
    public Optional<Team> team(long id) {
        return Optional.ofNullable(teams.get(id));
    }

    @Override
    public Map<Long, Team> teams(Collection<Long> ids) {
        return those(teams, ids);
    }

    @Override
    public List<Team> teamsOf(long userId) {
        return new TreeMap<>(teams).values().stream()
                .filter(team -> team.memberIds().contains(userId) || Long.valueOf(userId).equals(team.leaderId())).toList();
    }

    /** Whether everybody may change the records of their teams, from the next {@link #actor} on. */
    public void teamRecords(boolean edit) {
        editsTeamRecords = edit;
    }

    /** The user's zone, else the system's; teams have none here. */
    @Override
    public ZoneId zoneOf(Long userId) {
        User user = userId == null ? null : users.get(userId);
        return user == null || user.zone() == null ? zone : ZoneId.of(user.zone());
    }

    @Override
    public Actor actor(long userId) {
        User user = user(userId).orElseThrow(() -> CrmException.notFound("The user"));
        Set<Long> member = ids(userId, team -> team.memberIds().contains(userId));
        Set<Long> led = ids(userId, team -> Long.valueOf(userId).equals(team.leaderId()));
        Locale locale = user.locale() == null ? Locale.ENGLISH : Locale.forLanguageTag(user.locale());
        return new Actor(PersonRef.user(userId), user.name(), user.roles(), member, led, zoneOf(userId), locale, editsTeamRecords);
    }

    private Set<Long> ids(long userId, Predicate<Team> which) {
        return teamsOf(userId).stream().filter(which).map(Team::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> Map<Long, T> those(Map<Long, T> all, Collection<Long> ids) {
        Map<Long, T> found = new TreeMap<>();
        ids.forEach(id -> Optional.ofNullable(id).map(all::get).ifPresent(value -> found.put(id, value)));
        return found;
    }

    @Override
    public List<User> usersCalled(Collection<String> loginsOrNames) {
        return active(user -> has(loginsOrNames, user.login()) || has(loginsOrNames, user.name()));
    }

    @Override
    public List<User> usersAddressed(Collection<String> emails) {
        return active(user -> has(emails, user.email()));
    }

    @Override
    public List<Contact> contactsAddressed(Collection<String> emails) {
        return allContacts().stream().filter(contact -> has(emails, contact.email())).toList();
    }

    @Override
    public List<User> findUsers(String text, int limit) {
        return active(user -> begins(user.name(), text) || begins(user.login(), text)).stream().limit(limit).toList();
    }

    @Override
    public List<Contact> contactsCalled(Collection<String> names) {
        Set<String> keys = names.stream().map(FakeDirectory::key).collect(Collectors.toSet());
        return allContacts().stream().filter(contact -> contact.name() != null && keys.contains(key(contact.name()))).toList();
    }

    /** As the real directory compares names. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("[\\s\\p{Z}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Contact> findContactsOfCompany(String company, String text, int limit) {
        return allContacts().stream().filter(contact -> company.equalsIgnoreCase(contact.company()) && begins(contact.name(), text))
                .limit(limit).toList();
    }

    @Override
    public List<Team> findTeams(String text, int limit) {
        return allTeams().stream().filter(team -> begins(team.name(), text)).limit(limit).toList();
    }

    /** How a user wants to hear of things, until it is set again. */
    public void prefers(long userId, NotificationPreferences chosen) {
        preferences.put(userId, chosen);
    }

    @Override
    public Map<Long, NotificationPreferences> notificationPreferences(Collection<Long> userIds) {
        return userIds.stream().distinct().filter(users::containsKey)
                .collect(Collectors.toMap(id -> id, id -> preferences.getOrDefault(id, NotificationPreferences.UNCHOSEN)));
    }

    private List<User> active(Predicate<User> which) {
        return allUsers().stream().filter(User::active).filter(which).toList();
    }

    private static boolean has(Collection<String> texts, String text) {
        return text != null && texts.stream().anyMatch(text::equalsIgnoreCase);
    }

    private static boolean begins(String name, String text) {
        String all = " " + name.toLowerCase(Locale.ROOT);
        return all.contains(" " + text.toLowerCase(Locale.ROOT));
    }
}
