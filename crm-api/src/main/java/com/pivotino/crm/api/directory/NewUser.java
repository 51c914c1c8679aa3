package com.pivotino.crm.api.directory;

import com.pivotino.crm.api.Role;
import java.util.Set;

/**
 * The request that creates a user.
 *
 * @param password may be null: then nobody can sign in as this user until an administrator sets one
 */
public record NewUser(String login, String name, String email, String zone, String locale, Set<Role> roles,
        String password) {
}
