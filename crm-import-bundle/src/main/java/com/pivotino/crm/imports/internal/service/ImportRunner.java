package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Attempt;
import com.pivotino.crm.api.event.Steps;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.imports.spi.RowResult;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.domain.ImportProblem;
import com.pivotino.crm.imports.internal.domain.ImportRun;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.domain.RunState;
import com.pivotino.crm.imports.internal.store.ImportStore;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Works off runs: each block of rows in an act of its own, in which the run's progress moves too. After a slice of blocks
 * the run is put at the end of the queue again, so that a crash costs no more than the block it was in.
 *
 * <p>A failure is that of its row, else that of its run, and never that of other runs: a block that fails unexpectedly is
 * done once more row by row, so that the rows at fault are told; what still fails ends the run with a report. Only what may
 * well succeed later (the database is away, a lock is held) is tried again, behind the others.
 */
final class ImportRunner {

    private static final int BLOCKS_A_SLICE = 8;
    private static final String UNEXPECTED = "Something unexpected happened; it is in the server's log.";

    private final ImportTransactions transactions;
    private final ImportServices around;
    private final ImportKinds kinds;

    ImportRunner(ImportTransactions transactions, ImportServices around, ImportKinds kinds) {
        this.kinds = kinds;
        this.transactions = transactions;
        this.around = around;
    }

    /**
     * Where a run stands between two acts.
     *
     * @param asked what a plugin is asked before the next one
     */
    private record Standing(long runId, Actor actor, Set<RecordRef> locks, Optional<ProvidedBlock> asked) {
    }

    /** What comes after an act. */
    private enum Next {
        MORE, END, LATER
    }

    /** Works off the next slice of the run; nothing happens if it has ended. */
    void work(long runId) {
        Actor system = Actor.system(around.settings().current().zone());
        boolean more = transactions.act(Act.of(system, "import", Set.of()), (tx, em) ->
                takeUp(new ImportStore(em), runId, tx)).value();
        DirectoryCache known = new DirectoryCache(around);
        Next next = more ? Next.MORE : Next.END;
        for (int i = 0; next == Next.MORE && i < BLOCKS_A_SLICE; i++) {
            next = step(runId, known, system);
        }
        if (next != Next.END) {
            transactions.act(Act.of(system, "import", Set.of()), (tx, em) -> tx.publish(
                    new RecordRef("import", new ImportStore(em).run(runId).importId()), new ImportRunDue(runId)));
        }
    }

    private static boolean takeUp(ImportStore store, long runId, Transaction tx) {
        return store.findRun(runId).map(run -> run.takeUp(store.file(run.importId()).kind().canBeTakenBack(), tx.now())).orElse(false);
    }

    private Next step(long runId, DirectoryCache known, Actor system) {
        Standing lost = new Standing(runId, system, Set.of(), Optional.empty());
        Attempt<Standing> found = attempt(lost, (tx, store) -> standing(store, runId, system));
        if (found.failed()) {
            return recover(lost, system, found.failure());
        }
        Standing standing = found.answer().value();
        Map<Integer, RowResult> provided;
        try {
            provided = standing.asked().map(asked -> asked.ask(kinds)).orElse(Map.of());
        } catch (CrmException e) {
            return recover(standing, system, e);
        }
        Attempt<Boolean> whole = attempt(standing, (tx, store) -> block(tx, store, runId, known, provided).handle(RowsAlone.NONE));
        if (!whole.failed()) {
            return whole.answer().value() ? Next.MORE : Next.END;
        }
        return recover(standing, system, whole.failure() instanceof CrmException ? whole.failure() : byRow(standing, provided));
    }

    /** The block once more, each row by itself; the failure if even that fails, null if it did not. */
    private RuntimeException byRow(Standing standing, Map<Integer, RowResult> provided) {
        try {
            Steps.<Integer, Boolean>run(true, steps -> told(attempt(standing, (tx, store) ->
                    block(tx, store, standing.runId(), new DirectoryCache(around), provided).handle(RowsAlone.in(steps)))));
            return null;
        } catch (CrmException e) {
            return e;
        }
    }

    private Next recover(Standing standing, Actor system, RuntimeException failure) {
        if (failure == null) {
            return Next.MORE;
        }
        if (isPassing(failure)) {
            return Next.LATER;
        }
        boolean more = failure instanceof RowRefused refusal
                ? inAct(standing, system, (tx, store) -> refuse(tx, store, standing.runId(), refusal))
                : inAct(standing, system, (tx, store) -> breakOff(tx, store, standing.runId(),
                        failure instanceof CrmException told && !told.code().equals("unexpected") ? told.getMessage() : UNEXPECTED));
        return more ? Next.MORE : Next.END;
    }

    private static <T> Attempt<T> told(Attempt<T> attempt) {
        return attempt.failed() ? new Attempt<>(null, attempt.refusal()) : attempt;
    }

    /** Whether the same may well succeed later. */
    private static boolean isPassing(RuntimeException failure) {
        return failure instanceof CrmException told
                && (told.kind() == CrmException.Kind.UNAVAILABLE && !told.code().equals("unexpected") || told.code().equals("conflict"));
    }

    private <T> Attempt<T> attempt(Standing standing, BiFunction<Transaction, ImportStore, T> work) {
        return transactions.attempt(Act.of(standing.actor(), "import", standing.locks()), (tx, em) -> work.apply(tx, new ImportStore(em)));
    }

    private <T> T inAct(Standing standing, Actor actor, BiFunction<Transaction, ImportStore, T> work) {
        return transactions.act(Act.of(actor, "import", standing.locks()), (tx, em) -> work.apply(tx, new ImportStore(em))).value();
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
        Actor actor = run.requestedBy() == null || back ? system : around.directory().actor(run.requestedBy());
        return new Standing(runId, actor, locks, ProvidedBlock.of(store, run, store.file(run.importId()), actor));
    }

    private RunBlock block(Transaction tx, ImportStore store, long runId, DirectoryCache known, Map<Integer, RowResult> provided) {
        ImportRun run = store.run(runId);
        ImportFile file = store.file(run.importId());
        file.kind().requireAllowed(tx.actor());
        return new RunBlock(new RunContext(run, file, tx.actor(), tx.now(), store, around), known, provided);
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
}
