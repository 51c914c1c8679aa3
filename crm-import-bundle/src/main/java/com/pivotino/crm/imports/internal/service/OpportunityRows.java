package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.pipeline.AssignmentRule;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportKey;
import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.plan.ParsedRow;
import com.pivotino.crm.imports.internal.plan.OpportunityReader;
import com.pivotino.crm.imports.internal.plan.StageBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows that become opportunities. */
final class OpportunityRows implements RowKind {

    private static final List<String> MEMBERS = List.of("customer", "salesperson", "team");

    private final RunContext run;
    private final OpportunityService opportunities;
    private final PersonResolver people;
    private final LostReasons reasons;
    private final StageBook stages;
    private final OpportunityReader reader;
    private final OpportunityWriting writing;
    private final KnownRecords known;
    private final AssignmentRule assignment;

    OpportunityRows(RunContext run, DirectoryCache directory) {
        this.run = run;
        this.opportunities = run.around().opportunities();
        this.people = new PersonResolver(run, directory);
        this.known = new KnownRecords(run);
        this.assignment = new AssignmentRule(run.actor(), run.around().directory());
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
        people.lookContacts(drafts.stream().map(CustomerKey::ofOpportunity).toList());
        people.look(PersonResolver.USER, drafts.stream().map(draft -> draft.cell("salesperson")).toList());
        people.look(PersonResolver.TEAM, drafts.stream().map(draft -> draft.cell("team")).toList());
        known.look(keys);
        Map<String, Integer> firstLines = new HashMap<>(run.store().firstLines(run.run().id(), keys));
        List<PlannedRow> planned = new ArrayList<>();
        for (ParsedRow draft : drafts) {
            int first = firstLines.merge(draft.key(), draft.line(), Math::min);
            planned.add(first < draft.line() ? duplicate(draft, first) : plan(draft));
        }
        return planned;
    }

    @Override
    public Map<Integer, Long> write(List<PlannedRow> rows, Map<Integer, ImportLine> lines) {
        return writing.write(rows, lines, known);
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
        draft.warn("externalId", "duplicate_in_file", "The same key stands on line " + first + " already; not imported twice.");
        return PlannedRow.skip(draft, null);
    }

    private PlannedRow plan(ParsedRow draft) {
        customer(draft);
        person(draft, "salesperson", PersonResolver.USER);
        person(draft, "team", PersonResolver.TEAM);
        teamOfSalesperson(draft);
        Long existing = known.record(draft.key());
        String reason = draft.cell("lostReason");
        if (reason != null && existing == null && !reasons.known(reason)) {
            draft.error("lostReason", "unknown_lost_reason", "There is no lost reason \"" + reason + "\".");
        }
        if (draft.failed()) {
            return PlannedRow.failed(draft);
        }
        if (existing != null) {
            return change(draft, existing, known.memory(draft.key(), existing));
        }
        if (known.hasMoved(draft.key())) {
            draft.error("salesperson", "forbidden", "You have imported this before, and it belongs to somebody outside of your teams now.");
        }
        requireAssignable(draft, true, true);
        if (draft.failed()) {
            return PlannedRow.failed(draft);
        }
        want(draft, MEMBERS);
        return PlannedRow.create(draft);
    }

    private void customer(ParsedRow draft) {
        String text = draft.cell("customer");
        if (text == null) {
            return;
        }
        CustomerKey key = CustomerKey.ofOpportunity(draft);
        boolean there = key == null ? people.contactNumbered(text) != null : people.contactId(key) != null;
        if (!there && (key == null || !people.mayMake(PersonResolver.CONTACT))) {
            draft.error("customer", "unknown_contact", "There is no customer \"" + text
                    + "\"; choose one, or let the import create missing customers.");
        }
    }

    private void person(ParsedRow draft, String member, String kind) {
        String text = draft.cell(member);
        if (text == null) {
            return;
        }
        Long id = people.id(kind, text);
        if (id == null && (text.startsWith("#") || !people.mayMake(kind))) {
            draft.error(member, "unknown_" + kind,
                    "There is no " + member + " \"" + text + "\"; choose one, or let the import create missing "
                    + (kind.equals(PersonResolver.USER) ? "salespeople." : "teams."));
        } else if (id != null && kind.equals(PersonResolver.USER) && !people.user(text).map(User::active).orElse(true)) {
            draft.error(member, "inactive_user", "\"" + text + "\" is no longer active; choose somebody else.");
        }
    }

