package com.pivotino.crm.demo.internal;

import com.pivotino.crm.api.Role;
import java.util.List;
import java.util.Locale;

/**
 * One of the eight people who sell here.
 *
 * @param team  index of the team in {@link #TEAMS}
 * @param leads whether they lead it
 */
record DemoPerson(String name, int team, boolean leads, Role role) {

    static final List<String> TEAMS = List.of("France", "DACH", "Key accounts");

    static final List<DemoPerson> ALL = List.of(
            new DemoPerson("Camille Durand", 0, true, Role.MANAGER),
            new DemoPerson("Hugo Martin", 0, false, Role.SALESPERSON),
            new DemoPerson("Ines Benali", 0, false, Role.SALESPERSON),
            new DemoPerson("Jonas Weber", 1, true, Role.MANAGER),
            new DemoPerson("Lena Vogel", 1, false, Role.SALESPERSON),
            new DemoPerson("Lukas Brandt", 1, false, Role.SALESPERSON),
            new DemoPerson("Elena Rossi", 2, true, Role.MANAGER),
            new DemoPerson("Oliver Grant", 2, false, Role.SALESPERSON));

    /** Such as {@code hugo.martin}. */
    String login() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.');
    }

    String email() {
        return login() + "@pivotino.example";
    }
}
