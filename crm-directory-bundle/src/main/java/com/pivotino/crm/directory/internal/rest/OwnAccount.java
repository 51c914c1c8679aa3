package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.Versioned;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.directory.internal.service.ProfileService.Own;
import com.pivotino.crm.directory.internal.service.ProfileService.OwnTeam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code /me} answers; {@code notifications} is a map because one of its members is called {@code default}. */
public record OwnAccount(long id, long version, String login, String name, String email, String zone, String locale,
        Set<Role> roles, boolean active, List<OwnTeam> teams, Map<String, Object> notifications) implements Versioned {

    static OwnAccount of(Own own) {
        User user = own.user();
        return new OwnAccount(user.id(), user.version(), user.login(), user.name(), user.email(), user.zone(),
                user.locale(), user.roles(), user.active(), own.teams(), notifications(own.preferences()));
    }

    private static Map<String, Object> notifications(NotificationPreferences chosen) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("default", chosen.byDefault());
        members.put("bySubtype", chosen.bySubtype());
        members.put("digest", chosen.digest());
        members.put("quietHours", chosen.quietFrom() == null ? null
                : Map.of("from", chosen.quietFrom(), "until", chosen.quietUntil()));
        return members;
    }
}
