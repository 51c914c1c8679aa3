package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People that the input names: looked up for all of it at once, refused if they are not there. */
final class Referred {
    private final Map<Long, Contact> contacts;
    private final Map<Long, User> users;
    private final Map<Long, Team> teams;

    Referred(Directory directory, List<NewOpportunity> rows) {
        this(directory, ids(rows, NewOpportunity::customerId), ids(rows, NewOpportunity::salespersonId),
                ids(rows, NewOpportunity::teamId));
    }

    Referred(Directory directory, Set<Long> contacts, Set<Long> users, Set<Long> teams) {
        this.contacts = contacts.isEmpty() ? Map.of() : directory.contacts(contacts);
        this.users = users.isEmpty() ? Map.of() : directory.users(users);
        this.teams = teams.isEmpty() ? Map.of() : directory.teams(teams);
    }

    private static Set<Long> ids(List<NewOpportunity> rows, Function<NewOpportunity, Long> member) {
        return rows.stream().map(member).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    void requirePeople(NewOpportunity what) {
        if (what.salespersonId() != null) {
            salesperson(what.salespersonId());
        }
        if (what.teamId() != null) {
            team(what.teamId());
        }
    }

    Contact contact(long id) {
        return found("customerId", contacts.get(id), "contact");
    }

    /** Somebody who can take on a record: not one who has left. */
    User salesperson(long id) {
        User user = found("salespersonId", users.get(id), "user");
        if (!user.active()) {
            throw CrmException.invalid("salespersonId", "inactive", user.name() + " is no longer active.");
        }
        return user;
    }

    Team team(long id) {
        return found("teamId", teams.get(id), "team");
    }

    private static <T> T found(String field, T thing, String what) {
        if (thing == null) {
            throw CrmException.invalid(field, "unknown", "There is no such " + what + ".");
        }
        return thing;
    }
}
