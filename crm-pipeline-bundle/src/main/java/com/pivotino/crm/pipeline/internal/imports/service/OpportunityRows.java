package com.pivotino.crm.pipeline.internal.imports.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.pipeline.internal.imports.csv.CsvRow;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportKey;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportKind;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportLine;
import com.pivotino.crm.pipeline.internal.imports.domain.Problem;
import com.pivotino.crm.pipeline.internal.imports.domain.RowStatus;
import com.pivotino.crm.pipeline.internal.imports.plan.ParsedRow;
import com.pivotino.crm.pipeline.internal.imports.plan.OpportunityReader;
import com.pivotino.crm.pipeline.internal.imports.plan.StageBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows that become opportunities. */
final class OpportunityRows implements RowKind {

    private final RunContext run;
    private final OpportunityService opportunities;
    private final PersonResolver people;
    private final LostReasons reasons;
    private final StageBook stages;
    private final OpportunityReader reader;
    private final OpportunityWriting writing;
    private final Map<String, ImportKey> before = new HashMap<>();

    OpportunityRows(RunContext run, DirectoryCache known) {
        this.run = run;
        this.opportunities = run.around().opportunities();
        this.people = new PersonResolver(run, known);
        this.reasons = new LostReasons(run);
        this.stages = run.stages();
        this.reader = new OpportunityReader(run.file(), run.meanings(stages), stages, run.around().settings().current().zone(),
                run.now());
        this.writing = new OpportunityWriting(run, people, reasons);
    }

    @Override
    public List<PlannedRow> plan(List<CsvRow> rows) {
        List<ParsedRow> drafts = rows.stream().map(reader::read).toList();
        List<String> keys = drafts.stream().map(ParsedRow::key).distinct().toList();
        people.look(PersonResolver.CONTACT, drafts.stream().map(draft -> draft.cell("customer")).toList());
        people.look(PersonResolver.USER, drafts.stream().map(draft -> draft.cell("salesperson")).toList());
        people.look(PersonResolver.TEAM, drafts.stream().map(draft -> draft.cell("team")).toList());
        Map<String, Long> ids = opportunities.idsByExternalId(keys);
        before.putAll(run.store().keys(ImportKind.OPPORTUNITIES, keys));
        Map<String, Integer> firstLines = new HashMap<>(run.store().firstLines(run.run().id(), keys));
        List<PlannedRow> planned = new ArrayList<>();
        for (ParsedRow draft : drafts) {
            int first = firstLines.merge(draft.key(), draft.line(), Math::min);
            planned.add(first < draft.line() ? duplicate(draft, first) : plan(draft, ids.get(draft.key()), before.get(draft.key())));
        }
        return planned;
    }

    @Override
    public Map<Integer, Long> write(List<PlannedRow> rows, Map<Integer, ImportLine> lines) {
        return writing.write(rows, lines, before);
    }

    @Override
    public int firstActivities(List<PlannedRow> rows) {
        return run.file().options().firstActivity() ? (int) rows.stream()
                .filter(row -> row.status() == RowStatus.CREATED && isOpen(row.draft().cell("stageId"))).count() : 0;
    }

    private boolean isOpen(String stageId) {
        String kind = stageId == null ? "new" : stages.stage(Long.parseLong(stageId)).map(Stage::kind).orElse("new");
        return !kind.equals("won") && !kind.equals("lost");
    }

    @Override
    public void takeBack(List<ImportLine> lines) {
        writing.takeBack(lines);
    }

    @Override
    public Map<ImportLine, Optional<Problem>> undo(List<ImportLine> lines) {
        return writing.undo(lines);
    }

    private static PlannedRow duplicate(ParsedRow draft, int first) {
        draft.add(Problem.warning(null, "duplicate_in_file", "The same key stands on line " + first + " already; not imported twice."));
        return PlannedRow.skip(draft, null);
    }

    private PlannedRow plan(ParsedRow draft, Long existing, ImportKey before) {
        who(draft, "customer", PersonResolver.CONTACT);
        who(draft, "salesperson", PersonResolver.USER);
        who(draft, "team", PersonResolver.TEAM);
        teamOfSalesperson(draft);
        String reason = draft.cell("lostReason");
        if (reason != null && existing == null && !reasons.known(reason)) {
            draft.add(Problem.error(null, "unknown_lost_reason", "There is no lost reason \"" + reason + "\"."));
        }
        if (draft.failed()) {
            return PlannedRow.failed(draft);
        }
        if (existing != null) {
            return change(draft, existing, before);
        }
        requireOwn(draft, run.actor());
        return draft.failed() ? PlannedRow.failed(draft) : PlannedRow.create(draft);
    }