    /** Notes whom writing these members of the row will make, and what is not certain about those who are there. */
    private void want(ParsedRow draft, Collection<String> members) {
        for (String member : List.of("salesperson", "team")) {
            String text = members.contains(member) ? draft.cell(member) : null;
            String kind = member.equals("team") ? PersonResolver.TEAM : PersonResolver.USER;
            if (text != null && people.id(kind, text) == null) {
                people.want(kind, text);
            }
        }
        CustomerKey key = members.contains("customer") ? CustomerKey.ofOpportunity(draft) : null;
        if (key != null) {
            ContactMatcher.Match match = people.contact(key);
            if (!people.wanted(key)) {
                match.tell(draft, "customer");
            }
            if (match.contact() == null) {
                people.want(key);
            }
        }
    }

    /** Without a team of its own, a row belongs to the team in which its salesperson sells. */
    private void teamOfSalesperson(ParsedRow draft) {
        String salesperson = draft.cell("salesperson");
        Long id = salesperson == null || draft.cell("team") != null ? null : people.id(PersonResolver.USER, salesperson);
        Optional<Team> team = id == null ? Optional.empty() : people.teamOf(id);
        team.ifPresent(found -> draft.cells().put("team", "#" + found.id()));
    }

    /** The rule that create and edit ask too: managers import for themselves and their teams, administrators for everybody. */
    private void requireAssignable(ParsedRow draft, boolean toPerson, boolean toTeam) {
        Long team = idOf(draft, "team", PersonResolver.TEAM);
        if (toTeam && !assignment.allowsTeam(team)
                || toPerson && !assignment.allowsPerson(idOf(draft, "salesperson", PersonResolver.USER), team)) {
            draft.error("salesperson", "forbidden", "This would belong to somebody outside of your teams.");
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
        Opportunity now = opportunities.get(run.actor(), id);
        Map<String, String> last = before == null ? Map.of() : before.cells();
        Map<String, String> changes = new LinkedHashMap<>();
        draft.cells().forEach((member, text) -> {
            boolean sameAsBefore = before != null && text.equals(last.get(member));
            boolean known = OpportunityCells.CHANGEABLE.contains(member) || member.equals("stageId");
            if (!sameAsBefore && known && !isThat(now, draft, member)) {
                changes.put(member, text);
            } else if (!sameAsBefore && !known && before != null && List.of("createdAt", "closedAt").contains(member)) {
                draft.warn(member.equals("closedAt") ? "closingDate" : member, "date_kept",
                        "The dates of what is there already are not changed.");
            }
        });
        if (changes.isEmpty()) {
            return PlannedRow.skip(draft, id);
        }
        RecordAccess access = new RecordAccess(now.salesperson() == null ? null : now.salesperson().id(),
                now.team() == null ? null : now.team().id(), now.createdBy() == null ? null : now.createdBy().id(), Set.of());
        if (!access.writableBy(run.actor())) {
            draft.error("salesperson", "forbidden", "This is there already and belongs to somebody outside of your teams.");
            return PlannedRow.failed(draft);
        }
        requireAssignable(draft, changes.containsKey("salesperson"), changes.containsKey("team"));
        if (draft.failed()) {
            return PlannedRow.failed(draft);
        }
        want(draft, changes.keySet());
        return new PlannedRow(draft, RowStatus.UPDATED, id, changes);
    }

    /** Whether that is what stands there; of several people of one name, and stages of one name, the present one is meant. */
    private boolean isThat(Opportunity now, ParsedRow draft, String member) {
        String text = draft.cell(member);
        String is = OpportunityCells.of(now, member);
        return switch (member) {
            case "customer" -> isCustomer(now.customer(), draft);
            case "salesperson" -> isPerson(now.salesperson(), text, people.id(PersonResolver.USER, text));
            case "team" -> isPerson(now.team(), text, people.id(PersonResolver.TEAM, text));
            case "stageId" -> is.equals(text) || stages.stage(Long.parseLong(text)).map(Stage::name)
                    .filter(name -> name.equalsIgnoreCase(now.stage().name())).isPresent();
            default -> is.equals(text);
        };
    }

    private boolean isCustomer(NamedRef present, ParsedRow draft) {
        CustomerKey key = CustomerKey.ofOpportunity(draft);
        if (present == null || key == null) {
            return present != null && draft.cell("customer").equals("#" + present.id());
        }
        ContactMatcher.Match match = people.contact(key);
        return match.contact() == null ? !key.own() && key.isCalled(present.name())
                : match.contact().id() == present.id() || !match.certain() && key.isCalled(present.name());
    }

    private static boolean isPerson(NamedRef present, String text, Long meant) {
        return present != null && (meant != null && meant == present.id() || present.name().equalsIgnoreCase(text));
    }
}
