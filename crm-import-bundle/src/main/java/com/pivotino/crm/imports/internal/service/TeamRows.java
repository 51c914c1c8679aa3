package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.plan.ParsedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows that name a team, who leads it and who is in it: one row a member. Teams and people are made as needed. */
final class TeamRows extends PersonRows {

    TeamRows(RunContext run, DirectoryCache known) {
        super(run, known);
    }

    @Override
    public List<PlannedRow> plan(List<CsvRow> rows) {
        List<ParsedRow> drafts = rows.stream().map(reader::membership).toList();
        people.look(PersonResolver.TEAM, drafts.stream().map(draft -> draft.cell("team")).toList());
        people.look(PersonResolver.USER, drafts.stream().map(draft -> draft.cell("leader")).toList());
        people.look(PersonResolver.USER, drafts.stream().map(draft -> draft.cell("member")).toList());
        List<PlannedRow> planned = new ArrayList<>();
        for (ParsedRow draft : drafts) {
            requireUser(draft, "leader");
            requireUser(draft, "member");
            planned.add(draft.failed() ? PlannedRow.failed(draft) : plan(draft));
        }
        return planned;
    }

    @Override
    boolean isWritten(PlannedRow row) {
        return super.isWritten(row) || row.status() == RowStatus.UPDATED;
    }

    private PlannedRow plan(ParsedRow draft) {
        String name = draft.cell("team");
        Long id = people.id(PersonResolver.TEAM, name);
        if (id == null && name.startsWith("#")) {
            draft.error("team", "unknown_team", "There is no such team.");
            return PlannedRow.failed(draft);
        }
        if (id == null && !people.wanted(PersonResolver.TEAM, name)) {
            people.want(PersonResolver.TEAM, name);
            wantUser(draft, "leader");
            wantUser(draft, "member");
            return PlannedRow.create(draft);
        }
        Long member = draft.cell("member") == null ? null : people.id(PersonResolver.USER, draft.cell("member"));
        Optional<Team> team = people.team(name);
        boolean there = draft.cell("member") == null || team.isPresent() && member != null && team.get().memberIds().contains(member);
        if (there) {
            return PlannedRow.skip(draft, id);
        }
        wantUser(draft, "member");
        return new PlannedRow(draft, RowStatus.UPDATED, id, Map.of());
    }

    private void requireUser(ParsedRow draft, String member) {
        String text = draft.cell(member);
        if (text != null && people.id(PersonResolver.USER, text) == null
                && (text.startsWith("#") || !people.mayMake(PersonResolver.USER))) {
            draft.error(member, "unknown_user", "There is no user \"" + text + "\"; let the import create missing people.");
        }
    }

    private void wantUser(ParsedRow draft, String member) {
        String text = draft.cell(member);
        if (text != null && people.id(PersonResolver.USER, text) == null) {
            people.want(PersonResolver.USER, text);
        }
    }

    @Override
    long write(ParsedRow draft) {
        try {
            String leader = draft.cell("leader");
            Long team = people.id(PersonResolver.TEAM, draft.cell("team"));
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
        Long id = people.id(PersonResolver.USER, text);
        return id != null ? id : people.user(text, new NewUser(null, text, null, null, null, roles, null));
    }
}
