package com.pivotino.crm.api.directory;

import com.pivotino.crm.api.Actor;
import java.util.Collection;
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
}
