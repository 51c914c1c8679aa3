package com.pivotino.crm.pipeline.internal.imports.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportFile;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportLine;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportProblem;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportRun;
import com.pivotino.crm.pipeline.internal.imports.domain.Problem;
import com.pivotino.crm.pipeline.internal.imports.domain.RowStatus;
import com.pivotino.crm.pipeline.internal.imports.domain.RunState;
import com.pivotino.crm.pipeline.internal.imports.store.ImportStore;
import com.pivotino.crm.pipeline.internal.service.PipelineCore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Works off runs: each block of rows in an act of its own, in which the run's progress moves too. After a slice of blocks
 * the run is put at the end of the queue again, so that a crash costs no more than the block it was in.
 */
final class ImportRunner {

    private static final int BLOCKS_A_SLICE = 8;

    private final PipelineCore core;
    private final ImportServices around;

    ImportRunner(PipelineCore core, ImportServices around) {
        this.core = core;
        this.around = around;
    }

    /** Where a run stands between two acts. */
    private record Standing(long runId, long importId, Actor actor, Set<RecordRef> locks) {
    }

    /** Works off the next slice of the run; nothing happens if it has ended. */
    void work(long runId) {
        Actor system = Actor.system(around.settings().current().zone());
        boolean more = core.act(Act.of(system, "import", Set.of()), (tx, db) ->
                takeUp(new ImportStore(db.em()), runId, tx)).value();
        DirectoryCache known = new DirectoryCache(around);
        for (int i = 0; more && i < BLOCKS_A_SLICE; i++) {
            more = step(runId, known, system);
        }
        if (more) {
            core.act(Act.of(system, "import", Set.of()), (tx, db) -> tx.publish(
                    new RecordRef("import", new ImportStore(db.em()).run(runId).importId()), new ImportRunDue(runId)));
        }
    }

    private static boolean takeUp(ImportStore store, long runId, Transaction tx) {
        return store.findRun(runId).map(run -> run.takeUp(store.file(run.importId()).kind().canBeTakenBack(), tx.now())).orElse(false);
    }

    private boolean step(long runId, DirectoryCache known, Actor system) {
        Standing standing = core.read(db -> standing(new ImportStore(db.em()), runId, system));
        try {
            return inAct(standing, standing.actor(), (tx, store) -> handle(tx, store, runId, known));
        } catch (RowRefused e) {
            return inAct(standing, system, (tx, store) -> refuse(tx, store, runId, e));
        } catch (CrmException e) {
            return inAct(standing, system, (tx, store) -> breakOff(tx, store, runId, e.getMessage()));
        }
    }

    private <T> T inAct(Standing standing, Actor actor, BiFunction<Transaction, ImportStore, T> work) {
        return core.act(Act.of(actor, "import", standing.locks()), (tx, db) -> work.apply(tx, new ImportStore(db.em()))).value();
    }

    /** What has to be locked for the next block: the import and the records that it changes. */
    private Standing standing(ImportStore store, long runId, Actor system) {
        ImportRun run = store.run(runId);
        boolean back = run.state() == RunState.TAKING_BACK;
        Set<RecordRef> locks = new HashSet<>(Set.of(new RecordRef("import", run.importId())));
        if (run.state() == RunState.WRITING || back) {
            store.records(runId, back ? run.nextBlock() - 1 : run.nextBlock(), back)
                    .forEach(record -> locks.add(RecordRef.opportunity(record)));
        }
        Actor actor = run.requestedBy() == null || back ? system : core.directory().actor(run.requestedBy());
        return new Standing(runId, run.importId(), actor, locks);
    }

    /** Handles one block, or ends a phase. Answers whether there is more to do. */
    private boolean handle(Transaction tx, ImportStore store, long runId, DirectoryCache known) {
        ImportRun run = store.run(runId);
        ImportFile file = store.file(run.importId());
        file.kind().requireAllowed(tx.actor());
        RunContext context = new RunContext(run, file, tx.actor(), tx.now(), store, around);
        if (run.phaseDone()) {
            if (run.refuses()) {
                store.holdGood(runId);
            }
            if (run.undoing()) {
                new PersonResolver(context, known).withdraw();
            }
            run.endPhase(tx.now());
        } else if (run.state() == RunState.CHECKING) {
            check(context, kind(context, known));
        } else if (run.state() == RunState.WRITING) {
            write(context, kind(context, known));
        } else if (run.undoing()) {
            undo(context, kind(context, known));
        } else if (run.state() == RunState.TAKING_BACK) {
            List<ImportLine> lines = store.lines(runId, run.nextBlock() - 1);
            kind(context, known).takeBack(lines);
            lines.forEach(ImportLine::tookBack);
            run.tookBackBlock();
        }
        return !run.state().ended();
    }

