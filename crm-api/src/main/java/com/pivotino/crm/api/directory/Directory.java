package com.pivotino.crm.api.directory;

import com.pivotino.crm.api.Actor;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.annotation.versioning.ProviderType;

/** Names of people and teams for all bundles. Every call joins the running transaction; lists take one query. */
@ProviderType
public interface Directory {

    Optional<User> user(long id);

    /** The existing users among these ids, active or not. */
    Map<Long, User> users(Collection<Long> ids);

    Optional<Contact> contact(long id);

    /** The existing ones among these ids. */
    Map<Long, Contact> contacts(Collection<Long> ids);

    Optional<Team> team(long id);

    Map<Long, Team> teams(Collection<Long> ids);

    /** Teams that the user belongs to or leads, by id. */
    List<Team> teamsOf(long userId);

    /** The user's zone, else their team's, else the system's (SEMANTICS A5). */
    ZoneId zoneOf(Long userId);

    /**
     * The user as an actor; for automation that acts on a user's behalf.
     *
     * @throws com.pivotino.crm.api.CrmException {@code not_found} if there is no such user
     */
    Actor actor(long userId);

    /** The notification preferences of these users; one entry for each that exists. One query. */
    default Map<Long, NotificationPreferences> notificationPreferences(Collection<Long> userIds) {
        return userIds.stream().distinct()
                .collect(Collectors.toMap(Function.identity(), id -> NotificationPreferences.UNCHOSEN));
    }

    /** Active users whose login or full name is one of these, any case. One query. */
    default List<User> usersCalled(Collection<String> loginsOrNames) {
        return List.of();
    }

    /** Active users with one of these addresses, any case. One query. */
    default List<User> usersAddressed(Collection<String> emails) {
        return List.of();
    }

    /** Contacts with one of these addresses, any case, the oldest first. One query. */
    default List<Contact> contactsAddressed(Collection<String> emails) {
        return List.of();
    }

    /** Contacts with one of these names, any case, white space of any kind as one blank; the oldest first. One query. */
    default List<Contact> contactsCalled(Collection<String> names) {
        return List.of();
    }

    /** Active users whose name or login begins so, or has a word that does; by name. */
    default List<User> findUsers(String text, int limit) {
        return List.of();
    }

    /** Contacts of a company (exact name, any case) whose name begins so, or has a word that does; by name. */
    default List<Contact> findContactsOfCompany(String company, String text, int limit) {
        return List.of();
    }

    /** Teams whose name begins so, or has a word that does; by name. */
    default List<Team> findTeams(String text, int limit) {
        return List.of();
    }
}
