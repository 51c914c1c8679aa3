package com.pivotino.crm.pipeline.internal.imports.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.pipeline.internal.imports.csv.CsvRow;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportLine;
import com.pivotino.crm.pipeline.internal.imports.domain.Problem;
import com.pivotino.crm.pipeline.internal.imports.domain.RowStatus;
import com.pivotino.crm.pipeline.internal.imports.plan.Draft;
import com.pivotino.crm.pipeline.internal.imports.plan.PersonReader;
import java.util.Optional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows that become users, who cannot sign in until they are given a password. Who is there already stays as they are. */
final class UserRows implements RowKind {

    private final People people;
    private final PersonReader reader;

    UserRows(RunContext run, Known known) {
        this.people = new People(run, known);
        this.reader = new PersonReader(run.file(), run.meanings(run.stages()));
    }

    @Override
    public List<PlannedRow> plan(List<CsvRow> rows) {
        List<Draft> drafts = rows.stream().map(reader::user).toList();
        people.look(People.USER, drafts.stream().map(Draft::key).toList());
        people.look(People.TEAM, drafts.stream().map(draft -> draft.cell("team")).toList());
        List<PlannedRow> planned = new ArrayList<>();
        for (Draft draft : drafts) {
            team(draft);
            Long id = people.id(People.USER, draft.key());
            if (draft.failed()) {
                planned.add(PlannedRow.failed(draft));
            } else if (id != null || people.wanted(People.USER, draft.key())) {
                planned.add(PlannedRow.skip(draft, id));
            } else {
                people.want(People.USER, draft.key());
                planned.add(PlannedRow.create(draft));
            }
        }
        return planned;
    }

    @Override
    public Map<ImportLine, Optional<Problem>> undo(List<ImportLine> lines) {
        return people.undo(lines);
    }

    @Override
    public Map<Integer, Long> write(List<PlannedRow> rows, Map<Integer, ImportLine> lines) {
        Map<Integer, Long> ids = new LinkedHashMap<>();
        for (PlannedRow row : rows) {
            if (row.status() == RowStatus.CREATED) {
                ids.put(row.draft().line(), write(row.draft()));
            }
        }
        return ids;
    }

    private long write(Draft draft) {
        Map<String, String> cells = draft.cells();
        Set<Role> roles = Stream.of(cells.get("roles").split(",")).map(Role::valueOf).collect(Collectors.toSet());
        try {
            long user = people.user(draft.key(), new NewUser(cells.get("login"), cells.get("name"), cells.get("email"),
                    cells.get("zone"), cells.get("locale"), roles, null));
            if (cells.containsKey("team")) {
                people.join(people.idOrMade(People.TEAM, cells.get("team")), user);
            }
            return user;
        } catch (CrmException e) {
            throw new RowRefused(draft.line(), Problem.error(null, e.code(), e.getMessage()), e);
        }
    }

    private void team(Draft draft) {
        String team = draft.cell("team");
        if (team != null && people.id(People.TEAM, team) == null) {
            if (team.startsWith("#") || !people.mayMake(People.TEAM)) {
                draft.add(Problem.error(null, "unknown_team", "There is no team \"" + team + "\"; let the import make it (createMissing)."));
            } else {
                people.want(People.TEAM, team);
            }
        }
    }
}
