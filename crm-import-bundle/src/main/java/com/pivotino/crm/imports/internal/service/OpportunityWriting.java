package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.pipeline.ImportableOpportunities;
import com.pivotino.crm.api.pipeline.ImportedOpportunity;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.imports.internal.domain.ImportKind;
import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.plan.OpportunityReader;
import com.pivotino.crm.imports.internal.plan.ParsedRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes planned rows as opportunities, and takes them out again. Silent, with the cause {@code import}. */
final class OpportunityWriting {

    private static final Pattern ROW = Pattern.compile("rows\\[(\\d+)]\\.?(.*)");
    private static final String NOTE = "Imported.";

    private final RunContext run;
    private final OpportunityService opportunities;
    private final PersonResolver people;
    private final LostReasons reasons;
    private final Call call;

    OpportunityWriting(RunContext run, PersonResolver people, LostReasons reasons) {
        this.run = run;
        this.opportunities = run.around().opportunities();
        this.people = people;
        this.reasons = reasons;
        this.call = new Call(run.actor(), "import", null);
    }

    /**
     * The ids by line of the file.
     *
     * @param known is told what became of the rows
     */
    Map<Integer, Long> write(List<PlannedRow> rows, Map<Integer, ImportLine> lines, KnownRecords known) {
        Map<Integer, Long> ids = new LinkedHashMap<>();
        create(rows.stream().filter(row -> row.status() == RowStatus.CREATED).toList(), ids);
        for (PlannedRow row : rows) {
            if (row.status() == RowStatus.UPDATED) {
                update(row, lines.get(row.draft().line()));
                ids.put(row.draft().line(), row.recordId());
            }
        }
        rows.stream().filter(row -> ids.containsKey(row.draft().line())).forEach(row -> known.remember(row, ids.get(row.draft().line())));
        Map<Long, ImportableOpportunities.Trace> traces = run.around().importable().traces(ids.values());
        ids.forEach((line, id) -> lines.get(line).leftAt(traces.get(id).version()));
        return ids;
    }

    /** What nobody has worked on since: gone again if it was made, what it was if it was changed. */
    Map<ImportLine, Optional<Problem>> undo(List<ImportLine> lines) {
        Map<ImportLine, Optional<Problem>> outcomes = new LinkedHashMap<>();
        List<ImportLine> written = lines.stream().filter(line -> line.recordId() != null
                && List.of(RowStatus.CREATED, RowStatus.UPDATED, RowStatus.KEPT).contains(line.status())).toList();
        Map<Long, ImportableOpportunities.Trace> traces = run.around().importable()
                .traces(written.stream().map(ImportLine::recordId).toList());
        for (ImportLine line : written) {
            ImportableOpportunities.Trace trace = traces.get(line.recordId());
            if (trace != null && (!line.isLastAt(trace.version()) || !line.changed() && trace.worked())) {
                outcomes.put(line, Optional.of(Problem.warning(null, "worked_on", "Somebody has worked on it since; it stays.")));
                continue;
            }
            if (trace != null && line.changed()) {
                apply(line.recordId(), line.before());
            } else if (trace != null) {
                opportunities.delete(call, line.recordId());
            }
            outcomes.put(line, Optional.empty());
        }
        run.store().forgetKeys(run.run().id(), ImportKind.OPPORTUNITIES, outcomes.entrySet().stream()
                .filter(outcome -> outcome.getValue().isEmpty()).map(outcome -> outcome.getKey().key()).toList());
        return outcomes;
    }

    /** Deletes what was created and restores what was changed. */
    void takeBack(List<ImportLine> lines) {
        for (ImportLine line : lines) {
            if (line.status() == RowStatus.CREATED && line.recordId() != null) {
                opportunities.delete(call, line.recordId());
            } else if (line.status() == RowStatus.UPDATED) {
                apply(line.recordId(), line.before());
            }
        }
        run.store().forgetKeys(run.run().id(), ImportKind.OPPORTUNITIES, lines.stream().map(ImportLine::key).toList());
    }

    private void create(List<PlannedRow> rows, Map<Integer, Long> ids) {
        if (rows.isEmpty()) {
            return;
        }
        List<ImportedOpportunity> imported = rows.stream().map(row -> imported(row.draft())).toList();
        try {
            List<Opportunity> made = opportunities.createAll(call, imported);
            for (int i = 0; i < rows.size(); i++) {
                ids.put(rows.get(i).draft().line(), made.get(i).id());
            }
        } catch (CrmException e) {
            throw refused(rows, e);
        }
    }

