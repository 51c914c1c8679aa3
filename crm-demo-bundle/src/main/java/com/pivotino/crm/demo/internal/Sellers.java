package com.pivotino.crm.demo.internal;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.NewTeam;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.User;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the people and teams of the demonstration. Who is there already is used as they are. */
final class Sellers {

    private static final int PASSWORD_BYTES = 12;

    /**
     * A person as an actor, with their team.
     *
     * @param who their place in {@link DemoPerson#ALL}
     */
    record Seller(int who, Actor actor, long teamId) {

        long id() {
            return actor.userId();
        }
    }

    private final DirectoryAdmin admin;
    private final Directory directory;
    private final Actor system;
    private final Map<DemoPerson, String> passwords = new LinkedHashMap<>();

    Sellers(DirectoryAdmin admin, Directory directory, Actor system) {
        this.admin = admin;
        this.directory = directory;
        this.system = system;
    }

    List<Seller> make() {
        Map<DemoPerson, Long> ids = new LinkedHashMap<>();
        DemoPerson.ALL.forEach(person -> ids.put(person, user(person)));
        List<Long> teams = new ArrayList<>();
        for (String name : DemoPerson.TEAMS) {
            int place = teams.size();
            Long leader = ids.entrySet().stream().filter(entry -> entry.getKey().team() == place && entry.getKey().leads())
                    .map(Map.Entry::getValue).findFirst().orElseThrow();
            teams.add(admin.findTeam(name).orElseGet(() -> admin.createTeam(system, new NewTeam(name, leader, List.of()))).id());
        }
        List<Seller> sellers = new ArrayList<>();
        for (DemoPerson person : DemoPerson.ALL) {
            admin.addMember(system, teams.get(person.team()), ids.get(person));
        }
        for (DemoPerson person : DemoPerson.ALL) {
            sellers.add(new Seller(sellers.size(), directory.actor(ids.get(person)), teams.get(person.team())));
        }
        return sellers;
    }

    /** One line for each person that was made: login, password, role. */
    List<String> signIns() {
        return passwords.entrySet().stream().map(entry -> String.format("%-16s %s  %s", entry.getKey().login(), entry.getValue(),
                entry.getKey().role().name().toLowerCase(Locale.ROOT))).toList();
    }

    private long user(DemoPerson person) {
        return admin.findUser(person.login()).map(User::id).orElseGet(() -> {
            String password = password();
            passwords.put(person, password);
            return admin.createUser(system, new NewUser(person.login(), person.name(), person.email(), null, null,
                    person.role() == Role.MANAGER ? Set.of(Role.MANAGER, Role.SALESPERSON) : Set.of(person.role()), password)).id();
        });
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
