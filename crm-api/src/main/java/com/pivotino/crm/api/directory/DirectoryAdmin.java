package com.pivotino.crm.api.directory;

import com.pivotino.crm.api.Actor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Makes people and teams, for the directory's own endpoints and for imports. Each call joins the running act. */
@ProviderType
public interface DirectoryAdmin {

    /** Administrators only. Refused with {@code validation_failed} on {@code login} if it is taken. */
    User createUser(Actor actor, NewUser user);

    Contact createContact(Actor actor, NewContact contact);

    /** Administrators only. */
    Team createTeam(Actor actor, NewTeam team);

    /** Adds a user to a team; nothing happens if they are in it. Administrators only. */
    void addMember(Actor actor, long teamId, long userId);

    /** The user with this login or, failing that, with exactly this name if only one has it; case does not matter. */
    Optional<User> findUser(String loginOrName);

    Optional<Team> findTeam(String name);

    /** Contacts by exact name (any case), the oldest of several. One query for all names. */
    Map<String, Contact> findContactsByName(Collection<String> names);

    /** The contact with this address, normalised; the oldest of several. */
    Optional<Contact> findContactByEmail(String email);

    /**
     * Contacts that may be the same: with this address, with a number that ends alike whatever its country prefix, or with
     * exactly this name; any case. Null asks for nothing.
     *
     * @param limit how many at most, the oldest of each kind first
     */
    default List<Contact> findSimilarContacts(String email, String phone, String name, int limit) {
        Map<Long, Contact> found = new LinkedHashMap<>();
        if (email != null) {
            findContactByEmail(email).ifPresent(contact -> found.put(contact.id(), contact));
        }
        if (name != null) {
            findContactsByName(List.of(name)).values().forEach(contact -> found.put(contact.id(), contact));
        }
        return found.values().stream().limit(limit).toList();
    }

    /**
     * Takes back one that was made by mistake and that nobody has changed or used since: a contact is deleted, a user who
     * never signed in deactivated, a team without active members deleted. Managers; users and teams administrators only.
     * Data that other bundles keep of it is not checked here.
     *
     * @param kind {@code contact, user} or {@code team}
     * @return whether it is gone; false if it stays because somebody has changed or used it
     */
    default boolean withdraw(Actor actor, String kind, long id) {
        return false;
    }
}
