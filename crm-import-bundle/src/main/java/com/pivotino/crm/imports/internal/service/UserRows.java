package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.plan.ParsedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows that become users, who cannot sign in until they are given a password. Who is there already stays as they are. */
final class UserRows extends PersonRows {

    UserRows(RunContext run, DirectoryCache known) {
        super(run, known);
    }

    @Override
    public List<PlannedRow> plan(List<CsvRow> rows) {
        List<ParsedRow> drafts = rows.stream().map(reader::user).toList();
        people.look(PersonResolver.USER, drafts.stream().map(ParsedRow::key).toList());
        people.look(PersonResolver.TEAM, drafts.stream().map(draft -> draft.cell("team")).toList());
        List<PlannedRow> planned = new ArrayList<>();
        for (ParsedRow draft : drafts) {
            boolean newTeam = makesTeam(draft);
            Long id = people.id(PersonResolver.USER, draft.key());
            if (draft.failed()) {
                planned.add(PlannedRow.failed(draft));
            } else if (id != null || people.wanted(PersonResolver.USER, draft.key())) {
                planned.add(PlannedRow.skip(draft, id));
            } else {
                people.want(PersonResolver.USER, draft.key());
                if (newTeam) {
                    people.want(PersonResolver.TEAM, draft.cell("team"));
                }
                planned.add(PlannedRow.create(draft));
            }
        }
        return planned;
    }

    @Override
    long write(ParsedRow draft) {
        Map<String, String> cells = draft.cells();
        Set<Role> roles = Stream.of(cells.get("roles").split(",")).map(Role::valueOf).collect(Collectors.toSet());
        try {
            long user = people.user(draft.key(), new NewUser(cells.get("login"), cells.get("name"), cells.get("email"),
                    cells.get("zone"), cells.get("locale"), roles, null));
            if (cells.containsKey("team")) {
                people.join(people.idOrMade(PersonResolver.TEAM, cells.get("team")), user);
            }
            return user;
        } catch (CrmException e) {
            throw new RowRefused(draft.line(), Problem.error(null, e.code(), e.getMessage()), e);
        }
    }

    /** Whether the row names a team that is not there yet; an error if it may not be made. */
    private boolean makesTeam(ParsedRow draft) {
        String team = draft.cell("team");
        boolean missing = team != null && people.id(PersonResolver.TEAM, team) == null;
        if (missing && (team.startsWith("#") || !people.mayMake(PersonResolver.TEAM))) {
            draft.error("team", "unknown_team", "There is no team \"" + team + "\"; let the import create missing teams.");
        }
        return missing;
    }
}