    private ImportedOpportunity imported(ParsedRow draft) {
        Map<String, String> cells = draft.cells();
        LostReason reason = cells.containsKey("lostReason") ? reasons.get(cells.get("lostReason")) : null;
        NewOpportunity what = new NewOpportunity(cells.get("name"), customer(draft), null, cells.get("email"),
                cells.get("phone"), OpportunityCells.money(cells.get("expectedRevenue")),
                cells.containsKey("stageId") ? Long.valueOf(cells.get("stageId")) : null,
                id(cells, "salesperson", PersonResolver.USER), id(cells, "team", PersonResolver.TEAM),
                cells.containsKey("priority") ? Integer.valueOf(cells.get("priority")) : null,
                cells.containsKey("expectedClosing") ? LocalDate.parse(cells.get("expectedClosing")) : null,
                cells.get("description"), OpportunityReader.tags(cells), run.file().options().firstActivity(),
                reason == null ? null : reason.id(), note(cells, reason));
        Instant created = instant(cells, "createdAt");
        Instant closed = instant(cells, "closedAt");
        return new ImportedOpportunity(what, draft.key(), created == null ? closed : created, instant(cells, "stageSince"), closed,
                true, List.of(), cells.get("proposedReason"),
                cells.containsKey("probability") ? Integer.valueOf(cells.get("probability")) : null);
    }

    private static String note(Map<String, String> cells, LostReason reason) {
        return cells.get("closingNote") != null ? cells.get("closingNote") : reason != null && reason.noteRequired() ? NOTE : null;
    }

    private void update(PlannedRow row, ImportLine line) {
        Map<String, String> changes = new LinkedHashMap<>(row.changes());
        changes.computeIfPresent("customer", (member, text) -> "#" + customer(row.draft()));
        changes.computeIfPresent("salesperson", (member, text) -> "#" + people.idOrMade(PersonResolver.USER, text));
        changes.computeIfPresent("team", (member, text) -> "#" + people.idOrMade(PersonResolver.TEAM, text));
        if (changes.containsKey("stageId") && row.draft().cell("lostReason") != null) {
            changes.put("lostReason", "#" + reasons.get(row.draft().cell("lostReason")).id());
        }
        try {
            Opportunity now = opportunities.get(run.actor(), row.recordId());
            Map<String, String> before = new LinkedHashMap<>();
            changes.keySet().forEach(member -> before.put(member, OpportunityCells.of(now, member)));
            line.remember(before);
            apply(row.recordId(), changes);
        } catch (CrmException e) {
            throw new RowRefused(row.draft().line(), problem(e, e.fields().isEmpty() ? null : e.fields().get(0)), e);
        }
    }

    private void apply(long id, Map<String, String> cells) {
        if (cells.keySet().stream().anyMatch(OpportunityCells.CHANGEABLE::contains)) {
            opportunities.update(call, id, OpportunityCells.patch(cells));
        }
        if (cells.containsKey("stageId")) {
            Long reason = OpportunityCells.id(cells.get("lostReason"));
            opportunities.move(call, id, new MoveRequest(Long.valueOf(cells.get("stageId")), null, null, reason,
                    reason == null ? null : NOTE, null, null, null, null));
        }
    }

    private Long customer(ParsedRow draft) {
        String text = draft.cell("customer");
        CustomerKey key = CustomerKey.ofOpportunity(draft);
        return key != null ? Long.valueOf(people.contactOrMade(key)) : text == null ? null : Long.valueOf(text.substring(1));
    }

    private Long id(Map<String, String> cells, String member, String kind) {
        return cells.containsKey(member) ? people.idOrMade(kind, cells.get(member)) : null;
    }

    private static Instant instant(Map<String, String> cells, String member) {
        return cells.containsKey(member) ? Instant.parse(cells.get(member)) : null;
    }

    /** Finds the row that a refusal of many names by {@code rows[3].stageId}. */
    private static RuntimeException refused(List<PlannedRow> rows, CrmException refusal) {
        for (FieldProblem field : refusal.fields()) {
            Matcher matcher = ROW.matcher(field.field());
            if (matcher.matches() && Integer.parseInt(matcher.group(1)) < rows.size()) {
                return new RowRefused(rows.get(Integer.parseInt(matcher.group(1))).draft().line(), problem(refusal, field), refusal);
            }
        }
        return refusal;
    }

    private static Problem problem(CrmException refusal, FieldProblem field) {
        return Problem.error(null, field == null ? refusal.code() : field.code(), field == null ? refusal.getMessage() : field.message());
    }
}