    private void who(ParsedRow draft, String member, String kind) {
        String text = draft.cell(member);
        if (text == null || draft.problems().stream().anyMatch(problem -> problem.isError())) {
            return;
        }
        Long id = people.id(kind, text);
        if (id == null && text.startsWith("#") || id == null && !people.mayMake(kind)) {
            draft.add(Problem.error(null, "unknown_" + kind, "There is no " + kind + " \"" + text
                    + "\"; choose one, or let the import make it (createMissing)."));
        } else if (id == null) {
            people.want(kind, text);
        } else if (kind.equals(PersonResolver.USER) && !people.user(text).map(User::active).orElse(true)) {
            draft.add(Problem.error(null, "inactive_user", "\"" + text + "\" is no longer active; choose somebody else."));
        }
    }

    /** Without a team of its own, a row belongs to the team in which its salesperson sells. */
    private void teamOfSalesperson(ParsedRow draft) {
        String salesperson = draft.cell("salesperson");
        Long id = salesperson == null || draft.cell("team") != null ? null : people.id(PersonResolver.USER, salesperson);
        Optional<Team> team = id == null ? Optional.empty() : people.teamOf(id);
        team.ifPresent(found -> draft.cells().put("team", "#" + found.id()));
    }

    /** Managers import for themselves and their teams; administrators for everybody. */
    private void requireOwn(ParsedRow draft, Actor actor) {
        RecordAccess access = new RecordAccess(idOf(draft, "salesperson", PersonResolver.USER), idOf(draft, "team", PersonResolver.TEAM),
                actor.userId(), Set.of());
        if (!access.writableBy(actor)) {
            draft.add(Problem.error(null, "forbidden", "This would belong to somebody outside of your teams."));
        }
    }

    private Long idOf(ParsedRow draft, String member, String kind) {
        return draft.cell(member) == null ? null : people.id(kind, draft.cell(member));
    }

    /** Only what the file has changed since the last import is changed here. */
    private PlannedRow change(ParsedRow draft, long id, ImportKey before) {
        if (before != null && before.cells().equals(draft.cells())) {
            return PlannedRow.skip(draft, id);
        }
        if (!run.store().isReadable(run.actor(), id)) {
            draft.add(Problem.error(null, "forbidden", "This is there already and belongs to somebody outside of your teams."));
            return PlannedRow.failed(draft);
        }
        Opportunity now = opportunities.get(run.actor(), id);
        Map<String, String> last = before == null ? Map.of() : before.cells();
        Map<String, String> changes = new LinkedHashMap<>();
        draft.cells().forEach((member, text) -> {
            boolean sameAsBefore = before != null && text.equals(last.get(member));
            boolean known = OpportunityCells.CHANGEABLE.contains(member) || member.equals("stageId");
            if (!sameAsBefore && known && !isThat(now, member, text)) {
                changes.put(member, text);
            } else if (!sameAsBefore && !known && before != null && List.of("createdAt", "closedAt").contains(member)) {
                draft.add(Problem.warning(null, "date_kept", "The dates of what is there already are not changed."));
            }
        });
        if (changes.isEmpty()) {
            return PlannedRow.skip(draft, id);
        }
        RecordAccess access = new RecordAccess(now.salesperson() == null ? null : now.salesperson().id(),
                now.team() == null ? null : now.team().id(), now.createdBy() == null ? null : now.createdBy().id(), Set.of());
        if (!access.writableBy(run.actor())) {
            draft.add(Problem.error(null, "forbidden", "This is there already and belongs to somebody outside of your teams."));
            return PlannedRow.failed(draft);
        }
        return new PlannedRow(draft, RowStatus.UPDATED, id, changes);
    }

    /** Whether that is what stands there; of several people of one name, and stages of one name, the present one is meant. */
    private boolean isThat(Opportunity now, String member, String text) {
        if (OpportunityCells.of(now, member).equals(resolved(member, text))) {
            return true;
        }
        NamedRef present = switch (member) {
            case "customer" -> now.customer();
            case "salesperson" -> now.salesperson();
            case "team" -> now.team();
            default -> null;
        };
        String stage = member.equals("stageId") ? stages.stage(Long.parseLong(text)).map(Stage::name).orElse(null) : null;
        return present != null && present.name().equalsIgnoreCase(text) || stage != null && stage.equalsIgnoreCase(now.stage().name());
    }

    /** A person's name as {@code #id}, if there is one by that name. */
    private String resolved(String member, String text) {
        String kind = switch (member) {
            case "customer" -> PersonResolver.CONTACT;
            case "salesperson" -> PersonResolver.USER;
            case "team" -> PersonResolver.TEAM;
            default -> null;
        };
        Long id = kind == null ? null : people.id(kind, text);
        return id == null ? text : "#" + id;
    }
}