    private static void undo(RunContext context, RowKind kind) {
        ImportRun run = context.run();
        List<RowStatus> outcomes = new ArrayList<>();
        kind.undo(context.store().lines(run.id(), run.nextBlock() - 1)).forEach((line, problem) -> {
            RowStatus outcome = problem.isPresent() ? RowStatus.KEPT : line.changed() ? RowStatus.RESTORED : RowStatus.REMOVED;
            line.undone(outcome, problem.map(Problem::severity).orElse(null));
            problem.ifPresent(why -> note(context, line.line(), List.of(why)));
            outcomes.add(outcome);
        });
        run.undidBlock(outcomes);
    }

    private void check(RunContext context, RowKind kind) {
        ImportRun run = context.run();
        List<PlannedRow> planned = kind.plan(context.store().rows(run.importId(), run.nextBlock()));
        for (PlannedRow row : planned) {
            context.store().add(new ImportLine(run, row.draft().line(), row.status(), row.severity(), row.draft().key(), row.recordId()));
            note(context, row.draft().line(), row.draft().problems());
        }
        run.handledBlock(planned.stream().map(PlannedRow::status).toList(), kind.firstActivities(planned));
    }

    private void write(RunContext context, RowKind kind) {
        ImportRun run = context.run();
        Map<Integer, ImportLine> lines = context.store().lines(run.id(), run.nextBlock()).stream()
                .collect(Collectors.toMap(ImportLine::line, Function.identity()));
        List<PlannedRow> rows = new ArrayList<>();
        List<RowStatus> outcomes = new ArrayList<>();
        for (PlannedRow row : kind.plan(context.store().rows(run.importId(), run.nextBlock()))) {
            ImportLine line = lines.get(row.draft().line());
            if (line.status() == RowStatus.FAILED) {
                outcomes.add(RowStatus.FAILED);
            } else if (row.status() == RowStatus.FAILED) {
                throw new RowRefused(row.draft().line(), row.draft().problems().stream().filter(Problem::isError).findFirst()
                        .orElseThrow(), null);
            } else {
                rows.add(row);
                outcomes.add(row.status());
            }
        }
        Map<Integer, Long> ids = kind.write(rows, lines);
        for (PlannedRow row : rows) {
            lines.get(row.draft().line()).became(row.status(), row.severity(), ids.getOrDefault(row.draft().line(), row.recordId()));
        }
        run.handledBlock(outcomes, kind.firstActivities(rows));
    }

    /** A row was good when it was checked, but no longer is: it alone fails, or all. */
    private boolean refuse(Transaction tx, ImportStore store, long runId, RowRefused refusal) {
        ImportRun run = store.run(runId);
        store.lines(runId, run.nextBlock()).stream().filter(line -> line.line() == refusal.line()).forEach(line -> {
            line.became(RowStatus.FAILED, Problem.ERROR, line.recordId());
            store.add(new ImportProblem(runId, line.line(), refusal.problem()));
        });
        return run.partial() || breakOff(tx, store, runId, "Line " + refusal.line() + ": " + refusal.problem().message());
    }

    private boolean breakOff(Transaction tx, ImportStore store, long runId, String why) {
        ImportRun run = store.run(runId);
        boolean back = store.file(run.importId()).kind().canBeTakenBack();
        run.breakOff(back ? why : why + " What was made before stays.", back, tx.now());
        return !run.state().ended();
    }

    private static void note(RunContext context, int line, Collection<Problem> problems) {
        problems.forEach(problem -> context.store().add(new ImportProblem(context.run().id(), line, problem)));
    }

    private static RowKind kind(RunContext context, DirectoryCache known) {
        return switch (context.file().kind()) {
            case OPPORTUNITIES -> new OpportunityRows(context, known);
            case CONTACTS -> new ContactRows(context, known);
            case USERS -> new UserRows(context, known);
            case TEAMS -> new TeamRows(context, known);
        };
    }
}
