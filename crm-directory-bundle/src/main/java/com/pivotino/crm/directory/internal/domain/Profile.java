package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a user is called and may be; checked by the account that takes it. */
public record Profile(String login, String name, String email, String zone, String locale, Set<Role> roles) {

    public Profile {
        roles = Set.copyOf(roles);
    }

    /** Of a new user: without roles a salesperson. */
    public static Profile of(NewUser user) {
        return new Profile(user.login(), user.name() == null ? user.login() : user.name(), user.email(), user.zone(),
                user.locale(), user.roles() == null ? Set.of(Role.SALESPERSON) : user.roles());
    }

    /** With the members that the patch sends. */
    public Profile with(MergePatch patch) {
        return new Profile(patch.has("login") ? patch.text("login", TextNormalization.LOGIN) : login,
                patch.has("name") ? patch.text("name", TextNormalization.NAME) : name,
                patch.has("email") ? patch.text("email", TextNormalization.EMAIL) : email,
                patch.has("zone") ? patch.text("zone", 60) : zone,
                patch.has("locale") ? patch.text("locale", 35) : locale,
                patch.has("roles") ? roles(patch.texts("roles")) : roles);
    }

    /** Roles by their names in the contract. */
    public static Set<Role> roles(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names) {
            Role role = List.of(Role.values()).stream().filter(r -> key(r).equals(name))
                    .findFirst().orElseThrow(() -> CrmException.invalid("roles", "invalid",
                            "Roles are salesperson, manager and admin."));
            roles.add(role);
        }
        return roles;
    }

    /** The role's name in the contract. */
    public static String key(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
