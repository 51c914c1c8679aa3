package com.pivotino.crm.pipeline.internal.imports.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.pipeline.internal.imports.csv.CsvRow;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportLine;
import com.pivotino.crm.pipeline.internal.imports.domain.Problem;
import com.pivotino.crm.pipeline.internal.imports.domain.RowStatus;
import com.pivotino.crm.pipeline.internal.imports.plan.Draft;
import com.pivotino.crm.pipeline.internal.imports.plan.PersonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows that name a team, who leads it and who is in it: one row a member. Teams and people are made as needed. */
final class TeamRows implements RowKind {

    private final People people;
    private final PersonReader reader;

    TeamRows(RunContext run, Known known) {
        this.people = new People(run, known);
        this.reader = new PersonReader(run.file(), run.meanings(run.stages()));
    }

    @Override
    public List<PlannedRow> plan(List<CsvRow> rows) {
        List<Draft> drafts = rows.stream().map(reader::membership).toList();
        people.look(People.TEAM, drafts.stream().map(draft -> draft.cell("team")).toList());
        people.look(People.USER, drafts.stream().map(draft -> draft.cell("leader")).toList());
        people.look(People.USER, drafts.stream().map(draft -> draft.cell("member")).toList());
        List<PlannedRow> planned = new ArrayList<>();
        for (Draft draft : drafts) {
            user(draft, "leader");
            user(draft, "member");
            planned.add(draft.failed() ? PlannedRow.failed(draft) : plan(draft));
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
            if (row.status() == RowStatus.CREATED || row.status() == RowStatus.UPDATED) {
                ids.put(row.draft().line(), write(row.draft()));
            }
        }
        return ids;
    }

    private PlannedRow plan(Draft draft) {
        String name = draft.cell("team");
        Long id = people.id(People.TEAM, name);
        if (id == null && name.startsWith("#")) {
            draft.add(Problem.error(null, "unknown_team", "There is no such team."));
            return PlannedRow.failed(draft);
        }
        if (id == null && !people.wanted(People.TEAM, name)) {
            people.want(People.TEAM, name);
            return PlannedRow.create(draft);
        }
        Long member = draft.cell("member") == null ? null : people.id(People.USER, draft.cell("member"));
        Optional<Team> team = people.team(name);
        boolean there = draft.cell("member") == null || team.isPresent() && member != null && team.get().memberIds().contains(member);
        return there ? PlannedRow.skip(draft, id) : new PlannedRow(draft, RowStatus.UPDATED, id, Map.of());
    }

    private void user(Draft draft, String member) {
        String text = draft.cell(member);
        if (text != null && people.id(People.USER, text) == null) {
            if (text.startsWith("#") || !people.mayMake(People.USER)) {
                draft.add(Problem.error(null, "unknown_user", "There is no user \"" + text + "\"; let the import make them (createMissing)."));
            } else {
                people.want(People.USER, text);
            }
        }
    }

    private long write(Draft draft) {
        try {
            String leader = draft.cell("leader");
            Long team = people.id(People.TEAM, draft.cell("team"));
            if (team == null) {
                team = people.team(draft.cell("team"), leader == null ? null : user(leader, Set.of(Role.SALESPERSON, Role.MANAGER)));
            }
            if (draft.cell("member") != null) {
                people.join(team, user(draft.cell("member"), Set.of(Role.SALESPERSON)));
            }
            return team;
        } catch (CrmException e) {
            throw new RowRefused(draft.line(), Problem.error(null, e.code(), e.getMessage()), e);
        }
    }

    private long user(String text, Set<Role> roles) {
        Long id = people.id(People.USER, text);
        return id != null ? id : people.user(text, new NewUser(null, text, null, null, null, roles, null));
    }
}
