package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.store.TeamStore;
import com.pivotino.crm.directory.internal.store.TeamStore.Membership;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a user may do. A role or a team that was taken away is gone at once on this node, and within a second on others
 * ({@link com.pivotino.crm.api.internal.Memory}).
 */
public final class Actors {

    private final TeamStore teams;
    private final SettingsService settings;

    Actors(TeamStore teams, SettingsService settings) {
        this.teams = teams;
        this.settings = settings;
    }

    public Actor of(UserAccount user) {
        return of(user.user(), teams.memberships(user.id()));
    }

    Actor of(User user, List<Membership> memberships) {
        return new Actor(PersonRef.user(user.id()), user.name(), user.roles(), ids(memberships, false),
                ids(memberships, true), zone(user.zone(), memberships),
                user.locale() == null ? Locale.ENGLISH : Locale.forLanguageTag(user.locale()),
                "edit".equals(settings.current().teamRecords()));
    }

    /** The user's zone, else their first team's that has one, else the system's (SEMANTICS A5). */
    ZoneId zone(String own, List<Membership> memberships) {
        if (own != null) {
            return ZoneId.of(own);
        }
        return memberships.stream().map(Membership::zone).filter(Objects::nonNull).findFirst().map(ZoneId::of)
                .orElseGet(() -> settings.current().zone());
    }

    private static Set<Long> ids(List<Membership> memberships, boolean leads) {
        return memberships.stream().filter(membership -> membership.leads() == leads).map(Membership::teamId)
                .collect(Collectors.toSet());
    }
}
