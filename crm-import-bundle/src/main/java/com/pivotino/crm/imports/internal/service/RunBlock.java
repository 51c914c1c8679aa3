package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.imports.spi.RowResult;
import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportKind;
import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.ImportProblem;
import com.pivotino.crm.imports.internal.domain.ImportRun;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.domain.RunState;
import com.pivotino.crm.imports.internal.plan.ParsedRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The next block of a run, in one act: checked, written, or taken back. */
final class RunBlock {

    private final RunContext context;
    private final ImportRun run;
    private final DirectoryCache known;
    private final Map<Integer, RowResult> provided;

    /** @param provided what the plugin that brings the kind has answered, by line of the file; empty for the product's own kinds */
    RunBlock(RunContext context, DirectoryCache known, Map<Integer, RowResult> provided) {
        this.provided = provided;
        this.context = context;
        this.run = context.run();
        this.known = known;
    }

    /** Handles the block, or ends a phase. Answers whether there is more to do. */
    boolean handle(RowsAlone alone) {
        if (run.phaseDone()) {
            if (run.refuses()) {
                context.store().holdGood(run.id());
            }
            if (run.undoing()) {
                new PersonResolver(context, known).withdraw();
            }
            run.endPhase(context.now());
        } else if (run.state() == RunState.CHECKING) {
            check(alone);
        } else if (run.state() == RunState.WRITING) {
            write(alone);
        } else if (run.undoing()) {
            undo(alone);
        } else if (run.state() == RunState.TAKING_BACK) {
            takeBack(alone);
        }
        return !run.state().ended();
    }

    private void check(RowsAlone alone) {
        RowKind kind = kind();
        List<PlannedRow> planned = new ArrayList<>();
        alone.each(context.store().rows(run.importId(), run.nextBlock()), CsvRow::line,
                rows -> kind.plan(rows).forEach(row -> planned.add(keep(row))),
                (row, why) -> planned.add(keep(PlannedRow.failed(ParsedRow.unread(row, why)))), context.store()::flush);
        run.handledBlock(planned.stream().map(PlannedRow::status).toList(), kind.firstActivities(planned));
    }

    private PlannedRow keep(PlannedRow row) {
        context.store().add(new ImportLine(run, row.draft().line(), row.status(), row.severity(), row.draft().key(), row.recordId()));
        note(row.draft().line(), row.draft().problems());
        return row;
    }

    private void write(RowsAlone alone) {
        RowKind kind = kind();
        Map<Integer, ImportLine> lines = context.store().lines(run.id(), run.nextBlock()).stream()
                .collect(Collectors.toMap(ImportLine::line, Function.identity()));
        List<RowStatus> outcomes = new ArrayList<>();
        List<PlannedRow> written = new ArrayList<>();
        alone.each(context.store().rows(run.importId(), run.nextBlock()), CsvRow::line,
                rows -> written.addAll(write(kind, rows, lines, outcomes)),
                (row, why) -> {
                    if (!run.partial()) {
                        throw new RowRefused(row.line(), why, null);
                    }
                    lines.get(row.line()).became(RowStatus.FAILED, Problem.ERROR, null);
                    note(row.line(), List.of(why));
                    outcomes.add(RowStatus.FAILED);
                }, context.store()::flush);
        run.handledBlock(outcomes, kind.firstActivities(written));
    }

    private List<PlannedRow> write(RowKind kind, List<CsvRow> rows, Map<Integer, ImportLine> lines, List<RowStatus> outcomes) {
        List<PlannedRow> good = new ArrayList<>();
        for (PlannedRow row : kind.plan(rows)) {
            ImportLine line = lines.get(row.draft().line());
            if (line.status() == RowStatus.FAILED) {
                outcomes.add(RowStatus.FAILED);
            } else if (row.status() == RowStatus.FAILED && kind.isWrittenApart()) {
                line.became(RowStatus.FAILED, Problem.ERROR, null);
                note(line.line(), row.draft().problems());
                outcomes.add(RowStatus.FAILED);
            } else if (row.status() == RowStatus.FAILED) {
                throw new RowRefused(row.draft().line(), row.draft().problems().stream().filter(Problem::isError).findFirst()
                        .orElseThrow(), null);
            } else {
                good.add(row);
                outcomes.add(row.status());
            }
        }
        Map<Integer, Long> ids = kind.write(good, lines);
        for (PlannedRow row : good) {
            lines.get(row.draft().line()).became(row.status(), row.severity(), ids.getOrDefault(row.draft().line(), row.recordId()));
        }
        return good;
    }

    private void undo(RowsAlone alone) {
        RowKind kind = kind();
        List<RowStatus> outcomes = new ArrayList<>();
        alone.each(context.store().lines(run.id(), run.nextBlock() - 1), ImportLine::line,
                lines -> kind.undo(lines).forEach((line, problem) -> outcomes.add(undone(line, problem.orElse(null)))),
                (line, why) -> outcomes.add(undone(line, why)), context.store()::flush);
        run.undidBlock(outcomes);
    }

    private RowStatus undone(ImportLine line, Problem problem) {
        RowStatus outcome = problem != null ? RowStatus.KEPT : line.changed() ? RowStatus.RESTORED : RowStatus.REMOVED;
        line.undone(outcome, problem == null ? null : problem.severity());
        if (problem != null) {
            note(line.line(), List.of(problem));
        }
        return outcome;
    }

    private void takeBack(RowsAlone alone) {
        RowKind kind = kind();
        alone.each(context.store().lines(run.id(), run.nextBlock() - 1), ImportLine::line, lines -> {
            kind.takeBack(lines);
            lines.forEach(ImportLine::tookBack);
            }, (line, why) -> note(line.line(), List.of(why)), context.store()::flush);
        run.tookBackBlock();
    }

    private void note(int line, Collection<Problem> problems) {
        problems.forEach(problem -> context.store().add(new ImportProblem(run.id(), line, problem)));
    }

    private RowKind kind() {
        ImportKind kind = context.file().kind();
        if (kind.isProvided()) {
            return new ProvidedRows(context, provided);
        }
        return kind.equals(ImportKind.OPPORTUNITIES) ? new OpportunityRows(context, known)
                : kind.equals(ImportKind.CONTACTS) ? new ContactRows(context, known)
                : kind.equals(ImportKind.USERS) ? new UserRows(context, known) : new TeamRows(context, known);
    }
}
