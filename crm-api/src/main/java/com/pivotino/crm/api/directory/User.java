package com.pivotino.crm.api.directory;

import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.Versioned;
import java.util.Set;

/**
 * A person who signs in. The password is never answered.
 *
 * @param zone   IANA zone id, or null for the team's, then the system's
 * @param locale language tag, or null for the browser's
 */
public record User(long id, long version, String login, String name, String email, String zone, String locale,
        Set<Role> roles, boolean active) implements Versioned {

    public User {
        roles = Set.copyOf(roles);
    }
}
